using System.Collections.Immutable;

namespace Chancery.Model;

/// <summary>A document with its sentences, tokens and trees. Tokens of all sentences stand in one array, in text order.</summary>
public sealed record ParsedDocument
{
    public required Document Document { get; init; }

    public required ImmutableArray<Sentence> Sentences { get; init; }

    public required ImmutableArray<Token> Tokens { get; init; }

    public string Text => Document.Text;

    public ReadOnlySpan<Token> TokensOf(Sentence sentence) => Tokens.AsSpan(sentence.FirstToken, sentence.TokenCount);
}

/// <summary>A sentence: its characters, its tokens, and the block of the body that it stands in.</summary>
/// <param name="Range">Without the white space around it.</param>
/// <param name="FirstToken">Index into <see cref="ParsedDocument.Tokens"/>.</param>
/// <param name="TokenCount">How many tokens it has.</param>
/// <param name="Block">Index into <see cref="Document.Body"/>; -1 for a title that is no block of the body.</param>
public readonly record struct Sentence(TextRange Range, int FirstToken, int TokenCount, int Block)
{
    /// <summary>The index of the first token after the sentence.</summary>
    public int EndToken => FirstToken + TokenCount;
}

/// <summary>A syntactic word of Universal Dependencies with its place in the basic tree.</summary>
/// <remarks>Words of a multiword token ("don't", Portuguese "do") have the range of their own characters where they can be told apart, else that of the whole token.</remarks>
public readonly record struct Token
{
    public required TextRange Range { get; init; }

    /// <summary>The form where it is not what the range spells ("de" and "o" of Portuguese "do"); else null.</summary>
    public string? Form { get; init; }

    /// <summary>The dictionary form, with the case of the treebanks: lower, but for proper nouns.</summary>
    public required string Lemma { get; init; }

    public required PartOfSpeech Pos { get; init; }

    /// <summary>The treebank's own tag (XPOS), Penn tags for English.</summary>
    public string Tag { get; init; }

    /// <summary>UD features as written in CoNLL-U, "" for none.</summary>
    public string Features { get; init; }

    /// <summary>The same as flags.</summary>
    public Morphology Morphology { get; init; }

    public required Relation Relation { get; init; }

    /// <summary>The relation as the treebank writes it, with its subtype: <c>nsubj:pass</c>.</summary>
    public string RelationLabel { get; init; }

    /// <summary>Index of the governing token in <see cref="ParsedDocument.Tokens"/>; -1 for the root of a sentence.</summary>
    public required int Head { get; init; }

    public ReadOnlySpan<char> FormIn(string text) => Form is null ? Range.In(text) : Form;
}
