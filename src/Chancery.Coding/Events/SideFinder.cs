using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Turns words that fill a role into the entities that they mean, lists and exclusions unfolded.</summary>
public sealed class SideFinder(DocumentTree tree, MentionIndex mentions)
{
    private const int LongestList = 64;

    /// <summary>Adds the entities meant by a noun phrase and all that is coordinated with it.</summary>
    /// <param name="token">The head of the phrase.</param>
    /// <param name="adjectives">Whether a demonym may stand for its state: true for owners ("Russian support"), false for subjects.</param>
    /// <param name="sides">Receives them; nobody twice.</param>
    /// <param name="except">Receives those named as left out; null when nobody asks.</param>
    public void Find(int token, bool adjectives, List<Side> sides, List<Side>? except)
    {
        if (token < 0 || sides.Count >= LongestList)
            return;
        if (!adjectives && ListAside(token) is >= 0 and var named)
            Find(named, false, sides, except);
        else
            AddOwn(token, adjectives, sides);
        if (!adjectives && sides.Count > 0)
        {
            AddList(token, sides, except);
            AddTorn(token, sides, except);
        }

        foreach (int child in tree.Children(token))
        {
            switch (tree[child].Relation)
            {
                case Relation.Conj when IsLeftOut(child):
                    if (except is not null)
                        Find(child, adjectives, except, null);
                    break;
                case Relation.Conj when IsNominal(child) && !IsDescription(token, child) && !IsInside(token, child):
                    Find(child, adjectives, sides, except);
                    break;
                // "members (excluding Mexico)": read as a participle with an object.
                case Relation.Acl or Relation.Advcl when except is not null && tree.Is(tree[child].Lemma, WordFunction.Leaving):
                    Find(tree.Child(child, Relation.Obj), adjectives, except!, null);
                    break;
                case Relation.Nmod or Relation.Obl or Relation.Acl or Relation.Advcl:
                    string preposition = tree.Case(child);
                    if (tree.Is(preposition, WordFunction.Adding))
                        Find(child, adjectives, sides, except);
                    else if (except is not null && tree.Is(preposition, WordFunction.Leaving))
                        Find(child, adjectives, except!, null);
                    break;
            }
        }
    }

    /// <summary>"from League head Nabil, Pope Francis and a deputy": the list may hang on any part of the first name, where the parser tore it.</summary>
    private void AddTorn(int token, List<Side> sides, List<Side>? except)
    {
        if (mentions.Around(token) is not (>= 0 and var around))
            return;
        TextRange name = mentions.Mentions[around].Range;
        for (int part = token; part < tree.Count && tree[part].Range.Start < name.End; part++)
        {
            if (part == token || tree.Has(part, Relation.Case) || !IsCore(part, around))
                continue;
            foreach (int child in tree.Children(part))
            {
                if (tree[child].Relation == Relation.Conj && child > part && IsNominal(child) && !name.Contains(tree[child].Range.Start))
                    Find(child, false, sides, except);
            }
        }
    }

    /// <summary>"Blom and Roe, all Liberals", "Blom, a deputy and former judge,": what is set behind names to describe them is nobody else.</summary>
    private bool IsDescription(int token, int beside)
    {
        if (tree[beside].Pos == PartOfSpeech.Pron || beside < token)
            return false;
        bool isBare = tree[beside].Tag is "NN";
        foreach (int child in tree.Children(beside))
        {
            if (tree[child].Relation == Relation.Det && tree.Is(tree[child].Lemma, WordFunction.Whole) && child > 0 && tree[child - 1].Pos == PartOfSpeech.Punct)
                return true;
            isBare &= tree[child].Relation is not (Relation.Det or Relation.NmodPoss or Relation.Nummod or Relation.Appos or Relation.Flat);
        }

        if (!isBare || LoneNominal(beside) < 0 || mentions.Around(token) is not (>= 0 and var name) || !IsNamedPerson(name))
            return false;
        int behind = After(mentions.Mentions[name].Range.End, token);
        return behind < beside && tree[behind].Pos == PartOfSpeech.Punct;
    }

