using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Knowledge;

namespace Chancery.Coding;

/// <summary>Word lists of a language that the clause and factuality stages ask for.</summary>
public sealed class ClauseGrammar
{
    private readonly FrozenSet<string> subjectControl;
    private readonly FrozenSet<string> objectControl;
    private readonly FrozenDictionary<string, ModalForce> governors;
    private readonly ImmutableArray<Inflection> inflections;
    private readonly FrozenSet<string> kin;
    private readonly FrozenSet<string> predicative;
    private readonly FrozenSet<string> personVerbs;
    private readonly FrozenSet<string> intransitive;
    private readonly FrozenSet<string> measures;
    private readonly FrozenSet<string> minded;
    private readonly FrozenSet<string> trying;
    private readonly FrozenSet<string> guilt;
    private readonly FrozenSet<string> verdicts;
    private readonly FrozenSet<string> grounds;
    private readonly FrozenSet<string> missives;
    private readonly FrozenSet<string> undone;
    private readonly FrozenSet<string> participial;
    private readonly FrozenSet<string> electing;
    private readonly FrozenSet<string> prompting;
    private readonly FrozenSet<string> replies;
    private readonly FrozenSet<string> anyOne;
    private readonly FrozenSet<string> recalling;
    private readonly FrozenSet<string> sameInPast;
    private readonly FrozenSet<string> wishing;
    private readonly FrozenSet<string> contacting;
    private readonly FrozenSet<string> ditransitive;
    private readonly FrozenSet<string> dying;
    private readonly FrozenSet<string> addressing;
    private readonly FrozenSet<string> visiting;
    private readonly FrozenSet<string> refuting;
    private readonly FrozenSet<string> excluding;
    private readonly FrozenSet<string> causing;
    private readonly FrozenSet<string> voicing;
    private readonly FrozenSet<string> takesPlace;
    private readonly FrozenSet<string> answering;
    private readonly FrozenSet<string> freeing;
    private readonly FrozenSet<string> crowding;
    private readonly FrozenSet<string> aiming;
    private readonly FrozenDictionary<string, ToldThing> toldThings;
    private readonly FrozenDictionary<string, string> occasions;
    private readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> numbers;

