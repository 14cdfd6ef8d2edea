using System.Collections.Immutable;
using System.Globalization;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Builds the chain of hearsay of an act: outlet, then whoever tells it, outermost first, down to the one who says it.</summary>
public sealed class SourceChains(DocumentTree tree, ClauseSet clauses, MentionIndex mentions, ImmutableArray<Quote> quotes, SpeechWords speech, ClauseGrammar grammar)
{
    private readonly SideFinder sides = new(tree, mentions);

    /// <param name="index">The clause that tells the act.</param>
    /// <param name="sayer">For an act that is itself said, the one who says it; null otherwise.</param>
    /// <param name="outlet">The publisher, or null.</param>
    /// <param name="isSaid">Whether it has been said, as the report tells it, not only may or will be.</param>
    public ImmutableArray<Attribution> Build(int index, Side? sayer, string? outlet, bool isSaid)
    {
        // Collected from the act outwards, then turned round.
        var links = new List<Attribution>();
        Quote? quote = QuoteAround(clauses[index].Predicate);
        AddGovernors(index, sayer is not null, quote, links);
        if (quote is { Cue: { } cue })
            AddCited(TokenPlaces.FirstFrom(tree.Parsed, cue.Start), links);
        if (quote is not null)
            AddQuoteSpeaker(quote, links);
        AddSentenceSource(clauses[index].Predicate, links);
        if (quote is not null)
        {
            for (int i = quote.Attribution.Length - 1; i >= 0; i--)
                Add(links, quote.Attribution[i]);
        }

        // Somebody tells that it was said: the chain ends with the one who said it, unless whoever tells it speaks for him, or accuses him of it.
        if (sayer is { } said && !links.Any(static link => link is { Entity: not null, Stance: Stance.Alleges }) && !links.Any(link => link.Entity == said.Entity) && !links.Any(link => link.Entity is { } teller && (SpeaksFor(mentions.Entities[teller], mentions.Entities[said.Entity]) || (!isSaid && !IsOutlet(mentions.Entities[teller])))))
            links.Insert(0, new Attribution(mentions.Entities[said.Entity].Name, said.Entity, Stance.Says));
        if (outlet is not null)
            Add(links, new Attribution(outlet, null, null));
        links.Reverse();
        return [.. links];
    }

    /// <summary>A minister says what his state has asked for; a person who is named said it himself.</summary>
    private static bool SpeaksFor(Entity teller, Entity said) =>
        !IsOutlet(teller) && said.Kind != EntityKind.Person && teller.Country == said.Country && (!teller.Country.IsNone || teller.Sectors.Any(said.Sectors.Contains));

    /// <summary>Whoever passes on what others say does not say it.</summary>
    private static bool IsOutlet(Entity entity) => entity is { Kind: EntityKind.Organization, Sectors: [Sector.Med, ..] };

    private void AddGovernors(int index, bool isSaid, Quote? quote, List<Attribution> links)
    {
        var seen = new HashSet<int>();
        int below = -1;
        for (int i = index; i >= 0 && seen.Add(i);)
        {
            Clause clause = clauses[i];
            AddAdverb(clause, links);
            AddParatheticSpeaker(clause, below, isSaid, quote, links);
            int above = clause.Governor;
            if (above < 0 || IsWritersAside(clause) || clause.Link == ClauseLink.Nominal && tree.IsSetOff(clause.Predicate))
                break;
            Clause governor = clauses[above];

            // Outside of a quotation its speaker and those who pass it on are known better.
            if (quote is not null && !quote.Content.Contains(tree[governor.Predicate].Range))
                break;
            if (below >= 0 && IsToldBehind(clauses[below], clause, governor))
                break;
            if (clause.Link is ClauseLink.Complement or ClauseLink.Conjunct && Speaks(governor) && IsIn(clause, governor) && !GoesOn(clause, governor) && !IsBidden(governor) && !(clause.Link == ClauseLink.Conjunct && speech.StanceOf(governor.Lemma) == Stance.Denies))
                AddSpeaker(governor, links);
            below = i;
            i = above;
        }
    }

