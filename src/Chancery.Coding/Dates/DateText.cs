using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>A micro token: letters, digits or one mark.</summary>
/// <param name="Range">Its characters.</param>
/// <param name="Word">The same in lower case.</param>
/// <param name="Number">The value of its digits; -1 for anything else and for what is too long for a part of a date.</param>
/// <param name="Glued">No white space stands before it.</param>
internal readonly record struct DatePiece(TextRange Range, string Word, int Number, bool Glued)
{
    public bool IsDigits => char.IsAsciiDigit(Word[0]);

    public bool IsLetters => char.IsLetter(Word[0]);
}

/// <summary>A sentence cut for the reading of dates, with what the parser knows of its words.</summary>
internal sealed class DateText
{
    private readonly ParsedDocument parsed;

    public DateText(ParsedDocument parsed, Sentence sentence)
    {
        this.parsed = parsed;
        Sentence = sentence;
        Pieces = Cut(parsed.Text, sentence.Range);
    }

    public Sentence Sentence { get; }

    public ImmutableArray<DatePiece> Pieces { get; }

    /// <summary>Whether its paragraph or heading opens with it.</summary>
    public bool OpensBlock => Sentence.Block >= 0 && parsed.Document.Body[Sentence.Block].Range.Start == Sentence.Range.Start;

    /// <summary>Whether what ends before a piece stands by itself: in a heading, or before a colon or a dash.</summary>
    public bool IsSetApart(int end) =>
        Sentence.Block >= 0 && parsed.Document.Body[Sentence.Block].Kind == BlockKind.Heading || end < Pieces.Length && Pieces[end].Word is ":" or "-" or "\u2013" or "\u2014";

    /// <summary>Whether a day before a time of day was matched: "Wed 22:10".</summary>
    public bool IsStamp(DateMatch match)
    {
        for (int i = match.Start + 2; i < match.End - 1; i++)
        {
            if (Pieces[i] is { Word: ":", Glued: true } && Pieces[i - 1].IsDigits && Pieces[match.Start].IsLetters)
                return true;
        }

        return false;
    }

    /// <summary>Whether a piece belongs to a noun behind it: "a 1963 accord".</summary>
    public bool IsBeforeNoun(int piece) =>
        TokenAt(Pieces[piece].Range.Start) is { } token && parsed.Tokens[token].Head is var head && head > token && parsed.Tokens[head].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn;

    /// <summary>The parser's token at a character; null where there is none.</summary>
    public int? TokenAt(int character)
    {
        int low = Sentence.FirstToken, high = Sentence.EndToken - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            TextRange range = parsed.Tokens[middle].Range;
            if (range.Contains(character))
                return middle;
            if (range.Start > character)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return null;
    }

    /// <summary>Whether the word at a piece may be the word of time that it looks like.</summary>
    public bool Allows(int piece, DateWordNeed need)
    {
        if (need == DateWordNeed.None)
            return true;
        TextRange range = Pieces[piece].Range;
        bool capital = char.IsUpper(parsed.Text[range.Start]);
        if (need == DateWordNeed.Manner && TokenAt(range.Start) is { } manner && (parsed.Tokens[manner].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn || parsed.Tokens[manner].Relation == Relation.Flat || IsOfName(manner)))
            return false;
        if (need is DateWordNeed.Lower or DateWordNeed.Manner)
            return !capital || range.Start == Sentence.Range.Start || piece == 0 || Sentence.Block < 0 || parsed.Document.Body[Sentence.Block].Kind != BlockKind.Paragraph || !Pieces[piece - 1].IsLetters;
        if (need == DateWordNeed.Small)
            return !capital || range.Start == Sentence.Range.Start || (piece > 0 && Pieces[piece - 1].Range.Start > Sentence.Range.Start && char.IsUpper(parsed.Text[Pieces[piece - 1].Range.Start]));
        if (need == DateWordNeed.Unnamed)
            return TokenAt(range.Start) is not { } plain || !IsOfName(plain);
        // "Wed 22:10".
        if (need == DateWordNeed.Name && capital && piece + 2 < Pieces.Length && Pieces[piece + 1].IsDigits && Pieces[piece + 2] is { Word: ":", Glued: true })
            return true;
        PartOfSpeech? pos = TokenAt(range.Start) is { } token ? parsed.Tokens[token].Pos : null;
        bool verb = pos is PartOfSpeech.Verb or PartOfSpeech.Aux;
        bool person = TokenAt(range.Start) is { } named && parsed.Tokens[named].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.NmodPoss or Relation.Flat or Relation.Obj or Relation.Iobj or Relation.OblAgent or Relation.Aux;
        person |= verb && capital && TokenAt(range.Start) is { } last && last > Sentence.FirstToken && parsed.Tokens[last - 1].Pos == PartOfSpeech.Propn;
        bool noun = pos is PartOfSpeech.Noun or PartOfSpeech.Propn;

        // "Operation Peace Spring", "the Arab Spring": the end of a name.
        if (need == DateWordNeed.Noun && capital && piece > 0 && IsCapital(piece - 1) && TokenAt(Pieces[piece - 1].Range.Start) is { } part && parsed.Tokens[part].Pos == PartOfSpeech.Propn && TokenAt(range.Start) is { } season && (parsed.Tokens[part].Head == season || parsed.Tokens[season].Head == part || parsed.Tokens[season].Head == parsed.Tokens[part].Head && parsed.Tokens[season].Relation == Relation.Flat))
            return false;

        // "Jan Smit", "Jan van Goyen": a first name with the last one hung on it.
        person |= capital && TokenAt(range.Start) is { } first && parsed.Tokens[first].Pos == PartOfSpeech.Propn && first + 1 < Sentence.EndToken && parsed.Tokens[first + 1] is { Relation: Relation.Flat, Pos: PartOfSpeech.Propn } behind && behind.Head == first;

        // "May said", "Theresa May", "the march": whoever acts is no month, and a month in small letters follows a preposition.
        if (need == DateWordNeed.Name && (capital ? person : !FollowsPreposition(range.Start)))
            return false;
        return need == DateWordNeed.Name ? noun || (capital && !(verb && range.Start == Sentence.Range.Start)) : noun || (!verb && pos is not PartOfSpeech.Adj);
    }