    public ClauseGrammar(Language language)
    {
        var entries = language.ReadGovernors();
        Dates = language.Dates;
        Functions = language.ReadFunctionWords();
        inflections = language.ReadInflections();
        FrozenDictionary<string, FrozenSet<string>> references = language.ReadReferenceWords();
        kin = references.GetValueOrDefault("kin", FrozenSet<string>.Empty).Union(references.GetValueOrDefault("relational", FrozenSet<string>.Empty)).Union(references.GetValueOrDefault("once-owned", FrozenSet<string>.Empty)).ToFrozenSet(StringComparer.Ordinal);
        predicative = references.GetValueOrDefault("predicative", FrozenSet<string>.Empty);
        personVerbs = references.GetValueOrDefault("person-verb", FrozenSet<string>.Empty).Union(references.GetValueOrDefault("transitive", FrozenSet<string>.Empty)).ToFrozenSet(StringComparer.Ordinal);
        intransitive = references.GetValueOrDefault("intransitive", FrozenSet<string>.Empty);
        measures = references.GetValueOrDefault("measure", FrozenSet<string>.Empty);
        minded = references.GetValueOrDefault("minded", FrozenSet<string>.Empty);
        trying = references.GetValueOrDefault("trying", FrozenSet<string>.Empty);
        guilt = references.GetValueOrDefault("guilt", FrozenSet<string>.Empty);
        verdicts = references.GetValueOrDefault("verdict", FrozenSet<string>.Empty);
        grounds = references.GetValueOrDefault("ground", FrozenSet<string>.Empty);
        participial = references.GetValueOrDefault("participial", FrozenSet<string>.Empty);
        electing = references.GetValueOrDefault("electing", FrozenSet<string>.Empty);
        undone = references.GetValueOrDefault("undone", FrozenSet<string>.Empty);
        missives = references.GetValueOrDefault("missive", FrozenSet<string>.Empty);
        prompting = references.GetValueOrDefault("prompting", FrozenSet<string>.Empty);
        replies = references.GetValueOrDefault("reply", FrozenSet<string>.Empty);
        anyOne = references.GetValueOrDefault("any-one", FrozenSet<string>.Empty);
        sameInPast = references.GetValueOrDefault("same-past", FrozenSet<string>.Empty);
        recalling = references.GetValueOrDefault("recalling", FrozenSet<string>.Empty);
        wishing = references.GetValueOrDefault("wishing", FrozenSet<string>.Empty);
        contacting = references.GetValueOrDefault("contacting", FrozenSet<string>.Empty);
        ditransitive = references.GetValueOrDefault("ditransitive", FrozenSet<string>.Empty);
        visiting = references.GetValueOrDefault("visiting", FrozenSet<string>.Empty);
        causing = references.GetValueOrDefault("causing", FrozenSet<string>.Empty);
        refuting = references.GetValueOrDefault("refuting", FrozenSet<string>.Empty);
        excluding = references.GetValueOrDefault("excluding", FrozenSet<string>.Empty);
        addressing = references.GetValueOrDefault("addressing", FrozenSet<string>.Empty);
        voicing = references.GetValueOrDefault("voicing", FrozenSet<string>.Empty);
        takesPlace = references.GetValueOrDefault("takes-place", FrozenSet<string>.Empty);
        answering = references.GetValueOrDefault("answering", FrozenSet<string>.Empty);
        crowding = references.GetValueOrDefault("crowding", FrozenSet<string>.Empty);
        aiming = references.GetValueOrDefault("aiming", FrozenSet<string>.Empty);
        freeing = references.GetValueOrDefault("freeing", FrozenSet<string>.Empty);
        toldThings = ToldThings(references);
        dying = references.GetValueOrDefault("dying", FrozenSet<string>.Empty);
        occasions = language.ReadOccasions();
        numbers = language.ReadNumbers().GetAlternateLookup<ReadOnlySpan<char>>();
        subjectControl = entries.Where(entry => entry.Control == "subject").Select(entry => entry.Lemma).ToFrozenSet(StringComparer.Ordinal);
        objectControl = entries.Where(entry => entry.Control == "object").Select(entry => entry.Lemma).ToFrozenSet(StringComparer.Ordinal);
        governors = entries.ToFrozenDictionary(entry => entry.Lemma, entry => entry.Force, StringComparer.Ordinal);
    }

    /// <summary>Its small words.</summary>
    public FunctionWords Functions { get; }

    /// <summary>How the language tells time.</summary>
    public DateGrammar Dates { get; }

    /// <summary>"promise", "threaten": their subject is also that of the infinitive, even beside an object.</summary>
    public bool IsSubjectControl(string lemma) => subjectControl.Contains(lemma);

    /// <summary>"thank X for helping": the object is the one who helped.</summary>
    public bool IsObjectControl(string lemma) => objectControl.Contains(lemma);

    /// <summary>"tell", "inform": a verb of saying that always names who is spoken to.</summary>
    public bool IsAddressing(string verb) => addressing.Contains(verb);

    /// <summary>"visit": as a participle before a name it tells where somebody is, not what is done.</summary>
    public bool IsGuest(string verb) => visiting.Contains(verb);

    /// <summary>"deny", "dismiss": what is so told of is said not to be, though it has its own tense.</summary>
    public bool IsRefuting(string verb) => refuting.Contains(verb);

    /// <summary>"rule out", "exclude": what somebody does not do so to may be.</summary>
    public bool IsExcluding(string verb) => excluding.Contains(verb);

    /// <summary>"have", "see": somebody behind it is done to, not described: "had the editor arrested".</summary>
    public bool IsCausing(string verb) => causing.Contains(verb);

    /// <summary>"urge", "accuse": an act of words that reports tell of whoever has just been said to say something.</summary>
    public bool IsVoicing(string verb) => voicing.Contains(verb);

