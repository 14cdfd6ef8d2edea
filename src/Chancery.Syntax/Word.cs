using Chancery.Model;

namespace Chancery.Syntax;

/// <summary>A syntactic word before analysis.</summary>
/// <param name="Range">Its characters; words of a fused form that cannot be told apart share the whole token's.</param>
/// <param name="Form">What it spells where the range does not say; else null.</param>
/// <param name="Joined">Whether it continues the token of the word before it, as <c>n't</c> in "don't".</param>
public readonly record struct Word(TextRange Range, string? Form, bool Joined)
{
    public ReadOnlySpan<char> FormIn(string text) => Form is null ? Range.In(text) : Form;
}
