using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Titles of works, in which nobody acts.</summary>
internal sealed class WorkTitles(DocumentTree tree, MentionWords words, NameLetters letters)
{
    /// <summary>Titles of more words are hardly told from words that somebody said.</summary>
    private const int LongestQuoted = 8;

    /// <summary>"a film called The Salt Path of Odal": an article with a capital within a sentence begins the title of a work, and nobody in it acts.</summary>
    public void Mark(Sentence sentence, List<Sighting> found, Sighting?[] taken, HashSet<Sighting> gone)
    {
        for (int i = sentence.FirstToken + 1; i + 1 < sentence.EndToken; i++)
        {
            if (!letters.IsCapital(i) || !words.IsDefinite(letters.Lower(i)) || taken[i - sentence.FirstToken] is not null || !char.IsLower(tree.Text[tree[i - 1].Range.Start]) && tree.Form(i - 1) is not "," || !letters.IsCapital(i + 1))
                continue;
            int last = i;
            for (int j = i + 1; j < sentence.EndToken; j++)
            {
                if (letters.IsCapital(j))
                    last = j;
                else if (!IsTitleLink(j) || j - last > 1 || j + 1 >= sentence.EndToken)
                    break;
            }

            if (MayBeSomebody(i + 1, last, sentence, taken))
                continue;
            var work = new Sighting { First = i, Last = last, Range = TextRange.FromBounds(tree[i].Range.Start, tree[last].Range.End), Kind = SightingKind.Name, IsWork = true };
            Take(work, sentence, found, taken, gone);
            i = last;
        }

        MarkShips(sentence, found, taken, gone);
        MarkCalled(sentence, found, taken, gone);
        MarkQuoted(sentence, found, taken, gone);
    }

    /// <summary>"the comedy Captain Norway … Captain Norway opens on Friday": what the report has called a work is one wherever these words stand.</summary>
    public static void Again(DocumentTree tree, List<Sighting>[] sentences)
    {
        var titles = new HashSet<string>(StringComparer.Ordinal);
        foreach (Sighting sighting in sentences.SelectMany(static sightings => sightings))
        {
            if (sighting.IsWork && sighting.First < sighting.Last)
                titles.Add(sighting.Range.Of(tree.Text));
        }

        foreach (List<Sighting> sightings in sentences)
        {
            if (titles.Count > 0)
                sightings.RemoveAll(sighting => !sighting.IsWork && titles.Any(title => IsWithin(tree, sighting.Range, title)));
        }
    }

    private static bool IsWithin(DocumentTree tree, TextRange part, string title)
    {
        int at = title.IndexOf(part.Of(tree.Text), StringComparison.Ordinal);
        return at >= 0 && part.Length < title.Length && part.Start >= at && tree.Text.AsSpan(part.Start - at).StartsWith(title, StringComparison.Ordinal);
    }

    /// <summary>"the MV Captain Karl Beck": what stands behind letters that only ships bear.</summary>
    private void MarkShips(Sentence sentence, List<Sighting> found, Sighting?[] taken, HashSet<Sighting> gone)
    {
        for (int i = sentence.FirstToken; i + 1 < sentence.EndToken; i++)
        {
            if (!words.IsShipLetters(letters.Lower(i)) || !char.IsUpper(tree.Text[tree[i].Range.End - 1]) || !letters.IsCapital(i + 1))
                continue;
            int last = i + 1;
            while (last + 1 < sentence.EndToken && letters.IsCapital(last + 1))
                last++;
            bool bears = false;
            for (int j = i + 1; j <= last; j++)
                bears |= taken[j - sentence.FirstToken] is { Kind: SightingKind.Person or SightingKind.Title or SightingKind.Agent };
            if (bears)
                Take(new Sighting { First = i + 1, Last = last, Range = TextRange.FromBounds(tree[i + 1].Range.Start, tree[last].Range.End), Kind = SightingKind.Name, IsWork = true }, sentence, found, taken, gone);
            i = last;
        }
    }

    /// <summary>"the comedy Captain Norway": capitals behind what they are the title of, where a state or an office stands among them.</summary>
    private void MarkCalled(Sentence sentence, List<Sighting> found, Sighting?[] taken, HashSet<Sighting> gone)
    {
        for (int i = sentence.FirstToken + 1; i + 1 < sentence.EndToken; i++)
        {
            if (!letters.IsCapital(i) || letters.IsCapital(i - 1) || tree[i - 1].Pos != PartOfSpeech.Noun || !words.IsThingNoun(letters.Lower(i - 1)))
                continue;
            int last = i;
            while (last + 1 < sentence.EndToken && letters.IsCapital(last + 1))
                last++;
            int head = tree.HeadOf(i, last);
            bool tied = tree[head].Head == i - 1 || tree[i - 1].Head == head && tree[i - 1].Relation is Relation.Compound or Relation.NmodDesc || tree[i - 1].Relation == Relation.Obj && tree[head].Relation == Relation.Obj && tree[head].Head == tree[i - 1].Head;
            bool opens = taken[i - sentence.FirstToken] is { Kind: SightingKind.Title or SightingKind.Agent } or null && words.NameWord(letters.Lower(i)) is null or "thing";
            if (last > i && tied && opens && tree[head].Relation != Relation.Nsubj | tree[i - 1].Head == head && taken[last - sentence.FirstToken] is { Kind: SightingKind.State, Role: NameRole.Name } state && state.First > i && !(last + 1 < sentence.EndToken && tree.Form(last + 1) is "'s" or "’s"))
                Take(new Sighting { First = i, Last = last, Range = TextRange.FromBounds(tree[i].Range.Start, tree[last].Range.End), Kind = SightingKind.Name, IsWork = true }, sentence, found, taken, gone);
        }
    }