    /// <summary>"take place", "come about": what was planned and did not do so has not been.</summary>
    public bool TakesPlace(string verb) => takesPlace.Contains(verb);

    /// <summary>"agree", "decline": what is done to an offer or a demand.</summary>
    public bool IsAnswering(string verb) => answering.Contains(verb);

    /// <summary>"release", "return": what is asked for somebody of whoever holds him.</summary>
    public bool IsFreeing(string lemma) => freeing.Contains(lemma.ToLowerInvariant());

    /// <summary>"demand", "chant": what a crowd does while something is done to it.</summary>
    public bool IsCrowding(string verb) => crowding.Contains(verb);

    /// <summary>"shoot", "shout": what somebody does "at" others.</summary>
    public bool IsAiming(string verb) => aiming.Contains(verb);

    /// <summary>"the offer", "the charge", "the move": what kind of act a word comes back to.</summary>
    public ToldThing ToldBy(string lemma) => toldThings.GetValueOrDefault(lemma.ToLowerInvariant());

    private static FrozenDictionary<string, ToldThing> ToldThings(FrozenDictionary<string, FrozenSet<string>> references)
    {
        var things = new Dictionary<string, ToldThing>(StringComparer.Ordinal);
        foreach ((string kind, ToldThing thing) in (ReadOnlySpan<(string, ToldThing)>)[("told-request", ToldThing.Request), ("told-offer", ToldThing.Offer), ("told-charge", ToldThing.Charge), ("told-deed", ToldThing.Deed), ("told-words", ToldThing.Words), ("told-any", ToldThing.Any)])
        {
            foreach (string word in references.GetValueOrDefault(kind, FrozenSet<string>.Empty))
                things[word] = thing;
        }

        return things.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>"die", "pass away".</summary>
    public bool IsDying(string verb) => dying.Contains(verb);

    /// <summary>"wife", "son", "predecessor": one's own people, who are not one's side; nor is a "colony" whoever owned it.</summary>
    public bool IsKin(string lemma) => kin.Contains(lemma.ToLowerInvariant());

    /// <summary>"become", "name": the noun behind the verb says what somebody is or is called.</summary>
    public bool IsPredicative(string lemma) => predicative.Contains(lemma);

    /// <summary>The kind of occasion that a word tells, "meeting" and "meet" the same; null for none.</summary>
    public string? OccasionOf(string lemma) => occasions.GetValueOrDefault(lemma);

    /// <summary>"jail", "wound": a verb that always has people for its object.</summary>
    public bool IsDoneToPeople(string lemma) => personVerbs.Contains(lemma);

    /// <summary>"arrive", "surrender": a verb that nothing is done by, so that its form in "-ed" beside a noun is no passive.</summary>
    public bool IsIntransitive(string lemma) => intransitive.Contains(lemma);

    /// <summary>"ton", "series": a noun that only measures what stands behind its "of".</summary>
    public bool IsMeasure(string lemma) => measures.Contains(lemma.ToLowerInvariant());

    /// <summary>"willing", "concerned": what only somebody can be, so that "it" beside it stands for somebody.</summary>
    public bool IsMinded(string lemma) => minded.Contains(lemma.ToLowerInvariant());

    /// <summary>"try", "attempt": whoever does so has begun to act, whether he succeeds or not.</summary>
    public bool IsTrying(string lemma) => trying.Contains(lemma.ToLowerInvariant());

    /// <summary>"guilty".</summary>
    public bool IsGuilt(string lemma) => guilt.Contains(lemma.ToLowerInvariant());

    /// <summary>"convict", "sentence": what a court does to the guilty, and what they get.</summary>
    public bool IsVerdict(string lemma) => verdicts.Contains(lemma.ToLowerInvariant());

    /// <summary>"for", "due to": leads from a verdict to what it is for.</summary>
    public bool IsGround(string preposition) => grounds.Contains(preposition);

    /// <summary>"shut": a participle without an ending, which taggers take for an adjective.</summary>
    public bool IsParticipial(string lemma) => participial.Contains(lemma);

    /// <summary>"elect": makes somebody what the office behind the name says.</summary>
    public bool IsElecting(string lemma) => electing.Contains(lemma);

    /// <summary>"yet": what one has "yet to" do one has not done.</summary>
    public bool IsUndone(string lemma) => undone.Contains(lemma);

    /// <summary>"letter", "call": what carries words to somebody.</summary>
    public bool IsMissive(string lemma) => missives.Contains(lemma.ToLowerInvariant());

    /// <summary>"request", "invitation": what is done "at" it was asked for before.</summary>
    public bool IsPrompting(string lemma) => prompting.Contains(lemma.ToLowerInvariant());

    /// <summary>"response", "retaliation": what stands behind it was before it.</summary>
    public bool IsReply(string lemma) => replies.Contains(lemma.ToLowerInvariant());

    /// <summary>"any", "typical": before a noun it means none in particular.</summary>
    public bool IsAnyOne(string lemma) => anyOne.Contains(lemma.ToLowerInvariant());

    /// <summary>"put", "cut": a verb whose past is like its present.</summary>
    public bool IsSameInPast(string lemma) => sameInPast.Contains(lemma.ToLowerInvariant());

    /// <summary>"note", "remember": what somebody is asked to is taken for granted.</summary>
    public bool IsRecalling(string lemma) => recalling.Contains(lemma.ToLowerInvariant());

    /// <summary>"want", "would like": whoever says "I want to thank you" has thanked.</summary>
    public bool IsWishing(string lemma) => wishing.Contains(lemma.ToLowerInvariant());

    /// <summary>"call", "write": whoever does so to say something has said it.</summary>
    public bool IsContacting(string lemma) => contacting.Contains(lemma.ToLowerInvariant());

    /// <summary>"grant", "deny": a verb with two objects, of which its passive keeps one.</summary>
    public bool IsDitransitive(string lemma) => ditransitive.Contains(lemma);

    /// <summary>The value of a number word, or null.</summary>
    public decimal? NumberOf(ReadOnlySpan<char> word) => numbers.TryGetValue(word, out decimal value) ? value : null;

    /// <summary>What a word does to the reality of the act inside it.</summary>
    public ModalForce ForceOf(string lemma) => governors.GetValueOrDefault(lemma);

    /// <summary>Of a verb with its particle, where that is another verb: whoever "is sworn in" swears nothing.</summary>
    public ModalForce ForceOf(Clause clause) =>
        clause.Particle is { } particle && governors.TryGetValue($"{clause.Lemma} {particle}", out ModalForce force) ? force : ForceOf(clause.Lemma);

    /// <summary>
    /// The lemma of a verb, mended where the tagger guessed one that no rule and no list knows ("conced" for "conceded"):
    /// the first regular base form that they know, else the tagger's own.
    /// </summary>
    public string KnownLemma(ReadOnlySpan<char> form, string lemma, EventRuleSet rules)
    {
        if (IsKnown(lemma, rules))
            return lemma;
        Span<char> lower = stackalloc char[Math.Min(form.Length, 40)];
        form[..lower.Length].ToLowerInvariant(lower);
        foreach (Inflection inflection in inflections)
        {
            if (!lower.EndsWith(inflection.Ending) || lower.Length - inflection.Ending.Length < 2)
                continue;
            ReadOnlySpan<char> stem = lower[..^inflection.Ending.Length];
            if (inflection.Doubles)
            {
                if (stem.Length < 3 || stem[^1] != stem[^2])
                    continue;
                stem = stem[..^1];
            }

            string candidate = string.Concat(stem, inflection.Base);
            if (IsKnown(candidate, rules))
                return candidate;
        }

        return lemma;
    }

    private bool IsKnown(string lemma, EventRuleSet rules) => rules.IsVerb(lemma) || governors.ContainsKey(lemma);
}