    /// <summary>"asked the judge to note that Chad had left": whoever is asked to say a thing has not said it.</summary>
    private bool IsBidden(Clause saying) =>
        saying is { Link: ClauseLink.Complement, Tense: Tense.None, Governor: >= 0 } && tree.Is(saying.Marker, WordFunction.Infinitive) && clauses[saying.Governor] is { IsPassive: false } bidding
        && bidding.Find(Roles.Object) is >= 0 and var asked && asked == saying.Find(Roles.Subject) && grammar.ForceOf(bidding) == ModalForce.Hypothetical;

    /// <summary>"Chad will leave, Blom said, after Togo shelled the town": behind the sayer and a comma the writer tells what went before.</summary>
    private bool IsToldBehind(Clause circumstance, Clause said, Clause saying)
    {
        bool isBehind = circumstance is { Link: ClauseLink.Adverbial, Marker: not null, Tense: Tense.Past } && said.Predicate < saying.Predicate && saying.Predicate < circumstance.Predicate && speech.IsSpeech(saying.Lemma);
        if (!isBehind || !tree.Is(circumstance.Marker, WordFunction.Awaited))
            return false;
        int first = TokenPlaces.FirstFrom(tree.Parsed, tree.SubtreeRange(circumstance.Predicate).Start);
        return first > 0 && (tree.Form(first) is "," || tree.Form(first - 1) is ",");
    }

    /// <summary>Whether the clause is what the governor says, not its subject or a purpose.</summary>
    private bool IsIn(Clause clause, Clause governor)
    {
        // ", while Norway denied it" is set against what is said, not in it.
        if (speech.IsAside(clause.Marker))
            return false;
        foreach (Argument argument in governor.Arguments)
        {
            if (argument.Token == clause.Predicate)
                return argument.Role == Roles.Complement;
        }

        return clause.Link == ClauseLink.Complement || (clause.Link == ClauseLink.Conjunct && (clause.Marker is "that" || !(HasOwnSubject(clause) || HasOther(clause, governor))));
    }

    /// <summary>"The partner asked for secrecy, but the minister said …": who has a subject of his own is not told of by the first.</summary>
    private static bool HasOwnSubject(Clause clause)
    {
        foreach (Argument argument in clause.Arguments)
        {
            if (argument.Role == Roles.Subject || (clause.IsPassive && argument.Role == Roles.Object))
                return !argument.IsShared;
        }

        return false;
    }

    /// <summary>"Chad told its neighbours, but an envoy called it a lie and left": a second verb of somebody else is not told by the first.</summary>
    private static bool HasOther(Clause clause, Clause governor) =>
        clause.Find(Roles.Subject) is >= 0 and var subject && governor.Find(Roles.Subject) is >= 0 and var teller && subject != teller && governor.Find(Roles.Complement) < 0;

    /// <summary>"rejected the charge and vowed to retaliate": a second act of the same doer is not told by the first.</summary>
    private static bool GoesOn(Clause clause, Clause governor) =>
        clause.Link == ClauseLink.Conjunct && governor.Find(Roles.Complement) < 0 && clause.Find(Roles.Subject) is >= 0 and var subject && subject == governor.Find(Roles.Subject);

    /// <summary>"…, who had left the party, …": a relative clause set off by a comma is told by the writer, not by whoever is said to tell the sentence.</summary>
    private bool IsWritersAside(Clause clause)
    {
        if (clause.Link != ClauseLink.Relative)
            return false;
        int first = TokenPlaces.FirstFrom(tree.Parsed, tree.SubtreeRange(clause.Predicate).Start);
        return first > 0 && tree[first - 1].Pos == PartOfSpeech.Punct && tree.SentenceOf(first - 1) == tree.SentenceOf(first);
    }

