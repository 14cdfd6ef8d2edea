using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What an act is about in PLOVER's terms: what its rule gives, as far as the sides or the words bear it out, and what its own words name.</summary>
internal sealed class EventContexts(DocumentTree tree, MentionIndex mentions, Ontology ontology)
{
    /// <summary>The words of a clause that are looked through.</summary>
    private const int MostWords = 60;

    /// <param name="reading">The act with its sides.</param>
    /// <param name="given">What its rule or its CAMEO code gives.</param>
    public ImmutableArray<string> Of(RuleReading reading, ImmutableArray<string> given)
    {
        List<string> named = Named(reading);
        var contexts = ImmutableArray.CreateBuilder<string>();
        foreach (string context in given)
        {
            if (named.Contains(context) || IsGrounded(context, reading))
                contexts.Add(context);
        }

        foreach (string context in named)
        {
            if (!contexts.Contains(context))
                contexts.Add(context);
        }

        return contexts.ToImmutable();
    }

    private bool IsGrounded(string context, RuleReading reading)
    {
        ContextGround ground = ontology.GroundOf(context);
        if (ground.IsFree)
            return true;
        if (ground.NeedsStates && IsBetweenStates(reading))
            return true;
        return reading.Actors.Concat(reading.Recipients).Any(side => mentions.Entities[side.Entity].Sectors.Any(sector => ground.Sectors.Contains(sector)));
    }

    /// <summary>Sides of two countries, or of a country and an international body.</summary>
    private bool IsBetweenStates(RuleReading reading)
    {
        CountryCode first = default;
        foreach (Side side in reading.Actors.Concat(reading.Recipients))
        {
            Entity entity = mentions.Entities[side.Entity];
            if (entity.Sectors.Contains(Sector.Igo))
                return true;
            if (entity.Country.IsNone)
                continue;
            if (!first.IsNone && first != entity.Country)
                return true;
            first = entity.Country;
        }

        return false;
    }

    /// <summary>The contexts that the words of the act name, each once, in the order of the text; other clauses tell something else.</summary>
    private List<string> Named(RuleReading reading)
    {
        var words = new List<int> { reading.Clause.Predicate };
        if (reading.Noun >= 0)
            words.Add(reading.Noun);
        for (int next = 0; next < words.Count && words.Count < MostWords; next++)
        {
            foreach (int child in tree.Children(words[next]))
            {
                bool isOfAct = tree[child].Relation is not (Relation.AclRelcl or Relation.AdvclRelcl or Relation.Advcl or Relation.Parataxis or Relation.Conj or Relation.Ccomp)
                    || (tree[child].Relation == Relation.Conj && words[next] != reading.Clause.Predicate);
                if (isOfAct && !words.Contains(child))
                    words.Add(child);
            }
        }

        words.Sort();
        var contexts = new List<string>();
        foreach (int word in words)
        {
            // "fired tear gas" is nothing of gas.
            if (word == reading.Noun)
                continue;
            string lemma = tree[word].Lemma.ToLowerInvariant();
            if ((ontology.FieldOf(lemma) ?? ontology.FieldOf(tree.Form(word).ToString().ToLowerInvariant())) is { } context && !contexts.Contains(context))
                contexts.Add(context);
        }

        return contexts;
    }
}
