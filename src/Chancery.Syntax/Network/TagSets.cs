using System.Collections.Immutable;

namespace Chancery.Syntax;

/// <summary>The labels that a model tells apart; their numbers are their places here.</summary>
internal sealed record TagSets
{
    public required ImmutableArray<string> Pos { get; init; }

    /// <summary>The treebank's own tags.</summary>
    public required ImmutableArray<string> Tags { get; init; }

    /// <summary>Whole feature sets: <c>Number=Plur|Person=3</c>.</summary>
    public required ImmutableArray<string> Features { get; init; }

    public required ImmutableArray<string> Relations { get; init; }

    /// <summary>Labels of the three tagging tasks together.</summary>
    public int TagCount => Pos.Length + Tags.Length + Features.Length;

    /// <summary>The tag that lemmas depend on: the treebank's own where it has one, else the features.</summary>
    public int LemmaTag(int pos, int tag, int features) =>
        Tags.Length > Pos.Length ? (tag * Pos.Length) + pos : (features * Pos.Length) + pos;
}
