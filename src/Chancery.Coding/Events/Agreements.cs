using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What a rule's agreement is about and how long it holds: "a trade pact on energy and defence until 2030".</summary>
internal sealed class Agreements(DocumentTree tree, Ontology ontology)
{
    /// <summary>The words looked through under one noun.</summary>
    private const int MostWords = 40;

    /// <summary>Where the fields of an agreement are named beside its own noun.</summary>
    private static readonly ImmutableArray<string> FieldRoles = [Roles.Object, "on", "in", "for", "about", "regarding", "concerning"];

    public Agreement? Of(RuleReading reading, Factuality real, PartialDate? horizon)
    {
        if (reading.Rule.AgreementStatus is not { } status)
            return null;
        var fields = ImmutableArray.CreateBuilder<string>();
        if (reading.Noun >= 0)
            AddFields(reading.Noun, fields);
        if (reading.About >= 0 && reading.Clause.Kind != PredicateKind.Adjective)
            AddFields(reading.About, fields);
        foreach (Argument argument in reading.Clause.Arguments)
        {
            if (!argument.IsShared && FieldRoles.Contains(argument.Role))
                AddFields(argument.Token, fields);
        }

        return new Agreement(real == Factuality.Future ? AgreementStatus.Future : status, fields.ToImmutable(), horizon);
    }

    /// <summary>The fields that the words under a noun name, each once, in the order of the text.</summary>
    private void AddFields(int noun, ImmutableArray<string>.Builder fields)
    {
        var words = new List<int> { noun };
        for (int next = 0; next < words.Count && words.Count < MostWords; next++)
        {
            foreach (int child in tree.Children(words[next]))
            {
                // Another clause tells something else.
                if (tree[child].Relation is not (Relation.AclRelcl or Relation.Advcl or Relation.Parataxis))
                    words.Add(child);
            }
        }

        words.Sort();
        foreach (int word in words)
        {
            if (ontology.FieldOf(tree[word].Lemma.ToLowerInvariant()) is { } field && !fields.Contains(field))
                fields.Add(field);
        }
    }
}
