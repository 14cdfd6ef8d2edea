using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>To whom words go that are told with what carries them: "in a letter to the Council, Chad asked for observers".</summary>
internal sealed class Addressees(DocumentTree tree, ClauseSet clauses, MentionIndex mentions, ClauseGrammar grammar)
{
    private readonly SideFinder sides = new(tree, mentions);

    /// <summary>Adds whoever a request, an offer or a statement is sent to or talked over with.</summary>
    public void Fill(EventRule rule, Clause clause, List<Side> into)
    {
        if (!rule.IsSaid || rule.Type is not (EventType.Request or EventType.Agree or EventType.Concede or EventType.Support or null) || clause.Kind != PredicateKind.Verb)
            return;
        AddContact(clause, into);
        if (into.Count > 0 || rule.Type == EventType.Support)
            return;
        foreach (Argument argument in clause.Arguments)
        {
            if (argument.IsShared)
                continue;
            if (tree.Is(argument.Role, WordFunction.Matter))
                AddReceiver(argument.Token, into);
            if (argument.Role == Roles.Subject)
                AddBeside(argument.Token, into);
            if (into.Count > 0)
                return;
        }
    }

    /// <summary>"telephoned the emir to offer condolences": to whoever was telephoned.</summary>
    private void AddContact(Clause clause, List<Side> into)
    {
        if (clause.Governor < 0 || !tree.Is(clause.Marker, WordFunction.Infinitive) || clause.Link is not (ClauseLink.Adverbial or ClauseLink.Complement) || clauses[clause.Governor] is not { IsPassive: false } contact || !grammar.IsContacting(contact.Lemma))
            return;
        if (contact.Find(Roles.Object) is >= 0 and var called && tree[called].Relation == Relation.Obj)
            sides.Find(called, false, into, null);
        into.RemoveAll(side => mentions.Entities[side.Entity].Kind == EntityKind.Place);
    }

    /// <summary>"The minister, in a letter to the Council, asked …": what stands between commas behind the subject is told of the asking.</summary>
    private void AddBeside(int subject, List<Side> into)
    {
        foreach (int child in tree.Children(subject))
        {
            if (tree[child].Relation == Relation.Nmod && tree.Child(child, Relation.Case) is >= 0 and var opening && opening > subject && tree[opening - 1].Pos == PartOfSpeech.Punct && tree.Is(tree.Case(child), WordFunction.Matter))
                AddReceiver(child, into);
        }
    }

    private void AddReceiver(int missive, List<Side> into)
    {
        if (!grammar.IsMissive(tree[missive].Lemma))
            return;
        foreach (int child in tree.Children(missive))
        {
            if (tree[child].Relation is Relation.Nmod or Relation.Obl && child > missive && (tree.Is(tree.Case(child), WordFunction.Infinitive) || tree.Is(tree.Case(child), WordFunction.Company)))
                sides.Find(child, false, into, null);
        }

        into.RemoveAll(side => mentions.Entities[side.Entity].Kind == EntityKind.Place);
    }
}
