using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Turns a rule's reading of a clause into a record: type as the rulings of PLOVER have it, factuality, date, chain, evidence.</summary>
internal sealed class EventWriter(EventSources sources, EventRuleSet rules, Ontology ontology, ClauseGrammar grammar, SpeechWords speech)
{
    private readonly FactualityJudge factuality = new(sources.Tree, sources.Clauses, grammar);
    private readonly SourceChains chains = new(sources.Tree, sources.Clauses, sources.Mentions, sources.Quotes, speech, grammar);
    private readonly EventDates dates = new(sources, grammar);
    private readonly EventPlaces places = new(sources, grammar);
    private readonly Customs customs = new(sources);
    private readonly Deceased deceased = new(sources, grammar);
    private readonly Grounds grounds = new(sources, grammar);
    private readonly AnsweredWords answered = new(sources.Tree, grammar);
    private readonly EventContexts contexts = new(sources.Tree, sources.Mentions, ontology);
    private readonly Abouts abouts = new(sources);
    private readonly Agreements agreements = new(sources.Tree, ontology);
    private readonly Dictionary<(int, string), int> ordinals = [];

    private DocumentTree Tree => sources.Tree;

    /// <param name="why">Why the reading is no record; empty when it is one.</param>
    /// <returns>Null when the reading turns out to tell no act, such as a habit.</returns>
    public EventMention? Write(RuleReading reading, out string why)
    {
        Clause clause = reading.Clause;
        EventRule rule = reading.Rule;
        Factuality real = FactualityOf(reading);
        why = NoAct(reading, real);
        if (why.Length > 0)
            return null;
        (EventType? type, ImmutableArray<string> modes, string cameo) = Ruling(rule, real);
        if (type is not null && rule.Type != type)
            real = real == Factuality.Negated ? real : Factuality.Future;
        TextRange trigger = Trigger(reading);
        Sentence sentence = Tree.Parsed.Sentences[Tree.SentenceOf(clause.Predicate)];
        Side? sayer = rule.IsSaid && reading.Actors.Count > 0 && IsOnePhrase(reading.Actors) ? reading.Actors[0] : null;
        bool planned = type == EventType.Agree && !rule.IsSaid && grammar.ForceOf(clause.Lemma) == ModalForce.Future;
        (EventDate date, bool old) = dates.Of(DatedClause(reading), planned ? Factuality.Future : real, rule.IsSaid, reading.Actors, rule.IsRefusal || rule.IsOmission || rule.IsVoiced);
        bool isBygone = HasBygoneSide(reading);
        if (isBygone && date.Expression is null && date.Date.End is { } end)
            date = new EventDate(PartialDate.Before(end), null, "told of a former office, not after the day of the report");
        bool isOfDead = real == Factuality.Happened && deceased.IsOfLife(reading);
        if (isOfDead && date.Expression is null && date.Date.End is { } last)
            date = new EventDate(PartialDate.Before(last), null, "told of somebody dead, not after the day of the report");
        bool isGround = real == Factuality.Happened && type is not null && grounds.Holds(clause) && !dates.HasOwn(reading.ClauseIndex);
        if (isGround && date.Date.End is { } verdict)
            date = new EventDate(PartialDate.Before(verdict), null, "told as the ground of a verdict, before it");
        bool isAnswered = type == EventType.Request && clause.Governor >= 0 && answered.Are(clause, sources.Clauses[clause.Governor]) && !dates.HasOwn(reading.ClauseIndex);
        if (isAnswered && date.Date.End is { } answer)
            date = new EventDate(PartialDate.Before(answer), null, "told as answered, not after the answer");
        string name = type?.Name() ?? "-";
        int ordinal = ordinals[(trigger.Start, name)] = ordinals.GetValueOrDefault((trigger.Start, name)) + 1;
        return new EventMention
        {
            Id = Identify(trigger, name, ordinal),
            Type = type,
            Modes = modes,
            Contexts = contexts.Of(reading, rule.Contexts.Length > 0 ? rule.Contexts : ContextOf(cameo)),
            Cameo = cameo,
            Score = type is { } coded ? ontology.Score(coded, modes) : null,
            Goldstein = ontology.Cameo(cameo)?.Goldstein,
            Actors = [.. reading.Actors],
            Recipients = [.. reading.Recipients],
            Except = [.. reading.Except],
            About = abouts.Of(reading.About, clause),
            Quantities = EventQuantities.Of(Tree, reading, grammar),
            Place = places.Of(reading, modes),
            Agreement = agreements.Of(reading, real, dates.HorizonOf(reading.ClauseIndex)),
            Date = date,
            Factuality = real,
            Historical = real is not (Factuality.Future or Factuality.Ongoing) && (old || isOfDead || isGround || (isBygone && date.Expression is null) || (real != Factuality.Hypothetical && IsBefore(clause) && !dates.IsOfNews(date.Date) && !dates.IsBoundFresh(reading.ClauseIndex))),
            Attribution = chains.Build(reading.ClauseIndex, sayer, Tree.Parsed.Document.Outlet, real is Factuality.Happened or Factuality.Ongoing),
            Confidence = ConfidenceOf(reading),
            Evidence = new Evidence(sentence.Range, rule.Id),
            Trigger = trigger,
            Quote = sources.Quotes.FirstOrDefault(quote => quote.Content.Contains(trigger))?.Id,
        };
    }

