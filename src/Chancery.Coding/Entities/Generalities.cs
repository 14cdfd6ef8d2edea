using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Who is not of the state that a report is set in merely because nothing else is told: nobody in particular, whoever trades, those who watch it from elsewhere.</summary>
internal sealed class Generalities(Phrases phrases, Spots spots)
{
    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    private MentionWords Words => phrases.Words;

    /// <summary>Whether the report around tells nothing of where such a one is from.</summary>
    public bool Contains(Spot spot)
    {
        EntityDraft draft = Table[spot.Entity];
        if (spot.Kind == MentionKind.Nominal && !draft.IsNamed)
            return Words.IsHosted(Lower(spot.Token)) && draft is { IsPlural: false, Sectors.IsEmpty: true } || (Words.IsTrading(Lower(spot.Token)) || Words.IsPatron(Lower(spot.Token)) && IsOneOfMany(spot.Token)) && !IsOwn(spot.Token) && !IsUnderGovernment(spot) || Anyone.Is(spot.Token, Tree, Words) || IsOfManyLands(spot, draft) || IsAddressedByMany(spot, draft);
        return spot.Kind == MentionKind.Name && draft is { Kind: EntityKind.Organization, Known: null, Sectors: [] or [Sector.Med] or [Sector.Bus] } && IsWatcher(spot, draft);
    }

    /// <summary>"local customers", "our suppliers", "the state's designers".</summary>
    private bool IsOwn(int head)
    {
        foreach (int child in Tree.Children(head))
        {
            if (Tree[child].Relation == Relation.NmodPoss || Words.IsLocality(Lower(child)))
                return true;
        }

        return false;
    }

    /// <summary>"Suppliers sued the ministry": whoever deals with the government of the state of the report is of that state.</summary>
    private bool IsUnderGovernment(Spot spot)
    {
        Sentence sentence = spots.SentenceOf(spot);
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (spots.At(i) is >= 0 and var at && spots[at].Kind == MentionKind.Nominal && Table[spots[at].Entity] is { Kind: EntityKind.Organization or EntityKind.Group, Sectors: [Sector.Gov or Sector.Leg or Sector.Jud, ..], Country: { IsNone: false } country } && country == phrases.Place.Home)
                return true;
        }

        return false;
    }

    /// <summary>"many customers": whoever they may be.</summary>
    private bool IsOneOfMany(int head)
    {
        bool many = false;
        foreach (int child in Tree.Children(head))
        {
            if (child > head)
                continue;
            many |= Tree[child].Relation == Relation.Amod && Words.IsMany(Lower(child));
            if (Tree[child].Relation is Relation.Compound or Relation.Det)
                return false;
        }

        return many;
    }

    /// <summary>"internet companies", "multinational firms", with nothing that sets them apart.</summary>
    private bool IsOfManyLands(Spot spot, EntityDraft draft)
    {
        if (draft.Sectors is not [Sector.Bus, ..] || !Tree[spot.Token].Morphology.HasFlag(Morphology.Plural))
            return false;
        bool wide = false;
        foreach (int child in Tree.Children(spot.Token))
        {
            if (Tree[child].Relation is Relation.Det or Relation.NmodPoss)
                return false;
            wide |= child < spot.Token && Words.IsWorldTrade(Lower(child));
        }

        return wide;
    }

    /// <summary>"Karl Beck of the world union told the press": of wherever that one spoke.</summary>
    private bool IsAddressedByMany(Spot spot, EntityDraft draft)
    {
        int top = spots.Top(spot.Token);
        if (draft.Sectors is not [Sector.Med, ..] || Tree[top].Relation is not (Relation.Obj or Relation.Iobj or Relation.Obl) || Tree.Head(top) is not (>= 0 and var verb))
            return false;
        foreach (int child in Tree.Children(spot.Token))
        {
            if (Tree[child].Relation is Relation.Amod or Relation.Compound or Relation.NmodPoss)
                return false;
        }

        return Tree.Child(verb, Relation.Nsubj) is >= 0 and var speaker && spots.At(speaker) is >= 0 and var at && Table[spots[at].Entity] is { Country.IsNone: true, Sectors: [Sector.Igo, ..] };
    }

    /// <summary>"Ship Bulletin reported", "ShipFinder's database": a paper or a page of all the world, of which nothing says where it is made.</summary>
    private bool IsWatcher(Spot spot, EntityDraft draft)
    {
        string last = draft.Name[(draft.Name.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        bool press = draft.Sectors is [Sector.Med] || Words.IsPressName(last) || Words.IsPaper(last);
        int top = spots.Top(spot.Token);
        int head = Tree.Head(top);
        if (head < 0)
            return false;
        if (Tree[top].Relation == Relation.NmodPoss && Words.IsListing(Lower(head)))
            return true;
        if (Tree[top].Relation == Relation.Nsubj)
        {
            foreach (int child in Tree.Children(head))
            {
                if (Tree[child].Relation is Relation.Obj or Relation.Obl && child > top && (Words.IsListing(Lower(child)) || IsInListing(child)))
                    return true;
            }
        }

        return press && !IsCalledHere(spot) && (Tree[top].Relation == Relation.Nsubj && phrases.IsTelling(top) || Tree[top].Relation is Relation.Obl or Relation.OblAgent);
    }

    private bool IsInListing(int token)
    {
        foreach (int child in Tree.Children(token))
        {
            if (Tree[child].Relation == Relation.Nmod && Words.IsListing(Lower(child)))
                return true;
        }

        return false;
    }

    /// <summary>"the local Odal Bulletin", "national paper Odal".</summary>
    private bool IsCalledHere(Spot spot)
    {
        for (int i = spot.Token; i >= 0 && spot.Token - i < 6 && Tree.SentenceOf(i) == Tree.SentenceOf(spot.Token); i--)
        {
            if (Words.IsLocality(Lower(i)) || spots.At(i) is >= 0 and var at && Table[spots[at].Entity] is { Kind: EntityKind.State or EntityKind.Place, Country.IsNone: false })
                return true;
        }

        return false;
    }

    private string Lower(int token) => Tree[token].Lemma.ToLowerInvariant();
}