    /// <summary>Whether a word stands in a clause of the writer's within words that are told, not in marks.</summary>
    private bool IsAsideWithin(int token, Quote quote)
    {
        if (quote.Form == QuoteForm.Direct || IsInMarks(token, quote))
            return false;
        for (int at = token; at >= 0 && quote.Content.Contains(tree[at].Range); at = tree.Head(at))
        {
            if (clauses.At(at) is >= 0 and var clause && IsWritersAside(clauses[clause]))
                return true;
        }

        return false;
    }

    /// <summary>An odd number of marks stands between the beginning of what is told and a word in marks.</summary>
    private bool IsInMarks(int token, Quote quote)
    {
        int marks = 0;
        for (int i = quote.Content.Start; i < tree[token].Range.Start; i++)
        {
            char c = tree.Text[i];
            bool paired = c is not ('‘' or '’') && char.GetUnicodeCategory(c) is UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation;
            marks += paired || c == '"' ? 1 : 0;
        }

        return marks % 2 == 1;
    }

    private void AddSpeaker(Clause speaking, List<Attribution> links)
    {
        AddCited(speaking.Predicate, links);
        var found = new List<Side>();
        if (speaking.Find(Roles.Subject) is >= 0 and var subject)
            sides.Find(subject, false, found, null);
        foreach (Side side in found.Take(1))
            Add(links, new Attribution(mentions.Entities[side.Entity].Name, side.Entity, speech.StanceOf(speaking.Lemma)));
        // "an incident that threatens to overshadow the talks" tells of no talks.
        bool tells = clauses.At(speaking.Find(Roles.Complement)) is not (>= 0 and var told) || clauses[told].Tense != Tense.None;
        if (found.Count == 0 && tells && speaking.Find(Roles.Subject) is >= 0 and var unnamed && tree[unnamed].Pos != PartOfSpeech.Pron)
            Add(links, new Attribution(tree.SubtreeRange(unnamed).Of(tree.Text), null, speech.StanceOf(speaking.Lemma)));
    }

    /// <summary>"said, citing the police, that Chad had left": whom a teller cites stands behind him.</summary>
    private void AddCited(int speaking, List<Attribution> links)
    {
        foreach (int child in tree.Children(speaking))
        {
            if (tree[child] is { Relation: Relation.Advcl, Pos: PartOfSpeech.Verb } && speech.IsCiting(tree[child].Lemma) && tree.Child(child, Relation.Obj) is >= 0 and var source)
                AddSource(source, links);
        }
    }

    private void AddSource(int token, List<Attribution> links)
    {
        var found = new List<Side>();
        sides.AddOwn(token, false, found);
        if (found.Count > 0)
            Add(links, new Attribution(mentions.Entities[found[0].Entity].Name, found[0].Entity, Stance.Says));
        else
            Add(links, new Attribution(WithoutCase(token).Of(tree.Text), null, Stance.Says));
    }

    private TextRange WithoutCase(int token)
    {
        int start = tree[token].Range.Start;
        TextRange range = tree[token].Range;
        foreach (int child in tree.Children(token))
        {
            if (tree[child].Relation is not (Relation.Case or Relation.Punct or Relation.Acl or Relation.AclRelcl))
                range = range.Union(tree.SubtreeRange(child));
        }

        return range.Length > 120 ? new TextRange(start, tree[token].Range.Length) : range;
    }

    /// <summary>"reportedly", "allegedly": somebody says so who is not named.</summary>
    private void AddAdverb(Clause clause, List<Attribution> links)
    {
        foreach (int child in tree.Children(clause.Predicate))
        {
            if (tree[child].Relation == Relation.Advmod && speech.HearsayAdverb(tree[child].Lemma.ToLowerInvariant()) is { } stance)
                Add(links, new Attribution($"unspecified ({tree[child].Range.Of(tree.Text)})", null, stance));
        }
    }