    private Factuality FactualityOf(RuleReading reading)
    {
        EventRule rule = reading.Rule;
        Factuality real = rule.IsRefusal || rule.IsOmission || rule.IsVoiced ? Factuality.Happened : factuality.Judge(reading.ClauseIndex, rule.IsStance);
        if (real == Factuality.Hypothetical && IsDoneBySaying(reading))
            real = Factuality.Happened;
        if (rule.LiesAhead && real is Factuality.Happened or Factuality.Ongoing)
            return Factuality.Future;
        // "announced a strike for Friday": what has a day to come of its own has not been.
        return real == Factuality.Happened && reading.Clause.Kind == PredicateKind.Noun && dates.LiesAhead(reading.ClauseIndex) ? Factuality.Future : real;
    }

    /// <returns>Why the reading tells no act; empty when it tells one.</returns>
    private string NoAct(RuleReading reading, Factuality real)
    {
        EventRule rule = reading.Rule;
        Clause clause = reading.Clause;
        // What is only aimed at is told by the act that aims at it; what should be is a wish of whoever says so.
        if (real == Factuality.Hypothetical && ((clause.Marker == "to" && clause.Tense == Tense.None && !IsTried(reading)) || clause.Modal is "should" or "ought"))
            return "only aimed at or wished for";
        if (!IsTried(reading) && IsCalledOff(clause, real))
            return "called off: the calling off tells it";
        if (rule.Type is null && real == Factuality.Negated)
            return "what was not said is no statement";
        // "did not say whether it would leave" tells no act of words.
        if (rule.IsSaid && real == Factuality.Negated && sources.Clauses.At(clause.Find(Roles.Complement)) is >= 0 and var asked && sources.Clauses[asked].Marker is { } open && grammar.ForceOf(open) == ModalForce.Hypothetical)
            return "left open: nothing was said";
        // "people accused of crimes" says who they are; an act of words that nobody says is none.
        if (rule.IsSaid && reading.Actors.Count == 0 && clause.IsPassive && clause.Link == ClauseLink.Relative && IsOfItsNoun(clause) && !dates.HasOwn(reading.ClauseIndex))
            return "words that nobody says, of somebody who is told by them";
        if (customs.IsHabit(clause) || (!rule.IsSaid && !rule.IsStance && rule.Type is not null && customs.IsCustom(reading, real)))
            return "a habit or a standing fact";
        return "";
    }

    /// <summary>"the man accused of it", but not "the massacre for which the rebels have been blamed".</summary>
    private bool IsOfItsNoun(Clause clause) => clause.Find(Roles.Object) is var told && (told < 0 || told == Tree.Head(clause.Predicate) || Tree[told].Pos == PartOfSpeech.Pron);

    /// <summary>"tried to storm the hall", "an attempt to kill him": an attack that was tried is one, whatever came of it; talks that were tried are none.</summary>
    private bool IsTried(RuleReading reading)
    {
        if (reading.Rule.Type?.Quad() != QuadClass.MaterialConflict)
            return false;
        Clause clause = reading.Clause;
        if (clause.Link == ClauseLink.Relative)
            return Tree.Head(clause.Predicate) is >= 0 and var noun && grammar.IsTrying(Tree[noun].Lemma);
        return clause.Link == ClauseLink.Complement && clause.Governor >= 0 && grammar.IsTrying(sources.Clauses[clause.Governor].Lemma)
            && factuality.Judge(clause.Governor, false) is Factuality.Happened or Factuality.Ongoing;
    }