    /// <summary>"the ministers of Togo, Mali and Chad" with "Mali" hung on the ministers: a word of the phrase that means them is nobody beside them.</summary>
    private bool IsInside(int token, int beside)
    {
        foreach (int m in mentions.At(token))
        {
            if (mentions.Mentions[m].Kind == MentionKind.Nominal && mentions.Mentions[m].Range.Contains(tree[beside].Range.Start))
                return true;
        }

        return false;
    }

    /// <summary>"the opposition, and not the government": who is named only to be left out.</summary>
    private bool IsLeftOut(int beside)
    {
        foreach (int child in tree.Children(beside))
        {
            if (child > beside)
                break;
            if (tree[child].Relation == Relation.Advmod && tree[child].Morphology.HasFlag(Morphology.Negative))
                return true;
        }

        return false;
    }

    private bool IsNominal(int token) => tree[token].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron or PartOfSpeech.Adj or PartOfSpeech.Num;

    /// <summary>
    /// A long list by its commas: "A, B, most of the C states, D (excluding E) and F, as well as G". Parsers break such lists into pieces,
    /// so they are read from the words; only a list that an "and" closes is one.
    /// </summary>
    private void AddList(int token, List<Side> sides, List<Side>? except)
    {
        int mention = FirstAt(token);
        if (mention < 0)
            return;
        List<int>? members = null;
        int closed = 0;
        bool comma = false;
        bool joined = false;
        bool aside = false;
        bool left = false;
        List<int>? without = null;
        for (int i = After(mentions.Mentions[mention].Range.End, token); i < tree.Count && tree.SentenceOf(i) == tree.SentenceOf(token); i++)
        {
            if (FirstStartingAt(i) is >= 0 and var next && (comma || joined || aside))
            {
                if (TellsOf(mentions.Mentions[next].HeadToken, token))
                    break;
                if (aside)
                {
                    if (left)
                        (without ??= []).Add(next);
                }
                else
                {
                    (members ??= []).Add(next);
                    closed = joined ? members.Count : closed;
                    comma = joined = false;
                }

                i = After(mentions.Mentions[next].Range.End, i) - 1;
                continue;
            }

            ReadOnlySpan<char> form = tree.Form(i);
            if (form is ",")
                comma = true;
            else if (form is "(")
                aside = true;
            else if (form is ")")
                aside = left = false;
            else if (aside)
                left |= tree.Is(tree[i].Lemma, WordFunction.Leaving) || tree.Is(tree[i].Lemma, WordFunction.Missing);
            else if (tree[i].Pos == PartOfSpeech.Cconj || IsJoining(i))
                joined = true;
            else if ((tree[i].Pos is not (PartOfSpeech.Det or PartOfSpeech.Adp or PartOfSpeech.Adj or PartOfSpeech.Adv) && tree[i].Relation != Relation.Case) || !(comma || joined))
                break;
        }

        // Two names with a comma may be a name and the next clause; three with an "and" are a list.
        if (members is null || closed < 2)
            return;
        // "two presidents, Andrew Blom and Karl Roe": the names tell who was counted.
        if (tree.Has(token, Relation.Nummod) && LoneNominal(token) >= 0 && members.Take(closed).All(member => IsNamedPerson(member)))
            sides.RemoveAll(side => side.Entity == mentions.Mentions[mention].Entity);
        foreach (int member in members.Take(closed))
        {
            if (sides.Count < LongestList)
                Add(member, sides);
        }

        if (without is not null && except is not null)
            without.ForEach(member => Add(member, except));
    }

    /// <summary>"clashes between soldiers and rebels, police and residents said": who tells what a list stands in is none of it.</summary>
    private bool TellsOf(int teller, int token)
    {
        if (tree[teller].Relation != Relation.Nsubj || tree.Head(teller) is not (>= 0 and var saying))
            return false;
        for (int at = token, hops = 0; at >= 0 && hops < 40; at = tree.Head(at), hops++)
        {
            if (tree[at].Relation is Relation.Ccomp or Relation.Parataxis && tree.Head(at) == saying && at < teller)
                return true;
        }

        return false;
    }

