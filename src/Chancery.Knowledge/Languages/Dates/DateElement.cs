using System.Collections.Immutable;
using System.Globalization;

namespace Chancery.Knowledge;

public enum DateElementKind : byte
{
    /// <summary>One of some micro tokens, as it stands.</summary>
    Literal,

    /// <summary>A class of words of time or the result of other rules.</summary>
    Named,

    /// <summary>Digits with a value between two bounds.</summary>
    Digits,

    /// <summary>One of several sequences.</summary>
    Group,
}

/// <summary>One step of a date pattern.</summary>
/// <remarks>
/// <c>word</c>, <c>a|b</c> literals; <c>&lt;class&gt;</c>, <c>&lt;a|b&gt;</c> or <c>&lt;class:slot&gt;</c>; <c>&lt;1..31:slot&gt;</c> digits, as wide as their bounds;
/// <c>( … / … )</c> sequences to choose from; <c>?</c> after any of them makes it optional; <c>~</c> before one forbids white space before it.
/// </remarks>
public sealed record DateElement
{
    public required DateElementKind Kind { get; init; }

    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>The classes and results that a <see cref="DateElementKind.Named"/> step asks for, any of them.</summary>
    public ImmutableArray<DateName> Names { get; init; } = [];

    public string? Slot { get; init; }

    public int Least { get; init; }

    public int Most { get; init; }

    public int LeastWidth { get; init; }

    public int MostWidth { get; init; }

    public ImmutableArray<ImmutableArray<DateElement>> Choices { get; init; } = [];

    public bool Optional { get; init; }

    /// <summary>No white space may stand before it.</summary>
    public bool Glued { get; init; }

    internal static IEnumerable<string> SlotsOf(ImmutableArray<DateElement> pattern) =>
        pattern.SelectMany(element => element.Choices.SelectMany(SlotsOf).Concat(element.Slot is { } slot ? [slot] : []));

    internal static IEnumerable<DateName> NamedIn(ImmutableArray<DateElement> pattern) =>
        pattern.SelectMany(element => element.Choices.SelectMany(NamedIn).Concat(element.Names));

    internal static ImmutableArray<DateElement> Parse(string text, DateNames names, FilePlace place)
    {
        var pieces = new Queue<string>(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        ImmutableArray<DateElement> result = Sequence(pieces, names, place, nested: false, out _);
        return result.IsEmpty ? throw new KnowledgeException(place, "the pattern is empty") : result;
    }

    private static ImmutableArray<DateElement> Sequence(Queue<string> pieces, DateNames names, FilePlace place, bool nested, out string closing)
    {
        var elements = ImmutableArray.CreateBuilder<DateElement>();
        closing = "";
        while (pieces.TryDequeue(out string? piece))
        {
            if (nested && piece is "/" or ")" or ")?")
            {
                closing = piece;
                return elements.ToImmutable();
            }

            if (piece is "(" or "~(")
                elements.Add(Group(pieces, names, place, piece[0] == '~'));
            else
                elements.AddRange(Single(piece, names, place));
        }

        if (nested)
            throw new KnowledgeException(place, "a '(' is never closed");
        return elements.ToImmutable();
    }

    private static DateElement Group(Queue<string> pieces, DateNames names, FilePlace place, bool glued)
    {
        var choices = ImmutableArray.CreateBuilder<ImmutableArray<DateElement>>();
        string closing;
        do
        {
            ImmutableArray<DateElement> choice = Sequence(pieces, names, place, nested: true, out closing);
            choices.Add(choice.IsEmpty ? throw new KnowledgeException(place, "a choice is empty") : choice);
        }
        while (closing == "/");
        return new DateElement { Kind = DateElementKind.Group, Choices = choices.ToImmutable(), Optional = closing == ")?", Glued = glued };
    }

    // "o'clock" and other literals of several micro tokens become several steps.
    private static IEnumerable<DateElement> Single(string piece, DateNames names, FilePlace place)
    {
        bool glued = piece.Length > 1 && piece[0] == '~';
        if (glued)
            piece = piece[1..];
        bool optional = piece.Length > 1 && piece[^1] == '?';
        if (optional)
            piece = piece[..^1];
        if (piece.Length > 2 && piece[0] == '<' && piece[^1] == '>')
        {
            string[] parts = piece[1..^1].Split(':');
            if (parts.Length > 2 || parts[0].Length == 0)
                throw new KnowledgeException(place, $"'{piece}' is no '<class:slot>'");
            yield return (parts[0].Contains("..", StringComparison.Ordinal) ? Digits(parts[0], place) : new DateElement { Kind = DateElementKind.Named, Names = [.. parts[0].Split('|').Select(names.Of)] })
                with { Slot = parts.Length == 2 ? parts[1] : null, Optional = optional, Glued = glued };
            yield break;
        }

        string[] words = piece == "|" ? [piece] : piece.Split('|');
        if (words.All(word => DateParts.Of(word).Length == 1))
        {
            yield return new DateElement { Kind = DateElementKind.Literal, Words = [.. words], Optional = optional, Glued = glued };
            yield break;
        }

        if (words.Length > 1 || optional)
            throw new KnowledgeException(place, $"'{piece}': only single words can be optional or stand between bars");
        foreach (string part in DateParts.Of(piece))
            yield return new DateElement { Kind = DateElementKind.Literal, Words = [part], Glued = glued };
    }

    private static DateElement Digits(string bounds, FilePlace place)
    {
        string[] ends = bounds.Split("..");
        if (ends.Length != 2
            || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int least)
            || !int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out int most)
            || least > most)
            throw new KnowledgeException(place, $"'{bounds}' is no range of numbers");
        return new DateElement { Kind = DateElementKind.Digits, Least = least, Most = most, LeastWidth = ends[0].Length, MostWidth = ends[1].Length };
    }
}
