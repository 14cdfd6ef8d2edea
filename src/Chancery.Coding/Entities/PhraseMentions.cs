using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Puts names and nouns of one sentence together into phrases: "Russian Foreign Minister Sergei Lavrov", "Turkish police", "the Venezuelan president".</summary>
internal sealed class PhraseMentions(
    DocumentTree tree, KnownEntities known, EntityTable table, Sentence sentence,
    List<(int First, int Last, int Entity, NameRole Role)> names, bool[] taken)
{
    private readonly HashSet<int> used = [];

    public void Write(List<(int First, int Last, NameCandidate Candidate)> nouns)
    {
        foreach ((int first, int last, NameCandidate candidate) in nouns)
        {
            if (candidate.Role is NameRole.Title or NameRole.TitlePlural)
                WriteTitle(first, last, known.Titles.All[candidate.Index]);
            else
                WriteAgent(first, last, known.Agents[candidate.Index]);
        }

        foreach ((int first, int last, int entity, NameRole role) in names)
        {
            if (used.Contains(first))
                continue;
            WriteName(first, last, entity, role);
        }
    }

    private TextRange Range(int first, int last) => TextRange.FromBounds(tree[first].Range.Start, tree[last].Range.End);

    private int HeadOf(int first, int last)
    {
        for (int i = last; i >= first; i--)
        {
            int head = tree.Head(i);
            if (head < first || head > last)
                return i;
        }

        return last;
    }

    private void WriteName(int first, int last, int entity, NameRole role)
    {
        int head = HeadOf(first, last);
        if (role is NameRole.Adjective)
        {
            table.Mention(Range(first, last), head, entity, MentionKind.Adjective, "mention.adjective");
            return;
        }

        Entity named = table.Entities[entity];
        if (role == NameRole.People)
        {
            int people = table.OfReport($"people of {named.Country}", Range(first, last).Of(tree.Text), EntityKind.Group, named.Country, [Sector.Cvl], null);
            bool modifies = tree[head].Relation is Relation.Amod or Relation.Compound;
            table.Mention(Range(first, last), head, modifies ? entity : people, modifies ? MentionKind.Adjective : MentionKind.Name, "mention.people");
            return;
        }

        if (tree[head].Relation is Relation.Compound or Relation.Amod && named.Kind == EntityKind.State)
        {
            table.Mention(Range(first, last), head, entity, MentionKind.Adjective, "mention.modifier");
            return;
        }

        if (role == NameRole.Capital && IsPlaceHere(head))
        {
            int place = table.OfReport("place:" + Range(first, last).Of(tree.Text), Range(first, last).Of(tree.Text), EntityKind.Place, named.Country, [], null);
            table.Mention(Range(first, last), head, place, MentionKind.Name, "mention.place");
            return;
        }

        table.Mention(Range(first, last), head, entity, MentionKind.Name, "mention.name");
    }

    /// <summary>A capital acts for its government unless the grammar makes it a place: "in Moscow", "to Moscow".</summary>
    private bool IsPlaceHere(int head) =>
        tree.Case(head) is "in" or "at" or "to" or "from" or "near" or "around" or "outside" or "into" or "through" or "via" or "across" or "of" or "inside" or "toward" or "towards";

    private void WriteTitle(int first, int last, Title title)
    {
        int head = HeadOf(first, last);
        (CountryCode country, int start, int end) = Country(head, first, last);
        // A name right after the title bears it.
        if (NameAfter(last) is { } name)
        {
            used.Add(name.First);
            TextRange whole = TextRange.FromBounds(tree[start].Range.Start, tree[name.Last].Range.End);
            int bearer = name.Entity ?? Unknown(name.First, name.Last, country, title);
            table.Mention(whole, HeadOf(start, name.Last), bearer, MentionKind.Name, "mention.title-name");
            return;
        }

        if (country.IsNone)
        {
            if (table.Find("title:" + title.Name) is { } before)
                table.Mention(Range(start, last), head, before, MentionKind.Nominal, "mention.title-again");
            return;
        }

        OfficeHolder? holder = null;
        int count = 0;
        if (title.Level <= TitleLevel.ForeignMinister)
        {
            foreach (OfficeHolder held in known.HoldersOf(country, title.Name, table.Day))
            {
                holder = held;
                count++;
            }
        }

        TextRange range = TextRange.FromBounds(tree[start].Range.Start, tree[Math.Max(end, last)].Range.End);
        int entity = count == 1 && table.Day is not null
            ? table.OfKnown(holder!.Value.Person.Index)
            : table.OfReport($"{title.Name} of {country}", Range(first, last).Of(tree.Text), EntityKind.Person, country, [title.Sector], title.Name);
        table.Alias("title:" + title.Name, entity);
        table.Mention(range, head, entity, MentionKind.Nominal, "mention.office");
    }

    private int Unknown(int first, int last, CountryCode country, Title title)
    {
        string name = Range(first, last).Of(tree.Text);
        string surname = tree[last].Range.Of(tree.Text);
        if (table.Find(name) is { } before)
            return before;
        int entity = table.OfReport(name, name, EntityKind.Person, country, [title.Sector], title.Name);
        table.Alias(surname, entity);
        return entity;
    }

    /// <summary>A known name or a run of proper nouns that follows without a comma.</summary>
    private (int First, int Last, int? Entity)? NameAfter(int last)
    {
        int next = last + 1;
        if (next >= sentence.EndToken)
            return null;
        foreach ((int first, int end, int entity, NameRole role) in names)
        {
            if (first == next && table.Entities[entity].Kind == EntityKind.Person)
                return (first, end, entity);
        }

        int stop = next;
        while (stop < sentence.EndToken && tree[stop].Pos == PartOfSpeech.Propn && !taken[stop - sentence.FirstToken] && char.IsUpper(tree.Text[tree[stop].Range.Start]))
            stop++;
        if (stop == next)
            return null;
        string surname = tree[stop - 1].Range.Of(tree.Text);
        return (next, stop - 1, table.Find(Range(next, stop - 1).Of(tree.Text)) ?? (stop - next == 1 ? table.Find(surname) : null));
    }

    /// <summary>The country that a noun phrase names by adjective, owner or "of", with the tokens at which the phrase begins and ends.</summary>
    private (CountryCode Country, int Start, int End) Country(int head, int first, int last)
    {
        int start = first;
        int end = last;
        CountryCode country = default;
        // Modifiers on the left, whatever the tree says of them: "Russian Deputy Prime".
        for (int i = first - 1; i >= sentence.FirstToken && first - i < 6; i--)
        {
            (int First, int Last, int Entity, NameRole Role)? name = NameEndingAt(i);
            if (name is { } found && found.Role is NameRole.Adjective or NameRole.People or NameRole.Name or NameRole.Acronym)
            {
                if (country.IsNone && table.Entities[found.Entity].Kind is not EntityKind.Person)
                {
                    country = table.Entities[found.Entity].Country;
                    start = found.First;
                }

                break;
            }

            if (tree[i].Pos is not (PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Part or PartOfSpeech.Propn) && !IsPossessive(i))
                break;
        }

        if (!country.IsNone)
            return (country, start, end);
        foreach (int child in tree.Children(head))
        {
            if (tree[child].Relation is not (Relation.Nmod or Relation.NmodPoss))
                continue;
            if (tree[child].Relation == Relation.Nmod && tree.Case(child) is not ("of" or "in" or "for" or "from"))
                continue;
            foreach ((int f, int l, int entity, NameRole role) in names)
            {
                if (child >= f && child <= l && table.Entities[entity].Kind != EntityKind.Person)
                    return (table.Entities[entity].Country, Math.Min(start, f), Math.Max(end, l));
            }
        }

        return (default, start, end);
    }

    private bool IsPossessive(int token) => tree[token].Range.In(tree.Text) is "'s" or "’s" or "'" or "’" or "-";

    private (int First, int Last, int Entity, NameRole Role)? NameEndingAt(int token)
    {
        foreach ((int First, int Last, int Entity, NameRole Role) name in names)
        {
            if (name.Last == token)
                return name;
        }

        return null;
    }

    private void WriteAgent(int first, int last, Agent agent)
    {
        int head = HeadOf(first, last);
        if (tree[head].Relation is Relation.Compound or Relation.Amod)
            return;
        (CountryCode country, int start, int end) = Country(head, first, last);
        string phrase = Range(start, Math.Max(last, end)).Of(tree.Text);
        int entity = table.OfReport($"{agent.Noun} of {country}", phrase, agent.Kind, country, [agent.Sector], null);
        table.Mention(Range(start, Math.Max(last, end)), head, entity, MentionKind.Nominal, "mention.agent");
    }
}
