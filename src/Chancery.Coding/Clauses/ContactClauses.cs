using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Relative clauses without a pronoun.</summary>
internal static class ContactClauses
{
    /// <summary>"for the aid Norway sent": a relative clause without a pronoun is read as "for the aid, Norway sent".</summary>
    public static void Mend(DocumentTree tree, Clause[] clauses, int index)
    {
        Clause clause = clauses[index];
        if (clause.Kind != PredicateKind.Verb || clause.Link != ClauseLink.Adverbial || clause.Governor < 0)
            return;
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
