using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>A filter that cannot be understood: what is wrong, and where.</summary>
public sealed class FilterException : Exception
{
    public FilterException(string message, int position)
        : base(message) =>
        Position = position;

    public FilterException()
    {
    }

    public FilterException(string message)
        : base(message)
    {
    }

    public FilterException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Index of the first character that could not be understood.</summary>
    public int Position { get; }
}

public enum Comparison : byte
{
    Equal,
    Less,
    AtMost,
    More,
    AtLeast,
}

/// <summary>One condition: <c>-type:CONSULT,AGREE</c>.</summary>
/// <param name="Key">What is asked of.</param>
/// <param name="IsNot">Whether records that meet it are left out.</param>
/// <param name="Compare">How numbers are compared.</param>
/// <param name="Values">Any of them will do.</param>
/// <param name="Position">Where it begins in the filter.</param>
public sealed record FilterTerm(FilterKey Key, bool IsNot, Comparison Compare, ImmutableArray<string> Values, int Position);

/// <summary>What records are asked for: <c>actor:RUS type:CONSULT since:2019-01 text:"oil"</c>. All terms must hold; values with commas between them are alternatives.</summary>
public sealed record Filter(ImmutableArray<FilterTerm> Terms)
{
    public static Filter All { get; } = new([]);

    public Filter And(Filter other) => new([.. Terms, .. other.Terms]);

    public Filter And(FilterKey key, params ImmutableArray<string> values) => new([.. Terms, new FilterTerm(key, false, Comparison.Equal, values, 0)]);

    /// <summary>The same, without what a person has rejected unless it is asked for.</summary>
    internal Filter WithoutRejected() => Terms.Any(term => term.Key == FilterKey.Rejected) ? this : And(FilterKey.Rejected, "no");

    /// <exception cref="FilterException">It breaks the grammar, or a value does not fit its key.</exception>
    public static Filter Parse(string text) => new FilterReader(text).Read();

    /// <summary>The filter as its own grammar writes it.</summary>
    public override string ToString() => string.Join(' ', Terms.Select(Write));

    private static string Write(FilterTerm term)
    {
        string compare = term.Compare switch
        {
            Comparison.Less => "<",
            Comparison.AtMost => "<=",
            Comparison.More => ">",
            Comparison.AtLeast => ">=",
            _ => "",
        };
        return $"{(term.IsNot ? "-" : "")}{FilterKeys.NameOf(term.Key)}:{compare}{string.Join(',', term.Values.Select(Quote))}";
    }

    private static string Quote(string value) =>
        value.Length > 0 && value[0] is not ('<' or '>') && value.All(c => !char.IsWhiteSpace(c) && c is not ('"' or ',' or '\\')) ? value : "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
