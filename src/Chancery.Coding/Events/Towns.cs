using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Towns that stand for their state as the other side: whoever flies to a foreign capital visits its state, arms for Kyiv are arms for Ukraine.</summary>
internal sealed class Towns(MentionIndex mentions)
{
    /// <summary>Puts the state, where the report names it, in the place of a foreign town that is visited, helped or dealt with.</summary>
    public void MakeStates(EventRule rule, List<Side> actors, List<Side> recipients)
    {
        if (rule.Type is not (EventType.Consult or EventType.Aid or EventType.Cooperate or EventType.Agree or EventType.Sanction))
            return;
        for (int i = 0; i < recipients.Count; i++)
        {
            Entity town = mentions.Entities[recipients[i].Entity];
            if (town.Kind != EntityKind.Place || town.Country.IsNone || !AreForeign(actors, town.Country) || StateOf(town.Country) is not (>= 0 and var state))
                continue;
            if (recipients.Exists(side => side.Entity == state))
                recipients.RemoveAt(i--);
            else
                recipients[i] = recipients[i] with { Entity = state };
        }
    }

    /// <summary>"refused to hand a Kazakh officer over to Astana": the state that a town stands for, where the report names it.</summary>
    public void AddState(CountryCode country, TextRange town, List<Side> sides)
    {
        if (sides.Count == 0 && StateOf(country) is >= 0 and var state)
            sides.Add(new Side(state, town));
    }

    private bool AreForeign(List<Side> actors, CountryCode country)
    {
        foreach (Side actor in actors)
        {
            if (mentions.Entities[actor.Entity].Country == country)
                return false;
        }

        return actors.Count > 0;
    }

    private int StateOf(CountryCode country)
    {
        for (int e = 0; e < mentions.Entities.Length && !country.IsNone; e++)
        {
            if (mentions.Entities[e].Kind == EntityKind.State && mentions.Entities[e].Country == country)
                return e;
        }

        return -1;
    }
}
