using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What somebody was convicted of: "jailed for killing a guard", "serving a life sentence for the murder of X". It was done before the verdict, and by the one convicted.</summary>
/// <param name="sources">The document.</param>
/// <param name="grammar">The words of verdicts, and those that lead from one to its ground.</param>
internal sealed class Grounds(EventSources sources, ClauseGrammar grammar)
{
    private const int Farthest = 6;

    private DocumentTree Tree => sources.Tree;

    /// <summary>Whether a clause tells the ground of a verdict.</summary>
    public bool Holds(Clause clause) => VerdictOver(clause) >= 0;

    /// <summary>The word of the one convicted for what a clause tells, or -1.</summary>
    public int ConvictOf(Clause clause) => VerdictOver(clause) is >= 0 and var verdict ? Convict(verdict) : -1;

    /// <summary>The word of the verdict above, "convicted", "guilty" or "sentence", or -1.</summary>
    private int VerdictOver(Clause clause)
    {
        bool isGround = false;
        int token = clause.Predicate;
        for (int hops = 0; hops < Farthest; hops++)
        {
            // "rape and murder of": of a list the first word has the preposition.
            int mark = Tree.Child(token, Relation.Mark);
            isGround |= grammar.IsGround(mark >= 0 ? Tree.Fixed(mark) : Tree.Case(token));
            int above = Tree.Head(token);
            if (above < 0 || above > token)
                return -1;
            string lemma = Tree[above].Lemma;
            if (grammar.IsVerdict(lemma) || grammar.IsGuilt(lemma))
                return isGround || grammar.IsGuilt(lemma) ? above : -1;
            bool isVerb = Tree[above].Pos == PartOfSpeech.Verb && Tree[token].Relation != Relation.Conj;
            if (isVerb && !HasVerdict(above))
                return -1;
            if (isVerb)
                return isGround ? above : -1;
            token = above;
        }

        return -1;
    }

    /// <summary>"serving a life sentence": the verdict is the object.</summary>
    private bool HasVerdict(int verb) => Tree.Child(verb, Relation.Obj) is >= 0 and var given && grammar.IsVerdict(Tree[given].Lemma);

    private int Convict(int verdict)
    {
        if (sources.Clauses.At(verdict) is >= 0 and var index && sources.Clauses[index] is { Kind: not PredicateKind.Noun } told)
        {
            int convicted = told.Kind == PredicateKind.Adjective || HasVerdict(verdict) ? told.Find(Roles.Subject) : told.Find(Roles.Object);
            return told.Kind == PredicateKind.Verb && HasVerdict(verdict) && told.Find(Roles.Indirect) is >= 0 and var given ? given : convicted;
        }

        if (Tree.Child(verdict, Relation.NmodPoss) is >= 0 and var owner)
            return owner;
        int verb = Tree.Head(verdict);
        if (verb < 0 || sources.Clauses.At(verb) is not (>= 0 and var above))
            return -1;
        Clause clause = sources.Clauses[above];
        return clause.Find(Roles.Indirect) is >= 0 and var receiver ? receiver
            : clause.IsPassive || grammar.IsGuilt(Tree[verdict].Lemma) ? clause.Find(Roles.Object)
            : clause.Find(Roles.Object) == verdict ? clause.Find(Roles.Subject) : clause.Find(Roles.Object);
    }
}