    /// <summary>"I want to thank the crews", "we would like to apologise": whoever says so of himself does it by saying it.</summary>
    private bool IsDoneBySaying(RuleReading reading)
    {
        Clause clause = reading.Clause;
        if (!reading.Rule.IsSaid || reading.Rule.IsStance || reading.Rule.Type is null or EventType.Agree or EventType.Consult || clause is not { Link: ClauseLink.Complement, Marker: "to", IsNegated: false, Governor: >= 0 })
            return false;
        Clause wish = sources.Clauses[clause.Governor];
        return grammar.IsWishing(wish.Lemma) && wish is { IsNegated: false, Tense: Tense.Present, Modal: null or "would" } && wish.Find(Roles.Subject) is >= 0 and var self
            && Tree[self].Pos == PartOfSpeech.Pron && Tree[self].Morphology.HasFlag(Morphology.FirstPerson);
    }

    /// <summary>"a visit, which was cancelled", "cancelled an address that he was to give": what was called off is told by the calling off.</summary>
    private bool IsCalledOff(Clause clause, Factuality real)
    {
        if (clause is { Link: ClauseLink.Relative, Governor: >= 0 } && real is Factuality.Future or Factuality.Hypothetical or Factuality.Negated && sources.Clauses[clause.Governor] is { IsNegated: false } above
            && above.Find(Roles.Object) == Tree.Head(clause.Predicate) && grammar.ForceOf(above) == ModalForce.Negated)
        {
            return true;
        }

        if (clause.Kind != PredicateKind.Noun)
            return false;
        foreach (int child in Tree.Children(clause.Predicate))
        {
            if (Tree[child].Relation == Relation.AclRelcl && sources.Clauses.At(child) is >= 0 and var index && sources.Clauses[index] is { IsPassive: true, IsNegated: false } told && grammar.ForceOf(told) == ModalForce.Negated)
                return true;
        }

        return false;
    }

    /// <summary>"had signed", "had been allied with them in fighting": told as done before what the report tells.</summary>
    private bool IsBefore(Clause clause)
    {
        for (int hops = 0; hops < 6 && clause is { Tense: Tense.None, IsPerfect: false, Link: ClauseLink.Adverbial or ClauseLink.Complement or ClauseLink.Nominal, Governor: >= 0 }; hops++)
            clause = sources.Clauses[clause.Governor];
        // "was to have visited" tells what did not come about.
        return clause is { IsPerfect: true, Tense: Tense.Past } && !Tree.Is(clause.Marker, WordFunction.Infinitive) && !IsReported(clause);
    }

    /// <summary>"then-president Blom", "the then minister Blom": who is told by an office that he held at the time.</summary>
    private bool HasBygoneSide(RuleReading reading)
    {
        foreach (Side side in reading.Actors.Concat(reading.Recipients))
        {
            int then = TokenPlaces.FirstFrom(Tree.Parsed, side.Range.Start) - 1;
            bool hyphen = then > 1 && Tree.Form(then) is "-";
            then -= hyphen ? 1 : 0;
            // "He met then president Blom": an adverb of sequence stands before the verb or opens the sentence.
            if (then > 0 && grammar.Dates.Is(Tree[then].Lemma.ToLowerInvariant(), "bygone") && (hyphen || Tree[then - 1].Pos is PartOfSpeech.Adp or PartOfSpeech.Det))
                return true;
        }

        return false;
    }

    /// <summary>"said that it had signed", "heard that it had signed", "a statement that it had signed": within what is said or learnt, the older past is only the past.</summary>
    private bool IsReported(Clause clause) =>
        ((clause.Link == ClauseLink.Complement || clause is { Link: ClauseLink.Relative, Marker: "that" }) && clause.Governor >= 0 && sources.Clauses[clause.Governor] is { IsPerfect: false, Tense: Tense.Past or Tense.None })
        || sources.Quotes.Any(quote => quote is { Form: QuoteForm.Indirect, Cue: { } cue } && quote.Content.Contains(Tree[clause.Predicate].Range) && speech.IsSpeech(Tree[TokenPlaces.FirstFrom(Tree.Parsed, cue.Start)].Lemma));