    /// <summary>"the Order of Easter Brothers": letters between "of" behind a name and the next word of it tell no time.</summary>
    public bool IsInName(int start, int end)
    {
        if (start < 2 || end >= Pieces.Length || Pieces[end].Glued || !IsCapital(start) || !IsCapital(end) || !IsCapital(start - 2) || TokenAt(Pieces[start - 1].Range.Start) is not { } joint || parsed.Tokens[joint].Pos != PartOfSpeech.Adp)
            return false;
        for (int i = start; i < end; i++)
        {
            if (!Pieces[i].IsLetters)
                return false;
        }

        return TokenAt(Pieces[start - 2].Range.Start) is { } named && named > Sentence.FirstToken && TokenAt(Pieces[end].Range.Start) is { } last
            && parsed.Tokens[last].Pos is PartOfSpeech.Propn or PartOfSpeech.Noun && IsUnder(last, named);
    }

    /// <summary>"told the Sunday Lantern": a weekday between an article and the rest of a name.</summary>
    public bool IsOfPaper(int start, int end, DateGrammar grammar)
    {
        if (start == 0 || end != start + 1 || end >= Pieces.Length || Pieces[end].Glued || !IsCapital(start) || !IsCapital(end) || !grammar.Is(Pieces[start].Word, "weekday") || grammar.Is(Pieces[end].Word, "part"))
            return false;
        return TokenAt(Pieces[start - 1].Range.Start) is { } article && parsed.Tokens[article].Pos == PartOfSpeech.Det && TokenAt(Pieces[end].Range.Start) is { } name && parsed.Tokens[name].Pos is PartOfSpeech.Propn or PartOfSpeech.Noun
            && parsed.Tokens[article].Head >= name;
    }

    private bool IsOfName(int token)
    {
        int noun = parsed.Tokens[token].Head;
        if (parsed.Tokens[token].Relation is not (Relation.Amod or Relation.Compound) || noun < 0)
            return false;
        return parsed.Tokens[noun].Pos == PartOfSpeech.Propn || (parsed.Tokens[noun].Relation == Relation.NmodDesc && parsed.Tokens[noun].Head is >= 0 and var named && parsed.Tokens[named].Pos == PartOfSpeech.Propn);
    }

    private bool IsCapital(int piece) => Pieces[piece].IsLetters && char.IsUpper(parsed.Text[Pieces[piece].Range.Start]);

    // The word of the time hangs in the same name as the word behind it.
    private bool IsUnder(int token, int head) => parsed.Tokens[token].Head == head;

    private bool FollowsPreposition(int character) =>
        TokenAt(character) is not { } token || (token > Sentence.FirstToken && parsed.Tokens[token - 1].Pos is PartOfSpeech.Adp or PartOfSpeech.Sconj or PartOfSpeech.Num);

    /// <summary>Whether a noun or an adjective stands at a piece; without tags a word with a capital counts as one.</summary>
    public bool IsNoun(int piece)
    {
        if (piece >= Pieces.Length || !Pieces[piece].IsLetters)
            return false;
        TextRange range = Pieces[piece].Range;
        return TokenAt(range.Start) is { } token
            ? parsed.Tokens[token].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.X
            : char.IsUpper(parsed.Text[range.Start]);
    }

    /// <summary>Whether a clause behind a word says which time it is: "the night the bridge fell".</summary>
    public bool HasClause(int piece)
    {
        if (TokenAt(Pieces[piece].Range.Start) is not { } token)
            return false;

        // "two days after the vote", "a week before they met": counted from what follows.
        if (parsed.Tokens[token].Relation is Relation.Mark or Relation.Case && parsed.Tokens[token].Head > token)
            return true;
        for (int i = token + 1; i < Sentence.EndToken; i++)
        {
            if (parsed.Tokens[i].Head == token && parsed.Tokens[i].Relation is Relation.AclRelcl or Relation.Acl)
                return true;
        }

        return false;
    }

    private static ImmutableArray<DatePiece> Cut(string text, TextRange range)
    {
        var pieces = ImmutableArray.CreateBuilder<DatePiece>(range.Length / 5);
        bool glued = false;
        for (int i = range.Start; i < range.End;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                glued = false;
                i++;
                continue;
            }

            int end = Math.Min(DateParts.EndOf(text, i), range.End);
            bool digits = char.IsAsciiDigit(text[i]);
            int number = digits && end - i <= 8 ? int.Parse(text.AsSpan(i, end - i), System.Globalization.CultureInfo.InvariantCulture) : -1;
            pieces.Add(new DatePiece(TextRange.FromBounds(i, end), text[i..end].ToLowerInvariant(), number, glued));
            glued = true;
            i = end;
        }

        return pieces.ToImmutable();
    }
}
