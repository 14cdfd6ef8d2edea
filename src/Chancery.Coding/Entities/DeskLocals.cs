using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The people of the place where a report was written: students, villagers, nurses of whom nothing else is told.</summary>
internal sealed class DeskLocals(Phrases phrases, Spots spots, Setting setting)
{
    /// <summary>"Students burned tyres", where neither its words nor those before tell of another state than the one where the report was written.</summary>
    public CountryCode Of(Spot spot, int index, Sentence sentence)
    {
        CountryCode desk = setting.Desk;
        if (desk.IsNone || desk != phrases.Home.Written || desk != setting.Main && desk != setting.Pair.One && desk != setting.Pair.Other || spot.Kind != MentionKind.Nominal || phrases.Quotes.At(spot.Token) > 0
            || phrases.Table[spot.Entity] is not { Kind: EntityKind.Group, IsPlural: true, IsNamed: false, Sectors: [Sector.Cvl or Sector.Lab or Sector.Agr or Sector.Edu or Sector.Cop or Sector.Hlh or Sector.Rel, ..] } || phrases.Tree[spots.Top(spot.Token)].Relation != Relation.Nsubj)
            return default;
        (CountryCode only, bool several) = spots.StatesOf(index, sentence, true, -1);
        if (several || !only.IsNone && only != desk || IsElsewhere(index, sentence))
            return default;
        int s = phrases.Tree.SentenceOf(spot.Token);
        if (s == 0 || phrases.Tree.Parsed.Sentences[s - 1].Block != sentence.Block)
            return desk;
        Sentence previous = phrases.Tree.Parsed.Sentences[s - 1];
        CountryCode told = spots.Lone(index, previous, false);
        return told == desk || told.IsNone && !spots.Actor(index, previous).IsNamed ? desk : default;
    }

    /// <summary>"In Odal, dockers marched": in a place of which nobody knows where it lies.</summary>
    private bool IsElsewhere(int index, Sentence sentence)
    {
        for (int i = Math.Max(0, index - Spots.Reach); i < spots.Count && i - index < Spots.Reach; i++)
        {
            if (sentence.Range.Contains(spots[i].Range) && phrases.Table[spots[i].Entity] is { Kind: EntityKind.Place, Country.IsNone: true })
                return true;
        }

        return false;
    }
}