    /// <summary>the song "Uncle Karl's Boat": words between marks that all have capitals.</summary>
    private void MarkQuoted(Sentence sentence, List<Sighting> found, Sighting?[] taken, HashSet<Sighting> gone)
    {
        for (int open = sentence.FirstToken; open + 2 < sentence.EndToken; open++)
        {
            if (!IsMark(open))
                continue;
            int close = open + 1;
            while (close < sentence.EndToken && !IsMark(close))
                close++;
            if (close >= sentence.EndToken)
                return;
            int last = close - 1;
            while (last > open && tree[last].Pos == PartOfSpeech.Punct)
                last--;
            if (last > open && last - open <= LongestQuoted && IsAllCapitals(open + 1, last) && !IsCalledSo(open, close, last, sentence, taken))
                Take(new Sighting { First = open + 1, Last = last, Range = TextRange.FromBounds(tree[open + 1].Range.Start, tree[last].Range.End), Kind = SightingKind.Name, IsWork = true }, sentence, found, taken, gone);
            open = close;
        }
    }

    private static void Take(Sighting work, Sentence sentence, List<Sighting> found, Sighting?[] taken, HashSet<Sighting> gone)
    {
        for (int i = work.First; i <= work.Last; i++)
        {
            if (taken[i - sentence.FirstToken] is { } part)
                gone.Add(part);
            taken[i - sentence.FirstToken] = work;
        }

        found.Add(work);
    }

    private bool IsMark(int token) => tree.Form(token) is "\"" or "“" or "”" or "``" or "''";

    private bool IsAllCapitals(int first, int last)
    {
        if (!letters.IsCapital(first))
            return false;
        for (int i = first + 1; i <= last; i++)
        {
            if (!letters.IsCapital(i) && tree[i].Pos != PartOfSpeech.Punct && !IsTitleLink(i) && !char.IsDigit(tree.Text[tree[i].Range.Start]) && tree[i].Pos is not (PartOfSpeech.Adp or PartOfSpeech.Det or PartOfSpeech.Part))
                return false;
        }

        return true;
    }

    /// <summary>the "Odal Unity" party, Karl "Kalle" Beck, "Russia", a woman known as "Odalys": the name of somebody, whatever its marks.</summary>
    private bool IsCalledSo(int open, int close, int last, Sentence sentence, Sighting?[] taken)
    {
        Sighting? inside = taken[open + 1 - sentence.FirstToken];
        if (inside is { Kind: SightingKind.State or SightingKind.Body or SightingKind.Outlet } or { Kind: SightingKind.Person, IsWeak: false } && inside.First == open + 1 && inside.Last == last)
            return true;
        if (letters.IsCapital(open - 1) && letters.IsCapital(close + 1))
            return true;
        bool named = open > sentence.FirstToken && (words.IsNamingVerb(letters.Lower(open - 1)) || tree.Form(open - 1) is "as" && letters.Lower(open - 2) != "such");
        if (named && !words.IsDefinite(letters.Lower(open + 1)) || open == sentence.FirstToken && last == open + 1)
            return true;
        if (last == open + 1 && !tree.Form(last).ContainsAnyInRange('a', 'z'))
            return true;

        // The "Odal Defence Brigade" attacked, but the film "Odal Rowing Club".
        if (words.NameWord(letters.Lower(last)) == "body" && !words.IsThingNoun(letters.Lower(open - 1)))
            return true;
        return open > sentence.FirstToken && IsBodyOrOne(taken[open - 1 - sentence.FirstToken], open - 1) || close + 1 < sentence.EndToken && IsBodyOrOne(taken[close + 1 - sentence.FirstToken], close + 1);
    }

    private bool IsBodyOrOne(Sighting? beside, int token) =>
        beside is { Kind: SightingKind.Title } or { Kind: SightingKind.Agent } && beside.Role is not NameRole.TitlePlural || words.NameWord(letters.Lower(token)) == "body";

    private bool IsTitleLink(int token) => words.IsNaming(letters.Lower(token)) || letters.IsCoordinator(token) && tree.Form(token) is not "," || words.IsDefinite(letters.Lower(token)) || tree.Form(token) is "'s" or "’s";

    /// <summary>"told The Odal Herald", "thanked The President of Chile": no titles of works.</summary>
    private bool MayBeSomebody(int first, int last, Sentence sentence, Sighting?[] taken)
    {
        Sighting? opening = taken[first - sentence.FirstToken];
        if (opening is { Kind: SightingKind.State or SightingKind.Body or SightingKind.Outlet or SightingKind.Region } || opening is { Kind: SightingKind.Person, IsWeak: false })
            return true;
        bool holder = opening is { Kind: SightingKind.Title or SightingKind.Agent };
        if (holder && (opening!.Last >= last || words.IsNaming(letters.Lower(opening.Last + 1))))
            return true;
        for (int i = first; i <= last; i++)
        {
            if (words.NameWord(letters.Lower(i)) is "body" or "place" || taken[i - sentence.FirstToken] is { Kind: SightingKind.Outlet or SightingKind.Body } || i > first && taken[i - sentence.FirstToken] is { Kind: SightingKind.Agent } noun && letters.IsBody(noun))
                return true;
        }

        return false;
    }
}