    /// <summary>Of several that say a thing side by side none is the one who says it; "the two ministers" are one phrase.</summary>
    private static bool IsOnePhrase(List<Side> actors) => actors.TrueForAll(actor => actor.Range.Overlaps(actors[0].Range));

    /// <summary>A future meeting, support, cooperation or aid is AGREE; a future retreat CONCEDE (PLOVER manual, auxiliary modes).</summary>
    private static (EventType? Type, ImmutableArray<string> Modes, string Cameo) Ruling(EventRule rule, Factuality real)
    {
        if (real != Factuality.Future)
            return (rule.Type, rule.Modes, rule.Cameo);
        if (rule.WhenFuture is { } future)
            return (future.Type, [], future.Cameo);
        return rule.Type switch
        {
            EventType.Consult => (EventType.Agree, [], "036"),
            EventType.Support => (EventType.Agree, [], "032"),
            EventType.Cooperate => (EventType.Agree, [], "031"),
            EventType.Aid => (EventType.Agree, [], "033"),
            EventType.Retreat => (EventType.Concede, [], "035"),
            _ => (rule.Type, rule.Modes, rule.Cameo),
        };
    }

    /// <summary>"is expected to arrive on Monday": what lies ahead has the date of what is expected.</summary>
    /// <remarks>"led the attacks of 2001": an act told by verb and noun has the date of either.</remarks>
    private int DatedClause(RuleReading reading)
    {
        if (reading.Rule.LiesAhead && sources.Clauses.At(reading.Clause.Find(Roles.Complement)) is >= 0 and var planned)
            return planned;
        return reading.Noun >= 0 && !reading.Rule.IsSaid && !dates.HasOwn(reading.ClauseIndex) && sources.Clauses.At(reading.Noun) is >= 0 and var noun && sources.Clauses[noun].Governor == reading.ClauseIndex && dates.HasOwn(noun) ? noun : reading.ClauseIndex;
    }

    private ImmutableArray<string> ContextOf(string cameo) =>
        ontology.Cameo(cameo)?.Context is { Length: > 0 } context && ontology.IsContext(context) ? [context] : [];

    private TextRange Trigger(RuleReading reading)
    {
        TextRange range = Tree[reading.Clause.Predicate].Range;
        return reading.Noun >= 0 && Tree[reading.Noun].Range.End - range.Start is > 0 and < 60 ? range.Union(Tree[reading.Noun].Range) : range;
    }

    /// <summary>How often readings of this kind were right where others had coded the sentence.</summary>
    private double ConfidenceOf(RuleReading reading)
    {
        bool both = reading.Actors.Count > 0 && (reading.Recipients.Count > 0 || (reading.Rule.Reciprocal && reading.Actors.Count > 1));
        string form = reading.Noun >= 0 ? "light" : reading.Clause.Kind == PredicateKind.Noun ? "noun" : "word";
        return Math.Round(rules.Confidence.Of(new ReadingKind(form, both, reading.Rule.Conditions.Length)), 2);
    }

    /// <summary>The second act that the words of a rule's first tell: "sentenced to prison" is the conviction and the imprisonment.</summary>
    public EventMention Twin(EventMention first, (EventType Type, ImmutableArray<string> Modes, string Cameo) also)
    {
        string name = also.Type.Name();
        int ordinal = ordinals[(first.Trigger.Start, name)] = ordinals.GetValueOrDefault((first.Trigger.Start, name)) + 1;
        return first with
        {
            Id = Identify(first.Trigger, name, ordinal),
            Type = also.Type,
            Modes = also.Modes,
            Cameo = also.Cameo,
            Score = ontology.Score(also.Type, also.Modes),
            Goldstein = ontology.Cameo(also.Cameo)?.Goldstein,
        };
    }

    private string Identify(TextRange trigger, string type, int ordinal)
    {
        string key = $"{Tree.Parsed.Document.Id}\n{trigger.Start}\n{type}\n{ordinal}";
        return "ev" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16];
    }
}