    /// <summary>"as well as", "along with", "including" as a preposition or conjunction.</summary>
    private bool IsJoining(int token) => tree[token].Relation is Relation.Cc or Relation.Fixed && tree.Head(token) >= 0;

    private int FirstAt(int token)
    {
        foreach (int m in mentions.At(token))
        {
            if (mentions.Mentions[m].Kind != MentionKind.Adjective)
                return m;
        }

        return -1;
    }

    /// <summary>The widest mention that begins with a token, adjectives and pronouns aside, or -1.</summary>
    private int FirstStartingAt(int token)
    {
        int around = mentions.Around(token);
        return around >= 0 && mentions.Mentions[around].Range.Start == tree[token].Range.Start && mentions.Mentions[around].Kind != MentionKind.Pronoun ? around : -1;
    }

    private int After(int position, int from)
    {
        int token = from;
        while (token < tree.Count && tree[token].Range.Start < position)
            token++;
        return token;
    }

    /// <summary>The entities of one phrase without its list.</summary>
    public void AddOwn(int token, bool adjectives, List<Side> sides)
    {
        bool any = false;
        if (!adjectives && NamedAside(token) is >= 0 and var named)
        {
            Add(named, sides);
            return;
        }

        foreach (int m in mentions.At(token))
        {
            if (mentions.Mentions[m].Kind == MentionKind.Adjective && !(adjectives && !IsBehindPrefix(m, token)))
                continue;
            Add(m, sides);
            any = true;
        }

        if (any)
            return;
        // "freed one of the detainees", "nine of the men were held": those of whom some suffer; what one of them does, not all do.
        if (!adjectives && tree[token].Relation is Relation.Obj or Relation.NsubjPass && tree.WholeOf(token) is >= 0 and var whole)
        {
            // "one of these bodies, the Harbour Guard,": the name tells which.
            if (tree.Child(token, Relation.Appos) is >= 0 and var aside && !CrossesMark(token, aside) && mentions.Knows(aside))
                Find(aside, false, sides, null);
            else
                AddOwn(whole, false, sides);
            return;
        }

        if (!adjectives && mentions.Around(token) is >= 0 and var around && IsCore(token, around))
        {
            foreach (int m in mentions.At(mentions.Mentions[around].HeadToken))
            {
                if (mentions.Mentions[m].Range == mentions.Mentions[around].Range)
                    Add(m, sides);
            }

            return;
        }

        // "the minister, Sergei Lavrov": the apposition names whom the head only describes.
        foreach (int child in tree.Children(token))
        {
            if (tree[child].Relation is Relation.Appos && !CrossesMark(token, child))
                Find(child, adjectives, sides, null);
            else if (tree[child].Relation is Relation.Flat)
                Find(child, adjectives, sides, null);
        }
    }

    /// <summary>Whose a thing is: "Chadian shells", "Norway's jets".</summary>
    public void AddOwner(int thing, List<Side> sides)
    {
        foreach (int child in tree.Children(thing))
        {
            if (tree[child].Relation is Relation.Amod or Relation.NmodPoss or Relation.Compound)
                Find(child, true, sides, null);
        }
    }

    /// <summary>""We attack nobody," the minister said": who stands behind a closing mark is not named in the quotation.</summary>
    private bool CrossesMark(int token, int aside)
    {
        int marks = 0;
        for (int i = token + 1; i < aside; i++)
            marks += tree[i].Pos == PartOfSpeech.Punct && tree.Form(i) is "\"" or "”" ? 1 : 0;
        return marks % 2 == 1;
    }

