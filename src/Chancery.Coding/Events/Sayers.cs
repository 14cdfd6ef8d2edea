using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Who says what a clause tells: "the decree breaks the treaty" is an accusation by whoever says so.</summary>
internal sealed class Sayers(EventSources sources, SpeechWords speech)
{
    private const int DeepestChain = 16;
    private readonly SideFinder sides = new(sources.Tree, sources.Mentions);

    /// <summary>Adds the one who says the clause itself; none for what the writer tells unless he writes for a state, nor for what stands deeper in what is said.</summary>
    public void Find(int index, List<Side> found)
    {
        int outer = Outermost(index);
        Clause clause = sources.Clauses[outer];
        if (clause.Link == ClauseLink.Complement && clause.Governor >= 0 && sources.Clauses[clause.Governor] is var governor && speech.IsSpeech(governor.Lemma))
        {
            if (!governor.IsNegated && clause.Marker is null or "that" && governor.Find(Roles.Subject) is >= 0 and var subject)
                sides.Find(subject, false, found, null);
            return;
        }

        if (clause.Link is not (ClauseLink.Main or ClauseLink.Parataxis or ClauseLink.Complement) || clause.Marker is not null)
            return;
        if (QuoteOf(clause) is { } quote)
        {
            if (quote is { SpeakerEntity: { } entity, Speaker: { } range })
                found.Add(new Side(entity, range));
        }
        else if (sources.Mentions.Issuer is { } issuer)
        {
            found.Add(issuer.Side);
        }
    }

    /// <summary>Adds the one who says what an act of speech without a known doer tells: "we thank the crews" is the thanks of whoever says so.</summary>
    public void FindDoer(int index, bool isPlain, List<Side> found)
    {
        if (!isPlain && sources.Mentions.Issuer is { } issuer && issuer.Speaks(sources.Clauses[index].Predicate))
        {
            found.Add(issuer.Side);
            return;
        }

        foreach (Argument argument in sources.Clauses[index].Arguments)
        {
            if (argument.Role != Roles.Subject)
                continue;

            // "said the charges were baseless and promised a loan": no charge promises, whoever said so does; but not "the storm passed and cut the road, according to Chad".
            if (argument.IsShared && !IsBySource(index))
                Find(index, found);
            else if (!isPlain && !sources.Clauses[index].IsNegated)
                FindSelf(argument.Token, found);
            return;
        }
    }

    /// <summary>Whether what a clause tells stands on the word of somebody told by a preposition.</summary>
    private bool IsBySource(int index) =>
        QuoteOf(sources.Clauses[Outermost(index)]) is { Cue: { } cue } && speech.IsSourcePreposition(cue.Of(sources.Tree.Text).ToLowerInvariant());

    /// <summary>Adds the speaker of a quotation for an "I" or "we" in it that names nobody else.</summary>
    public void FindSelf(int token, List<Side> found)
    {
        ref readonly Token word = ref sources.Tree[token];
        if (word.Pos != PartOfSpeech.Pron || (word.Morphology & Morphology.FirstPerson) == 0)
            return;
        Quote? inner = null;
        foreach (Quote quote in sources.Quotes)
        {
            if (quote.Form != QuoteForm.Indirect && quote.Content.Contains(word.Range) && (inner is null || quote.Content.Length < inner.Content.Length))
                inner = quote;
        }

        if (inner is { SpeakerEntity: { } entity, Speaker: { } range })
            found.Add(new Side(entity, range));
    }

    /// <summary>The first of the clauses that stand side by side with this one.</summary>
    private int Outermost(int index)
    {
        for (int hops = 0; hops < DeepestChain; hops++)
        {
            Clause clause = sources.Clauses[index];
            if (clause.Link != ClauseLink.Conjunct || clause.Governor < 0)
                break;
            index = clause.Governor;
        }

        return index;
    }

    /// <summary>The innermost quotation around a clause that no other clause of it governs.</summary>
    private Quote? QuoteOf(Clause clause)
    {
        TextRange place = sources.Tree[clause.Predicate].Range;
        Quote? inner = null;
        foreach (Quote quote in sources.Quotes)
        {
            if (quote.Content.Contains(place) && (inner is null || quote.Content.Length < inner.Content.Length))
                inner = quote;
        }

        bool isRoot = clause.Governor < 0 || inner is null || !inner.Content.Contains(sources.Tree[sources.Clauses[clause.Governor].Predicate].Range);
        return isRoot ? inner : null;
    }
}
