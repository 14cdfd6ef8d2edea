using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"I" inside a quotation means its speaker, "we" and "our" those for whom the speaker speaks.</summary>
public static class QuotedPronouns
{
    /// <summary>The mentions with those of the quoted first persons added.</summary>
    /// <param name="tree">The trees.</param>
    /// <param name="mentions">All others.</param>
    /// <param name="quotes">With their speakers.</param>
    /// <param name="titles">Which offices speak for a state.</param>
    /// <param name="words">What all people share: "our planet".</param>
    public static MentionIndex Add(DocumentTree tree, MentionIndex mentions, ImmutableArray<Quote> quotes, Titles titles, MentionWords words)
    {
        if (!quotes.Any(quote => quote.SpeakerEntity is not null))
            return mentions;
        var added = new List<EntityMention>();
        var pair = new TwoStates(mentions);
        for (int i = 0; i < tree.Count; i++)
        {
            ref readonly Token token = ref tree[i];
            bool theirs = token.Pos == PartOfSpeech.Pron && token.Relation == Relation.Nsubj && words.IsThey(tree.Form(i).ToString().ToLowerInvariant()) && IsAgainstUs(tree, i);
            if (token.Pos != PartOfSpeech.Pron || !theirs && !token.Morphology.HasFlag(Morphology.FirstPerson) || mentions.Knows(i) || IsLetter(tree, i))
                continue;
            Quote? inner = null;
            foreach (Quote quote in quotes)
            {
                if (quote.Form != QuoteForm.Indirect && quote.Content.Contains(token.Range) && (inner is null || quote.Content.Length < inner.Content.Length))
                    inner = quote;
            }

            if (inner?.SpeakerEntity is not { } speaker)
                continue;
            if (theirs)
            {
                if (ManyOf(mentions.Entities, speaker, titles) is >= 0 and var us && pair.Other(inner.Content.Start, mentions.Entities[us].Country) is { } other)
                    added.Add(new EntityMention(token.Range, i, other.Entity, MentionKind.Pronoun, new RuleId("mention.quoted-other")));
                continue;
            }

            bool many = token.Morphology.HasFlag(Morphology.Plural);
            if (many && (IsInvitation(tree, i) || IsSome(tree, i) || IsOfAll(tree, inner.Content, i, words)))
                continue;
            int meant = many ? ManyOf(mentions.Entities, speaker, titles) : speaker;
            if (meant >= 0)
                added.Add(new EntityMention(token.Range, i, meant, MentionKind.Pronoun, new RuleId("mention.quoted-speaker")));
        }

        return added.Count == 0
            ? mentions
            : new MentionIndex(tree, mentions.Entities, [.. mentions.Mentions.Concat(added).OrderBy(mention => mention.Range)]) { Issuer = mentions.Issuer };
    }

    /// <summary>"[I]t": a letter that the editor put at the head of a word.</summary>
    private static bool IsLetter(DocumentTree tree, int i) =>
        i > 0 && i + 2 < tree.Count && tree.Form(i - 1) is "[" && tree.Form(i + 1) is "]" && tree[i + 2].Range.Start == tree[i + 1].Range.End && char.IsLetter(tree.Text[tree[i + 2].Range.Start]);

    /// <summary>"They shelled us", "they seized our boats": somebody does something to the speaker's side.</summary>
    private static bool IsAgainstUs(DocumentTree tree, int they)
    {
        if (tree.Head(they) is not (>= 0 and var verb) || tree[verb].Pos != PartOfSpeech.Verb || tree.Child(verb, Relation.Obj) is not (>= 0 and var target))
            return false;
        int us = tree[target].Pos == PartOfSpeech.Pron ? target : tree.Child(target, Relation.NmodPoss);
        return us >= 0 && tree[us].Morphology.HasFlag(Morphology.FirstPerson) && tree[us].Morphology.HasFlag(Morphology.Plural);
    }

    /// <summary>"let's", "let us": with those who are spoken to.</summary>
    private static bool IsInvitation(DocumentTree tree, int token) => token > 0 && tree.Form(token - 1).Equals("let", StringComparison.OrdinalIgnoreCase);

    /// <summary>"one of us", "he and we": those with whom the speaker works, not whom they speak for.</summary>
    private static bool IsSome(DocumentTree tree, int token) =>
        tree.Case(token) == "of" && tree.Head(token) is >= 0 and var part && (tree[part].Pos == PartOfSpeech.Num || tree.Form(part).Equals("one", StringComparison.OrdinalIgnoreCase))
        || tree[token].Relation == Relation.Conj && tree.Head(token) is >= 0 and var first && tree[first].Pos == PartOfSpeech.Pron;

    /// <summary>"our planet", "our two countries": who says so in a quotation speaks for more than a state.</summary>
    private static bool IsOfAll(DocumentTree tree, TextRange content, int token, MentionWords words)
    {
        while (token > 0 && tree[token - 1].Range.Start >= content.Start)
            token--;
        for (int i = token; i < tree.Count && tree[i].Range.Start < content.End; i++)
        {
            if (tree[i].Relation == Relation.NmodPoss && tree[i].Morphology.HasFlag(Morphology.FirstPerson) && tree[i].Morphology.HasFlag(Morphology.Plural) && tree.Head(i) is >= 0 and var owned && words.IsShared(tree.Form(owned).ToString().ToLowerInvariant()))
                return true;
        }

        return false;
    }

    /// <summary>
    /// "We" are more than the one who says it: of one who governs a state or speaks for it the state, of others the only body of the report that has
    /// their state and sector; -1 where that is not clear.
    /// </summary>
    private static int ManyOf(ImmutableArray<Entity> entities, int speaker, Titles titles)
    {
        Entity person = entities[speaker];
        if (person.Kind != EntityKind.Person)
            return speaker;
        if (person.Sectors is not [var sector, ..] || sector is not (Sector.Gov or Sector.Mil or Sector.Opp or Sector.Reb or Sector.Pty or Sector.Igo) || person.Country.IsNone && sector != Sector.Igo)
            return -1;
        bool national = sector == Sector.Gov && person.Office is { } office && titles.Find(office)?.Level is <= TitleLevel.Deputy or TitleLevel.Diplomat or TitleLevel.Spokesperson;
        int only = -1;
        for (int i = 0; i < entities.Length; i++)
        {
            Entity entity = entities[i];
            if (entity.Country != person.Country)
                continue;
            if (national && entity.Kind == EntityKind.State)
                return i;
            if (sector == Sector.Gov || entity.Kind is not (EntityKind.Organization or EntityKind.Group) || entity.Sectors is not [var first, ..] || first != sector)
                continue;
            if (only >= 0)
                return -1;
            only = i;
        }

        return only;
    }
}