    /// <summary>"…, the ministry said": the speaking clause hangs below what it reports; "…, the ministry said, hours after Chad left": what hangs on the speaking clause itself is none of its words.</summary>
    private void AddParatheticSpeaker(Clause clause, int below, bool isSaid, Quote? quote, List<Attribution> links)
    {
        foreach (int child in tree.Children(clause.Predicate))
        {
            // "Togo will free them, the ministry said, but an envoy said he knew nothing": the second was not told by the first.
            if (below >= 0 && clauses[below] is { Link: ClauseLink.Conjunct } next && child < next.Predicate && speech.IsSpeech(next.Lemma) && HasOwnSubject(next))
                continue;
            // "Togo will sue, the ministry said, while Chad threatened to leave": set against what was told.
            if (below >= 0 && clauses[below].Marker is { } aside && speech.IsAside(aside) && child < clauses[below].Predicate && HasOwnSubject(clauses[below]))
                continue;
            // "accused Togo of theft, a charge Togo denied": that it was said is not denied.
            if (isSaid && clauses.At(child) is >= 0 and var denial && speech.StanceOf(clauses[denial].Lemma) == Stance.Denies)
                continue;
            if (tree[child].Relation == Relation.Parataxis && !IsParted(clause.Predicate, child) && (quote is null || quote.Content.Contains(tree[child].Range)) && clauses.At(child) is >= 0 and var spoken && spoken != below && Speaks(clauses[spoken]))
                AddSpeaker(clauses[spoken], links);
            if (tree[child].Relation == Relation.Advcl && clauses.At(child) is >= 0 and var compared && compared != below && IsAsTold(clauses[compared], clause))
                AddSpeaker(clauses[compared], links);
        }
    }

    /// <summary>"Togo, as two diplomats told reporters, blocked the text".</summary>
    private bool IsAsTold(Clause telling, Clause told)
    {
        if (telling is not { Link: ClauseLink.Adverbial, Tense: not Tense.None, IsNegated: false, IsPassive: false } || !tree.Is(telling.Marker, WordFunction.Likeness) || !Speaks(telling) || telling.Find(Roles.Complement) >= 0)
            return false;
        int first = TokenPlaces.FirstFrom(tree.Parsed, tree.SubtreeRange(telling.Predicate).Start);
        bool isSetOff = first == 0 || tree[first - 1].Pos == PartOfSpeech.Punct || tree[first].Pos == PartOfSpeech.Punct || tree.SentenceOf(first - 1) != tree.SentenceOf(first);
        if (!isSetOff || telling.Find(Roles.Subject) is not (>= 0 and var teller) || teller == told.Find(Roles.Subject))
            return false;
        // "as the inquiry continued" tells of no one who speaks.
        var tellers = new List<Side>();
        sides.Find(teller, false, tellers, null);
        return tellers.Count > 0;
    }

    /// <summary>"said", "pointed out"; to "call off" is not to call.</summary>
    private bool Speaks(Clause clause) => speech.IsSpeech(clause.Particle is { } particle ? $"{clause.Lemma} {particle}" : clause.Lemma);

    /// <summary>A semicolon parts two statements: neither tells the other.</summary>
    private bool IsParted(int one, int other)
    {
        for (int i = Math.Min(one, other); i < Math.Max(one, other); i++)
        {
            if (tree[i].Pos == PartOfSpeech.Punct && tree.Form(i) is ";")
                return true;
        }

        return false;
    }

    /// <summary>The innermost quotation with a known speaker around a word, or null.</summary>
    private Quote? QuoteAround(int token)
    {
        TextRange place = tree[token].Range;
        Quote? inner = null;
        foreach (Quote quote in quotes)
        {
            if (quote.Content.Contains(place) && !IsSetAgainst(quote) && (inner is null || quote.Content.Length < inner.Content.Length) && !IsAsideWithin(token, quote))
                inner = quote;
        }

        return inner?.Speaker is { } speaker && (inner.SpeakerEntity is not null || !IsPronoun(speaker)) ? inner : null;
    }

