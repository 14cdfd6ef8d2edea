using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The commonest errors of the parser, each known by its shape and mended on the clauses; the trees stay as they are.</summary>
internal static class TreeRepairs
{
    /// <summary>"Syria and Turkey voiced support": after a long list the verb is taken for an adjective of its own object.</summary>
    public static bool IsLostVerb(DocumentTree tree, int token)
    {
        int noun = tree.Head(token);
        return noun > token && token > 0 && tree[token].Tag is "VBD" or "VBN" && tree[noun].Relation is Relation.Conj or Relation.Appos or Relation.Root
            && tree.SentenceOf(token - 1) == tree.SentenceOf(token) && tree[token - 1].Pos is PartOfSpeech.Propn;
    }

    public static void Mend(DocumentTree tree, Clause[] clauses, int index)
    {
        Clause clause = clauses[index];
        if (clause.Kind != PredicateKind.Verb)
            return;
        if (tree[clause.Predicate].Relation == Relation.Amod)
            clauses[index] = WithListAndObject(tree, clause);
        else if (clause.Link == ClauseLink.Adverbial && clause.Governor >= 0)
            MendContactClause(tree, clauses, index);
        if (clauses[index].Find(Roles.Subject) < 0 && !clause.IsPassive && clause.Tense != Tense.None && clause.Marker is null)
            clauses[index] = WithSubjectAfterPhrase(tree, clauses[index]);
    }

    /// <summary>"On Tuesday, Norway asked": the subject after an opening phrase is taken for its apposition.</summary>
    private static Clause WithSubjectAfterPhrase(DocumentTree tree, Clause clause)
    {
        foreach (Argument argument in clause.Arguments)
        {
            if (argument.Token >= clause.Predicate || tree.Case(argument.Token).Length == 0)
                continue;
            foreach (int child in tree.Children(argument.Token))
            {
                if (tree[child].Relation is Relation.Appos or Relation.Conj && child > argument.Token && child < clause.Predicate
                    && tree[child].Pos is PartOfSpeech.Propn or PartOfSpeech.Noun && tree.Case(child).Length == 0 && !tree.Has(child, Relation.Cc))
                {
                    return clause with { Arguments = clause.Arguments.Add(new Argument(Roles.Subject, child, false)) };
                }
            }
        }

        return clause;
    }

    private static Clause WithListAndObject(DocumentTree tree, Clause clause)
    {
        int noun = tree.Head(clause.Predicate);
        int first = tree[noun].Relation is Relation.Conj or Relation.Appos ? tree.Head(noun) : -1;
        while (first >= 0 && tree[first].Relation is Relation.Conj or Relation.Appos && tree.Head(first) >= 0)
            first = tree.Head(first);
        var arguments = clause.Arguments.ToBuilder();
        if (first >= 0)
            arguments.Add(new Argument(Roles.Subject, first, false));
        arguments.Add(new Argument(Roles.Object, noun, false));
        return clause with { Arguments = arguments.ToImmutable(), Tense = Tense.Past, IsPassive = false, Link = ClauseLink.Main, Governor = -1 };
    }

    /// <summary>"for the aid Norway sent": a relative clause without a pronoun is read as "for the aid, Norway sent".</summary>
    private static void MendContactClause(DocumentTree tree, Clause[] clauses, int index)
    {
        Clause clause = clauses[index];
        if (clause.Marker is not null || clause.IsPassive || clause.Tense == Tense.None || clause.Find(Roles.Object) >= 0)
            return;
        int subject = clause.Find(Roles.Subject);
        if (subject < 0 || subject >= clause.Predicate)
            return;
        for (int i = 0; i < clause.Arguments.Length; i++)
        {
            Argument argument = clause.Arguments[i];
            bool isPhrase = argument.Role is not (Roles.Subject or Roles.Complement or Roles.Indirect) && tree[argument.Token].Pos == PartOfSpeech.Noun;
            if (!isPhrase || argument.Token >= subject || tree.Case(argument.Token).Length == 0)
                continue;
            clauses[index] = clause with { Arguments = clause.Arguments.SetItem(i, new Argument(Roles.Object, argument.Token, true)), Link = ClauseLink.Relative };
            Clause governor = clauses[clause.Governor];
            clauses[clause.Governor] = governor with { Arguments = governor.Arguments.Add(argument) };
            return;
        }
    }
}
