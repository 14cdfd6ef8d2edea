using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Tells rules and habits from acts: "the chamber impeaches the official", "can be removed by the congress" tell what is done, not what somebody did.</summary>
internal sealed class Customs(EventSources sources)
{
    private readonly Entries entries = new(sources);

    public bool IsCustom(RuleReading reading, Factuality real)
    {
        Clause clause = reading.Clause;
        // "passed a law that bans coal": what the law does is done by passing it.
        bool isOfGovernor = reading.Rule.Actor.Any(path => path.Roles[0] == "governor");
        if (clause.Kind != PredicateKind.Verb || isOfGovernor || !IsRunningText(clause))
            return false;
        // "are removed after being impeached": what comes before a custom is one too.
        Clause told = clause is { Tense: Tense.None, Link: ClauseLink.Adverbial, IsPassive: true, Governor: >= 0 } && sources.Clauses[clause.Governor] is { Kind: PredicateKind.Verb, IsPassive: true } governor ? governor : clause;
        bool simplePresent = told.Tense == Tense.Present && !told.IsProgressive && !told.IsPerfect && told.Modal is null;
        if (real == Factuality.Happened)
            return simplePresent && HasKind(reading) && entries.Of(sources.Tree.SentenceOf(clause.Predicate)) is null && sources.Dates.All(date => !IsIn(date, clause));
        if (real != Factuality.Hypothetical || !HasKind(reading))
            return false;
        // "if both are killed" of a rule stands beside a present; of a threat, beside a future.
        return clause.Modal == "can" || (simplePresent && told == clause && clause.Governor >= 0 && sources.Clauses[clause.Governor] is { Tense: Tense.Present, Modal: null });
    }

    /// <summary>"When the office suspects that a firm cheats, it investigates": what is done whenever something is the case.</summary>
    public bool IsHabit(Clause clause)
    {
        if (clause is not { Link: ClauseLink.Adverbial, Tense: Tense.Present, IsProgressive: false, IsPerfect: false, Modal: null, Governor: >= 0 } || sources.Clauses[clause.Governor] is not { Tense: Tense.Present or Tense.Future, IsPerfect: false, IsProgressive: false } main || main.Predicate < clause.Predicate)
            return false;
        foreach (int child in sources.Tree.Children(clause.Predicate))
        {
            if (child < clause.Predicate && sources.Tree[child].Tag is "WRB" && sources.Tree.Is(sources.Tree[child].Lemma.ToLowerInvariant(), WordFunction.Awaited))
                return IsRunningText(clause) || sources.Tree.Parsed.Sentences.Length == 1;
        }

        return false;
    }

    private bool IsIn(DateMention date, Clause clause) =>
        sources.Tree.Parsed.Sentences[sources.Tree.SentenceOf(clause.Predicate)].Range.Contains(date.Range);

    /// <summary>Headlines tell acts in the present, and a sentence that stands alone may be one.</summary>
    private bool IsRunningText(Clause clause)
    {
        if (sources.Tree.Parsed.Sentences.Length == 1)
            return false;
        TextRange place = sources.Tree[clause.Predicate].Range;
        Document document = sources.Tree.Parsed.Document;
        return document.TitleRange?.Overlaps(place) != true && !document.Body.Any(block => block.Kind != BlockKind.Paragraph && block.Range.Overlaps(place));
    }

    /// <summary>A side that is anybody of a kind rather than somebody: a common noun.</summary>
    private bool HasKind(RuleReading reading)
    {
        foreach (Side side in reading.Actors.Concat(reading.Recipients))
        {
            if (sources.Mentions.Mentions.Any(mention => mention.Entity == side.Entity && mention.Range == side.Range && mention.Kind == MentionKind.Nominal))
                return true;
        }

        return false;
    }
}