    /// <summary>"Togo shut the port, the ministry said, but Chad denied it": what stands behind its sayer and an "and" or "but" of its own, with a subject, is told beside his words.</summary>
    private bool IsSetAgainst(Quote quote)
    {
        if (quote.Form != QuoteForm.Indirect || quote.Cue is not { } cue || quote.Content.Start < cue.End)
            return false;
        int first = TokenPlaces.FirstFrom(tree.Parsed, quote.Content.Start);
        if (first <= 0 || first >= tree.Count || tree[first - 1].Pos != PartOfSpeech.Punct)
            return false;
        // "…, Blom said, after Togo shelled the town": the writer tells what went before.
        if (tree[first].Pos == PartOfSpeech.Sconj && tree.Is(tree[first].Lemma, WordFunction.Awaited) && clauses.At(tree.Head(first)) is >= 0 and var before && clauses[before] is { Tense: Tense.Past, Link: ClauseLink.Adverbial })
            return true;
        return tree[first].Pos == PartOfSpeech.Cconj && clauses.At(tree.Head(first)) is >= 0 and var joined && HasOwnSubject(clauses[joined]);
    }

    private void AddQuoteSpeaker(Quote quote, List<Attribution> links) =>
        Add(links, new Attribution(
            quote.SpeakerEntity is { } entity ? mentions.Entities[entity].Name : quote.Speaker!.Value.Of(tree.Text), quote.SpeakerEntity, quote.Stance));

    /// <summary>A pronoun that means nobody known names no source.</summary>
    private bool IsPronoun(TextRange range)
    {
        for (int i = 0; i < tree.Count && tree[i].Range.Start < range.End; i++)
        {
            if (tree[i].Range == range)
                return tree[i].Pos == PartOfSpeech.Pron;
        }

        return false;
    }

    /// <summary>"per day", "according to plan": a thing in the singular that nothing stands before and nobody is meant by.</summary>
    private bool IsMeasure(int noun)
    {
        if (tree[noun] is not { Pos: PartOfSpeech.Noun, Tag: "NN" } || mentions.At(noun).MoveNext())
            return false;
        foreach (int child in tree.Children(noun))
        {
            if (child < noun && tree[child].Relation != Relation.Case)
                return false;
        }

        return true;
    }

    /// <summary>One "according to" of a sentence speaks for all of it, wherever the parser hangs it.</summary>
    private void AddSentenceSource(int predicate, List<Attribution> links)
    {
        Sentence sentence = tree.Parsed.Sentences[tree.SentenceOf(predicate)];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tree[i].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron) || !speech.IsSourcePreposition(tree.Case(i)) || IsMeasure(i) || tree[i].Tag is "WDT" or "WP")
                continue;
            var named = new List<Attribution>();
            AddSource(i, named);
            int known = named.Count == 0 ? -1 : links.FindIndex(link => IsSame(link, named[0]));
            var cited = new List<Attribution>();
            for (int k = i + 1; k < sentence.EndToken; k++)
            {
                if (speech.IsCiting(tree[k].Lemma) && tree[k].Pos == PartOfSpeech.Verb && tree.Child(k, Relation.Obj) is >= 0 and var source)
                    AddSource(source, cited);
            }

            // Whom a source cites stands between it and the act.
            cited.RemoveAll(link => links.Any(other => IsSame(link, other)));
            links.InsertRange(known < 0 ? links.Count : known, cited);
            if (known < 0)
                links.AddRange(named);
        }
    }

    private static bool IsSame(Attribution a, Attribution b) =>
        (a.Entity is not null && a.Entity == b.Entity) || string.Equals(a.Text, b.Text, StringComparison.OrdinalIgnoreCase);

    private static void Add(List<Attribution> links, Attribution link)
    {
        if (!links.Any(known => IsSame(known, link)))
            links.Add(link);
    }
}
