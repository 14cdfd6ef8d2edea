using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"rejected Chad's request", "a PNG demand was turned down": whoever is answered has asked, whatever the answer is.</summary>
/// <remarks>Coders of PLOVER take a charge that is denied and an offer that is declined for part of the answer, so those are not read here.</remarks>
internal sealed class AnsweredWords(DocumentTree tree, ClauseGrammar grammar)
{
    /// <param name="noun">What is answered.</param>
    /// <param name="answer">The clause that it is the object of.</param>
    public bool Are(Clause noun, Clause answer) =>
        noun is { Kind: PredicateKind.Noun, Link: ClauseLink.Nominal } && answer.Kind == PredicateKind.Verb && answer.Find(Roles.Object) == noun.Predicate
        && grammar.ToldBy(noun.Lemma) == ToldThing.Request && noun.Arguments.Any(IsAuthor) && !IsOfAny(noun.Predicate);

    private bool IsAuthor(Argument argument) =>
        argument.Role == Roles.Owner || tree.Is(argument.Role, WordFunction.Agent) || tree.Is(argument.Role, WordFunction.Belonging) || (argument.Role == Roles.Modifier && char.IsUpper(tree.Form(argument.Token)[0]));

    /// <summary>"rejected any request by Chad": nobody has asked yet.</summary>
    private bool IsOfAny(int noun)
    {
        foreach (int child in tree.Children(noun))
        {
            if (tree[child].Relation == Relation.Det && child < noun && grammar.IsAnyOne(tree[child].Lemma))
                return true;
        }

        return false;
    }
}