    /// <summary>"his pro-Chadian stance": what one is for or against is not whose one is.</summary>
    private bool IsBehindPrefix(int mention, int token)
    {
        int start = mentions.Mentions[mention].Range.Start;
        if (tree[token].Relation is not (Relation.Amod or Relation.Compound) || start < 2 || tree.Text[start - 1] != '-')
            return false;
        int before = TokenPlaces.At(tree.Parsed, start - 2);
        return before >= 0 && char.IsLower(tree.Text[tree[before].Range.Start]);
    }

    /// <summary>"the militant organisation, the Front for Peace,": where a common noun alone tells who is meant, the name beside it tells it better. -1 for none.</summary>
    private int NamedAside(int token)
    {
        int own = -1;
        foreach (int child in tree.Children(token))
        {
            if (tree[child].Relation != Relation.Appos || child < token)
                continue;
            own = own < 0 ? LoneNominal(token) : own;
            if (own < 0)
                return -1;
            foreach (int m in mentions.At(child))
            {
                if (mentions.Mentions[m].Kind == MentionKind.Name && IsAlike(mentions.Mentions[m].Entity, mentions.Mentions[own].Entity))
                    return m;
            }
        }

        return -1;
    }

    /// <summary>"two presidents, Andrew Blom and Karl Roe": several persons named beside the noun that counts them are meant, each by name. -1 for none.</summary>
    private int ListAside(int token)
    {
        foreach (int child in tree.Children(token))
        {
            if (tree[child].Relation != Relation.Appos || child < token || tree.Child(child, Relation.Conj) < 0 || LoneNominal(token) is not (>= 0 and var own) || mentions.Entities[mentions.Mentions[own].Entity].Kind != EntityKind.Group)
                continue;
            foreach (int m in mentions.At(child))
            {
                if (IsNamedPerson(m))
                    return child;
            }
        }

        return -1;
    }

    private bool IsNamedPerson(int mention) =>
        mentions.Mentions[mention].Kind == MentionKind.Name && mentions.Entities[mentions.Mentions[mention].Entity].Kind == EntityKind.Person;

    /// <summary>The only mention of a head, when it is a common noun whose entity is never named.</summary>
    private int LoneNominal(int token)
    {
        int own = -1;
        foreach (int m in mentions.At(token))
        {
            if (own >= 0 || mentions.Mentions[m].Kind != MentionKind.Nominal)
                return -1;
            own = m;
        }

        return own >= 0 && !IsNamed(mentions.Mentions[own].Entity) ? own : -1;
    }

    private bool IsNamed(int entity)
    {
        foreach (EntityMention mention in mentions.Mentions)
        {
            if (mention.Entity == entity && mention.Kind == MentionKind.Name)
                return true;
        }

        return false;
    }

    /// <summary>A person is named by a person, a body by a body.</summary>
    private bool IsAlike(int named, int described)
    {
        EntityKind kind = mentions.Entities[named].Kind;
        bool isBody = mentions.Entities[described].Kind is EntityKind.Organization or EntityKind.Group;
        return isBody ? kind is EntityKind.Organization or EntityKind.Group : kind == mentions.Entities[described].Kind && kind == EntityKind.Person;
    }

    /// <summary>A token inside a mention stands for it unless it stands in an inner phrase of it ("Russia" in "Russia's minister").</summary>
    private bool IsCore(int token, int mention)
    {
        int head = mentions.Mentions[mention].HeadToken;
        for (int i = head; i >= 0 && mentions.Mentions[mention].Range.Contains(tree[i].Range.Start); i = tree.Head(i))
        {
            if (i == token)
                return true;
        }

        // Where the parser tore a name apart each part that hangs outside stands for the whole.
        if (tree[token].Head < 0 || !mentions.Mentions[mention].Range.Contains(tree[tree[token].Head].Range.Start))
            return true;
        return tree[token].Relation is Relation.Flat or Relation.Appos && tree.Head(token) == head;
    }

    private void Add(int mention, List<Side> sides)
    {
        EntityMention found = mentions.Mentions[mention];
        foreach (Side side in sides)
        {
            if (side.Entity == found.Entity)
                return;
        }

        sides.Add(new Side(found.Entity, found.Range));
    }
}
