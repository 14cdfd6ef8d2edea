using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Finds the names, offices and common nouns of actors of one sentence and decides what each means.</summary>
internal sealed class MentionScan(DocumentTree tree, KnownEntities known, EntityTable table)
{
    private readonly List<NameMatch> matches = [];
    private readonly List<(NameMatch Match, int First, int Last)> placed = [];

    public void Read(Sentence sentence)
    {
        matches.Clear();
        placed.Clear();
        known.Match(sentence.Range.In(tree.Text), matches);
        foreach (NameMatch match in matches)
        {
            if (Place(sentence, match) is { } tokens)
                placed.Add((match, tokens.First, tokens.Last));
        }

        // Longest first, so that "Foreign Minister" wins over "Minister" and "South Korea" over "Korea".
        placed.Sort(static (a, b) => a.Match.Length != b.Match.Length ? b.Match.Length.CompareTo(a.Match.Length) : a.First.CompareTo(b.First));
        var taken = new bool[sentence.TokenCount];
        var names = new List<(int First, int Last, int Entity, NameRole Role)>();
        var nouns = new List<(int First, int Last, NameCandidate Candidate)>();
        foreach ((NameMatch match, int first, int last) in placed)
        {
            if (IsTaken(taken, first - sentence.FirstToken, last - sentence.FirstToken))
                continue;
            if (Decide(match, first, last, names, nouns))
                taken.AsSpan(first - sentence.FirstToken, last - first + 1).Fill(true);
        }

        names.Sort(static (a, b) => a.First.CompareTo(b.First));
        nouns.Sort(static (a, b) => a.First.CompareTo(b.First));
        var phrases = new PhraseMentions(tree, known, table, sentence, names, taken);
        phrases.Write(nouns);
    }

    private static bool IsTaken(bool[] taken, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (taken[i])
                return true;
        }

        return false;
    }

    /// <summary>The tokens that the match covers exactly, a possessive ending aside; null when it cuts a token.</summary>
    private (int First, int Last)? Place(Sentence sentence, NameMatch match)
    {
        int start = sentence.Range.Start + match.Start;
        int end = start + match.Length;
        int first = -1;
        int last = -1;
        int low = sentence.FirstToken;
        int high = sentence.EndToken - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tree[middle].Range.End <= start)
                low = middle + 1;
            else
                high = middle;
        }

        for (int i = low; i < sentence.EndToken && tree[i].Range.Start < end; i++)
        {
            if (tree[i].Range.Start == start)
                first = i;
            if (tree[i].Range.End <= end || tree[i].Range.Start < end)
                last = i;
        }

        if (first < 0 || last < first || tree[last].Range.End != end)
            return null;
        return (first, last);
    }

    private bool Decide(
        NameMatch match, int first, int last, List<(int, int, int, NameRole)> names, List<(int, int, NameCandidate)> nouns)
    {
        ReadOnlySpan<NameCandidate> candidates = known.Candidates(match.Name);
        NameCandidate? best = null;
        int persons = 0;
        foreach (NameCandidate candidate in candidates)
        {
            if (!candidate.IsEntity)
            {
                if (candidate.Role is NameRole.Title or NameRole.TitlePlural or NameRole.Agent or NameRole.AgentPlural && IsNominal(last))
                {
                    nouns.Add((first, last, candidate));
                    return true;
                }

                continue;
            }

            if (known[candidate.Index].Kind == EntityKind.Person)
                persons++;
            if (best is not { } old || Rank(candidate) < Rank(old))
                best = candidate;
        }

        if (best is not { } chosen)
            return false;
        if (known[chosen.Index].Kind == EntityKind.Person)
        {
            if (Person(candidates, chosen, persons, first, last) is not { } person)
                return false;
            names.Add((first, last, person, chosen.Role));
            return true;
        }

        if (tree[last].Pos is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Adv or PartOfSpeech.Adp)
            return false;
        names.Add((first, last, table.OfKnown(chosen.Index), chosen.Role));
        return true;
    }

    private bool IsNominal(int token) => tree[token].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn;

    /// <summary>States before bodies before persons' full names before places before surnames.</summary>
    private int Rank(NameCandidate candidate)
    {
        KnownEntity entity = known[candidate.Index];
        bool alive = entity.Valid.Holds(table.Day);
        int kind = entity.Kind switch
        {
            EntityKind.State => candidate.Role == NameRole.Capital ? 3 : 0,
            EntityKind.Organization or EntityKind.Group => 2,
            EntityKind.Person => candidate.Role == NameRole.Surname ? 8 : 1,
            _ => 4,
        };
        return kind * 2 + (alive ? 0 : 1);
    }

    /// <summary>A full name means its bearer; a surname alone means one already named here, else the only bearer in high office on the day.</summary>
    private int? Person(ReadOnlySpan<NameCandidate> candidates, NameCandidate chosen, int persons, int first, int last)
    {
        string words = TextRange.FromBounds(tree[first].Range.Start, tree[last].Range.End).Of(tree.Text);
        if (tree[last].Pos is not (PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.X))
            return null;
        if (table.Find(words) is { } named)
            return named;
        if (chosen.Role != NameRole.Surname && persons == 1)
        {
            int entity = table.OfKnown(chosen.Index);
            table.Alias(words, entity);
            if (known[chosen.Index].Families is [var family, ..])
                table.Alias(family, entity);
            return entity;
        }

        // Part of a longer unknown name: "John Putin" is not Vladimir Putin.
        if (chosen.Role == NameRole.Surname && first > 0 && tree.SentenceOf(first - 1) == tree.SentenceOf(first)
            && tree[first - 1].Pos == PartOfSpeech.Propn && tree[first - 1].Relation is Relation.Flat or Relation.Compound
            && tree.Head(first - 1) == first)
        {
            return null;
        }

        KnownEntity? only = null;
        foreach (NameCandidate candidate in candidates)
        {
            if (!candidate.IsEntity || known[candidate.Index].Kind != EntityKind.Person)
                continue;
            KnownEntity person = known[candidate.Index];
            if (!person.OfficesOn(table.Day).Any(office => office.Level <= TitleLevel.Minister))
                continue;
            if (only is not null)
                return null;
            only = person;
        }

        if (only is null || only.Families.Length == 0)
            return null;
        int found = table.OfKnown(only.Index);
        table.Alias(words, found);
        return found;
    }
}
