using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// What an unknown name names: what the model hears in it (<see cref="NameVote"/>), where the report bears it out. A lone word is a person's name
/// only with a sign of it, a name with an article or before a noun is nobody's, a place stands where places stand; else the name has no kind.
/// </summary>
internal sealed class NameKinds(Phrases phrases, SpeechWords speech)
{
    /// <summary>Names of persons have hardly more words behind the first; what is longer is called after one: "Karl Maria Beck Jr. Prize".</summary>
    private const int LongestPerson = 4;

    /// <summary>Fewer letters before a capital are the beginning of a surname: "MacKay".</summary>
    private const int ShortestHalf = 4;

    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly HashSet<string> human = new(StringComparer.Ordinal);
    private readonly HashSet<string> bodies = new(StringComparer.Ordinal);
    private readonly HashSet<string> titled = new(StringComparer.Ordinal);
    private readonly HashSet<string> speaking = new(StringComparer.Ordinal);
    private readonly HashSet<string> acting = new(StringComparer.Ordinal);
    private readonly HashSet<string> owning = new(StringComparer.Ordinal);
    private readonly HashSet<string> located = new(StringComparer.Ordinal);
    private readonly HashSet<string> framed = new(StringComparer.Ordinal);
    private readonly HashSet<string> impersonal = new(StringComparer.Ordinal);
    private readonly HashSet<string> things = new(StringComparer.Ordinal);
    private readonly HashSet<string> lettered = new(StringComparer.Ordinal);
    private readonly HashSet<string> inside = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> circles = new(StringComparer.Ordinal);

    private DocumentTree Tree => phrases.Tree;

    /// <summary>Remembers what only persons, or only those who act, are said to do or to be, and where only places stand.</summary>
    public void Learn(Sighting sighting)
    {
        string name = Key(sighting);
        places[name] = Places(sighting) + 1;
        int head = Tree.HeadOf(sighting.First, sighting.Last);
        int governor = Tree[head].Head;
        bool several = sighting.First < sighting.Last;
        string last = Tree[sighting.Last].Range.Of(Tree.Text);
        bool subject = Tree[head].Relation == Relation.Nsubj && governor >= 0 && Tree[governor].Pos == PartOfSpeech.Verb;
        if (phrases.IsSubject(head) || Tree[head].Relation is Relation.OblAgent)
            acting.Add(name);
        if (phrases.Form(sighting.Last + 1) is "'s" or "’s")
            owning.Add(name);

        // "the ferry Odalys", "a film called Odalys", "Crohn's disease": no actor wherever the report names it.
        if (IsOfThing(sighting))
            things.Add(name);

        bool journal = Tree[head].Relation == Relation.Obl && phrases.Form(sighting.First - 1) == "in" && governor >= 0 && phrases.Words.IsPublishing(Tree[governor].Lemma.ToLowerInvariant()) && !IsTown(sighting);
        if (journal || !several && (phrases.Words.HasThingEnding(phrases.Form(sighting.Last)) || IsCalledThing(sighting, head)))
            things.Add(name);

        // "the Automatic Warning System (AWS)", "the Range Tracking (RT) system".
        if (!several && IsLettersOfThing(sighting))
            lettered.Add(name);

        // "Norvia USA … Norvia".
        if (sighting.Last == sighting.First + 1 && IsState(sighting.Last) && !phrases.IsGivenName(sighting.First) && !phrases.Words.IsOrdinary(phrases.Form(sighting.First)))
            bodies.Add(Tree[sighting.First].Range.Of(Tree.Text));

        // "Odalys" alone is what "Hurricane Odalys" is.
        if (several && Listed(sighting.First) == NameKind.Other)
            things.Add(Tree.Text.AsSpan(Tree[sighting.First + 1].Range.Start..sighting.Range.End).ToString());
        if (phrases.Signs.At(sighting.First - 1) is { Kind: SightingKind.Agent, IsPlural: false } noun && (phrases.Known.Agents[noun.Index].Kind != EntityKind.Person || IsMakerOf(noun, sighting)) && (char.IsLower(Letter(noun.First)) || noun.First > phrases.Sentence.FirstToken && !IsOrdinary(sighting)))
            bodies.Add(name);
        if (phrases.Form(sighting.First - 1) == "themselves" || IsCalledBody(sighting) || IsBehindBody(sighting, head) || IsManaged(sighting) || several && !phrases.IsGivenName(sighting.First) && IsState(sighting.Last))
            bodies.Add(name);
        if (IsFramed(sighting))
            framed.Add(name);

        // "the Odal movement".
        if (phrases.Words.IsDefinite(phrases.Form(sighting.First - 1)) && phrases.Signs.At(sighting.Last + 1) is { Kind: SightingKind.Agent, IsPlural: false } circle && char.IsLower(Letter(circle.First)) && circle.First == sighting.Last + 1 && phrases.Words.IsCircleOf(phrases.Known.Agents[circle.Index].Noun) && !IsOrdinary(sighting))
            circles[name] = circles.GetValueOrDefault(name) + 1;
        if (IsLocated(sighting, head))
            located.Add(name);
        if (phrases.Words.IsLocative(phrases.Form(sighting.First - 1)) && located.Contains(name))
            inside.Add(name);
        bool introduced = IsIntroduced(sighting);
        if (!introduced && (phrases.IsModifier(head) || Tree[head].Relation is Relation.Vocative or Relation.Discourse || phrases.Words.IsDefinite(phrases.Form(sighting.First - 1)) || phrases.Form(sighting.First - 1) is "a" or "an"))
            impersonal.Add(name);
        if (several && !introduced && IsBeforeThing(sighting))
            impersonal.Add(name);
        if (!several && !introduced && Tree[head].Relation is Relation.OblAgent && governor >= 0 && phrases.Words.IsOperating(Tree[governor].Lemma.ToLowerInvariant()))
            bodies.Add(name);
        if (subject && speech.IsSpeech(Tree[governor].Lemma.ToLowerInvariant()))
            speaking.Add(name);
        if (!introduced && !(several && phrases.IsGivenName(sighting.First)) && !(several && !sighting.People.IsEmpty))
            return;
        human.Add(name);
        if (introduced)
            titled.Add(name);
        if (several)
            human.Add(last);
    }

    /// <summary>By all its places in the report.</summary>
    public NameKind Of(Sighting sighting)
    {
        string name = Key(sighting);
        bool given = phrases.IsGivenName(sighting.First);
        NameKind heard = sighting.SoundsLike;
        if (things.Contains(name) || lettered.Contains(name) && !speaking.Contains(name) || sighting.IsWork || IsCode(sighting) || IsOneOfMany(sighting))
            return NameKind.Other;
        if (framed.Contains(name) && !human.Contains(name))
            return Built(sighting, NameKind.Place) is var place && place != NameKind.None ? place : NameKind.Place;
        if ((bodies.Contains(name) || IsCompounded(sighting)) && !titled.Contains(name))
            return NameKind.Organization;

        if (circles.TryGetValue(name, out int called) && called == Places(sighting) && !human.Contains(name) && !located.Contains(name))
            return NameKind.Organization;

        // "the Third Symphony".
        if (sighting.First + 1 == sighting.Last && phrases.Words.IsOrdinal(phrases.Form(sighting.First)) && phrases.Words.IsThingNoun(phrases.Form(sighting.Last)))
            return NameKind.Other;
        if (sighting.First == sighting.Last)
        {
            if (Listed(sighting.First) != NameKind.None && !human.Contains(name))
                return NameKind.None;
            return heard switch
            {
                NameKind.Person => human.Contains(name) || !Tree[sighting.Last].Morphology.HasFlag(Morphology.Plural) && !impersonal.Contains(name) && !located.Contains(name) && !IsAcronym(sighting) && !IsOrdinary(sighting) ? NameKind.Person : NameKind.None,
                NameKind.Place => located.Contains(name) && !human.Contains(name) && !phrases.Words.IsField(phrases.Form(sighting.First)) ? NameKind.Place : NameKind.None,
                NameKind.Organization => acting.Contains(name) || owning.Contains(name) && !IsAcronym(sighting) ? NameKind.Organization : NameKind.None,
                _ => heard,
            };
        }

        // "near Odal Brod": where things happen, unless something makes a person of it.
        if (heard == NameKind.Person && inside.Contains(name) && !human.Contains(name) && !speaking.Contains(name) && !acting.Contains(name) && !given)
            return NameKind.Place;
        if (heard is NameKind.Place or NameKind.None or NameKind.Person && titled.Contains(name) && !inside.Contains(name) && !framed.Contains(name) && !phrases.Words.IsDefinite(phrases.Form(sighting.First - 1)) && !IsOrdinary(sighting) && Listed(sighting.Last) == NameKind.Place)
            return NameKind.Person;

        // "UC Davis": letters before a name are no given name, unless the report makes a person of it.
        if (heard == NameKind.Person && !human.Contains(name) && !speaking.Contains(name) && IsLetters(sighting.First))
            return NameKind.None;
        // "on Karl Beck Avenue": called after somebody.
        if (sighting.Last > sighting.First + 1 && Built(sighting, heard) == NameKind.Place && inside.Contains(name) && !titled.Contains(name) && !acting.Contains(name))
            return NameKind.Place;
        bool personal = human.Contains(name) && !impersonal.Contains(name) && (titled.Contains(name) || !IsOrdinary(sighting));
        if (Built(sighting, heard) is not NameKind.None and var built && !(given && personal && sighting.Last - sighting.First < LongestPerson && heard is NameKind.Person or NameKind.None))
            return built;
        return heard switch
        {
            NameKind.Person => (!impersonal.Contains(name) || speaking.Contains(name) || titled.Contains(name)) && (human.Contains(name) || !IsOrdinary(sighting)) ? NameKind.Person : NameKind.None,
            NameKind.Place when given && personal && !located.Contains(name) => NameKind.Person,
            NameKind.Organization when given && personal && acting.Contains(name) && sighting.Last == sighting.First + 1 => NameKind.Person,
            NameKind.Organization or NameKind.None when phrases.IsBehindService(sighting) => NameKind.Person,
            NameKind.Place => located.Contains(name) ? NameKind.Place : NameKind.None,
            NameKind.None when personal && IsFlat(sighting) => NameKind.Person,
            NameKind.None when sighting.Leans == NameKind.Person && !impersonal.Contains(name) && !located.Contains(name) && IsForeign(sighting) && IsFlat(sighting) => NameKind.Person,
            _ => heard,
        };
    }

    /// <summary>"lift maker Norvia": a lone word that is no given name behind the noun of a firm.</summary>
    public bool IsMakerOf(Sighting noun, Sighting name) =>
        name.First == name.Last && phrases.Words.IsMaker(phrases.Known.Agents[noun.Index].Noun) && !phrases.IsGivenName(name.First);

    /// <summary>"NordRail": two words in one, as firms write themselves; no "McKay".</summary>
    public bool IsCompounded(Sighting sighting)
    {
        if (sighting.First < sighting.Last)
            return false;
        ReadOnlySpan<char> name = sighting.Range.In(Tree.Text);
        for (int i = ShortestHalf; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && char.IsLower(name[i - 1]) && char.IsUpper(name[0]) && !name[1..i].ContainsAnyInRange('A', 'Z'))
                return char.IsLetter(name[i - 1]) && !phrases.Known.Naming.IsParticle(name[..i].ToString());
        }

        return false;
    }

    /// <summary>How often the report has the name.</summary>
    public int Places(Sighting sighting) => places.GetValueOrDefault(Key(sighting));

    private string Key(Sighting sighting) => sighting.Range.Of(Tree.Text);

    /// <summary>
    /// What a word of names says: the last one, or the one before "of" and "for"; else any that names a thing; else the first, when the name sounds so.
    /// </summary>
    private NameKind Built(Sighting sighting, NameKind heard)
    {
        int head = sighting.Last;
        for (int i = sighting.First + 1; i < sighting.Last; i++)
        {
            if (!phrases.Words.IsNaming(phrases.Form(i)))
                continue;
            head = i - 1;
            break;
        }

        if (phrases.Words.NameWord($"{phrases.Form(head - 1)} {phrases.Form(head)}") == "place")
            return NameKind.Place;
        if (phrases.Form(head - 1) != "-" && Listed(head) is not NameKind.None and var kind)
            return kind;
        for (int i = sighting.First; i < head; i++)
        {
            if (Listed(i) == NameKind.Other)
                return NameKind.Other;
        }

        // "Banco Odal", "Calle Roux": where a name is no English one, its first word says what it is.
        if (!phrases.Words.IsOrdinary(phrases.Form(sighting.First)) && Listed(sighting.First) is not NameKind.None and var opening)
            return opening;
        return phrases.Form(sighting.First + 1) != "-" && Listed(sighting.First) is var first && heard == first && (first != NameKind.Place || located.Contains(Key(sighting))) ? first : NameKind.None;
    }

    private NameKind Listed(int token) => phrases.Words.NameWord(phrases.Form(token)) switch
    {
        "place" => NameKind.Place,
        "body" => NameKind.Organization,
        "thing" => NameKind.Other,
        _ => NameKind.None,
    };

    /// <summary>"The airline, Norvia Cargo, said": the name of a body that a noun before the comma describes.</summary>
    private bool IsBehindBody(Sighting sighting, int head) =>
        phrases.Form(sighting.First - 1) == "," && phrases.Form(sighting.Last + 1) == "," && Tree[head].Relation == Relation.Appos && !phrases.IsGivenName(sighting.First)
        && phrases.Signs.At(sighting.First - 2) is { Kind: SightingKind.Agent, IsPlural: false } noun && phrases.Known.Agents[noun.Index].Kind == EntityKind.Organization && Tree.Head(head) >= noun.First && Tree.Head(head) <= noun.Last
        && !(Tree.Head(head) is >= 0 and var body && Tree[body].Relation == Relation.Nmod && Tree.Head(body) is >= 0 and var staff && IsOffice(staff));

    /// <summary>"Norvia, the power company,": a noun of bodies behind the comma.</summary>
    private bool IsCalledBody(Sighting sighting)
    {
        if (phrases.Form(sighting.Last + 1) != "," || !phrases.Words.IsDefinite(phrases.Form(sighting.Last + 2)) && phrases.Form(sighting.Last + 2) is not ("a" or "an"))
            return false;
        for (int i = sighting.Last + 3; i < sighting.Last + 7; i++)
        {
            if (phrases.Signs.At(i) is { Kind: SightingKind.Agent, IsPlural: false } noun)
                return noun.Last < i + 3 && phrases.Known.Agents[noun.Index].Kind != EntityKind.Person && (sighting.First == phrases.Sentence.FirstToken || Tree[Tree.HeadOf(noun.First, noun.Last)].Relation == Relation.Appos);
            if (phrases.Form(i) is "," or "" || phrases.Form(i) != "-" && Tree[i].Pos is not (PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn) && Tree[i].Relation != Relation.Amod)
                return false;
        }

        return false;
    }

    /// <summary>"executives of Norvia", "Norvia's chief executive": whoever has such people is a body.</summary>
    private bool IsManaged(Sighting sighting)
    {
        if (sighting.First < sighting.Last && phrases.IsGivenName(sighting.First))
            return false;
        Sighting? staff = phrases.Form(sighting.First - 1) is "of" or "for" || phrases.Form(sighting.First - 1) == "at" && sighting.First < sighting.Last ? phrases.Signs.At(sighting.First - 2) : phrases.Form(sighting.Last + 1) is "'s" or "’s" ? phrases.Signs.At(sighting.Last + 2) : null;
        return staff switch
        {
            { Kind: SightingKind.Agent } noun => phrases.Known.Agents[noun.Index] is { Kind: EntityKind.Person, Sector: Sector.Bus },
            { Kind: SightingKind.Title } office => phrases.Known.Titles.All[office.Index].Sector == Sector.Bus,
            _ => false,
        };
    }

    /// <summary>"Norvia Uruguay": a branch in a state.</summary>
    private bool IsState(int token)
    {
        var matches = new List<NameMatch>();
        phrases.Known.Match(Tree.Form(token), matches);
        foreach (NameMatch match in matches)
        {
            foreach (NameCandidate candidate in phrases.Known.Candidates(match.Name))
            {
                if (candidate is { IsEntity: true, Role: NameRole.Name } && phrases.Known[candidate.Index].Kind == EntityKind.State && match.Length == Tree[token].Range.Length)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Behind a noun of things, with "called" between or not, or before what it is the eponym of.</summary>
    private bool IsOfThing(Sighting sighting)
    {
        if (phrases.Words.IsEponym(phrases.Form(phrases.Form(sighting.Last + 1) is "'s" or "’s" ? sighting.Last + 2 : sighting.Last + 1)))
            return true;
        if (IsDescribedThing(sighting) || sighting.First < sighting.Last && IsModel(sighting.First - 1))
            return true;
        int noun = sighting.First - 1;
        bool called = phrases.Words.IsNamingVerb(phrases.Form(noun));
        if (called)
            noun -= phrases.Form(noun - 1) == "," ? 2 : 1;
        if (phrases.Form(noun).Length == 0 || !char.IsLower(Letter(noun)) || Tree[noun].Pos != PartOfSpeech.Noun && !(noun > 0 && Tree[noun].Pos is PartOfSpeech.Verb or PartOfSpeech.Adj && Tree[noun - 1].Pos is PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Det))
            return false;
        // "in the women's race Ana Beck fell": what the sentence begins with ends before its subject.
        if (!called && Tree[Tree.HeadOf(sighting.First, sighting.Last)].Relation == Relation.Nsubj && Tree[noun].Relation is Relation.Obl or Relation.Nmod)
            return false;
        string lemma = Tree[noun].Lemma.ToLowerInvariant();
        return phrases.Words.IsThingNoun(lemma) || phrases.Words.NameWord(lemma) == "thing" || called && phrases.Signs.At(noun) is null && phrases.Words.NameWord(lemma) is null;
    }

    /// <summary>"AWS" in brackets behind capitals that end in a thing, or before the thing in small letters.</summary>
    private bool IsLettersOfThing(Sighting letters)
    {
        if (!IsLetters(letters.First) || phrases.Form(letters.First - 1) != "(" || phrases.Form(letters.Last + 1) != ")")
            return false;
        int head = letters.First - 2;
        if (!char.IsUpper(Letter(head)))
            return false;
        int behind = letters.Last + 2;
        return phrases.Signs.At(head) is null or { Kind: SightingKind.Name, NameAgent: < 0 } && Listed(head) == NameKind.Other || phrases.Form(behind).Length > 0 && Tree[behind].Pos == PartOfSpeech.Noun && char.IsLower(Letter(behind)) && phrases.Words.NameWord(phrases.Form(behind)) == "thing";
    }

    /// <summary>"a B-52 Stratofortress": behind letters with a number the name of a model.</summary>
    private bool IsModel(int token)
    {
        ReadOnlySpan<char> form = phrases.Form(token);
        return form.ContainsAnyInRange('0', '9') && form.ContainsAnyInRange('a', 'z') && char.IsUpper(Letter(token)) || form.ContainsAnyInRange('0', '9') && phrases.Form(token - 1) == "-" && phrases.Form(token - 2).Length == 1;
    }

    /// <summary>"Odalys is a plant", "lizards such as Odalys": what the words around a lone name say that no person is.</summary>
    private bool IsCalledThing(Sighting sighting, int head)
    {
        int governor = Tree[head].Head;
        if (governor < 0 || IsIntroduced(sighting))
            return false;
        if (Tree[head].Relation == Relation.Nsubj && Tree.Has(governor, Relation.Cop) && Tree[governor].Pos == PartOfSpeech.Noun && char.IsLower(Letter(governor)))
            return IsThing(governor);
        if (phrases.Form(sighting.First - 1) != "as" || phrases.Form(sighting.First - 2) != "such")
            return false;
        int noun = phrases.Form(sighting.First - 3) == "," ? sighting.First - 4 : sighting.First - 3;
        return noun >= phrases.Sentence.FirstToken && Tree[noun].Pos == PartOfSpeech.Noun && char.IsLower(Letter(noun)) && IsThing(noun);
    }

    /// <summary>"the Karl Beck space telescope": what the thing is called.</summary>
    private bool IsBeforeThing(Sighting sighting)
    {
        for (int i = sighting.Last + 1; i < sighting.Last + 4 && phrases.Form(i).Length > 0 && Tree[i].Pos == PartOfSpeech.Noun && char.IsLower(Letter(i)) && phrases.Signs.At(i) is null; i++)
        {
            if (phrases.Words.IsThingNoun(Tree[i].Lemma.ToLowerInvariant()))
                return true;
        }

        return false;
    }

    /// <summary>A noun of no people, bodies or places.</summary>
    private bool IsThing(int noun) => phrases.Signs.At(noun) is null && phrases.Words.NameWord(Tree[noun].Lemma.ToLowerInvariant()) is null or "thing";

    /// <summary>"Odalin, a heart drug": what the apposition says it is.</summary>
    private bool IsDescribedThing(Sighting sighting)
    {
        if (phrases.Form(sighting.Last + 1) is not ("," or "("))
            return false;
        int noun = -1;
        int start = sighting.Last + 2;
        if (phrases.Form(start) is not ("a" or "an" or "one") && !phrases.Words.IsDefinite(phrases.Form(start)))
            return false;
        for (int i = start + 1; i < start + 8 && phrases.Form(i).Length > 0; i++)
        {
            if (Tree[i].Pos == PartOfSpeech.Noun)
                noun = i;
            else if (Tree[i].Pos is not (PartOfSpeech.Adj or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Part or PartOfSpeech.Adv) && phrases.Form(i) is not ("-" or "of"))
                break;
            if (noun >= 0 && phrases.Form(i + 1) == "of" && !phrases.Words.IsMany(phrases.Form(i)) && phrases.Form(i) is not ("type" or "kind" or "form"))
                break;
        }

        return noun >= 0 && phrases.Signs.At(noun) is null or { Kind: SightingKind.Name } && (phrases.Words.IsThingNoun(Tree[noun].Lemma.ToLowerInvariant()) || phrases.Words.NameWord(Tree[noun].Lemma.ToLowerInvariant()) == "thing");
    }

    /// <summary>"in a blue Odal": a thing that is called so, nobody's own name.</summary>
    private bool IsOneOfMany(Sighting sighting)
    {
        if (phrases.IsModifier(Tree.HeadOf(sighting.First, sighting.Last)))
            return false;
        for (int i = sighting.First - 1; i >= sighting.First - 3; i--)
        {
            if (phrases.Form(i) is "a" or "an")
                return true;
            if (phrases.Form(i).Length == 0 || Tree[i].Pos != PartOfSpeech.Adj)
                return false;
        }

        return false;
    }

    /// <summary>"REGN-7", "X44c": letters with a number in them name a thing.</summary>
    private bool IsCode(Sighting sighting)
    {
        ReadOnlySpan<char> name = sighting.Range.In(Tree.Text);
        int digit = name.IndexOfAnyInRange('0', '9');
        return digit > 0 && (char.IsLetter(name[digit - 1]) || name[digit - 1] == '-');
    }

    /// <summary>None of its words is one of the language.</summary>
    private bool IsForeign(Sighting sighting)
    {
        for (int i = sighting.First; i <= sighting.Last; i++)
        {
            if (char.IsUpper(Letter(i)) && phrases.Form(i - 1) != "-" && (phrases.Words.IsOrdinary(phrases.Form(i)) || Listed(i) != NameKind.None))
                return false;
        }

        return true;
    }

    /// <summary>"the Karol area", "the town of Karol", "Karol, Texas": nothing but a place.</summary>
    private bool IsFramed(Sighting sighting)
    {
        if (phrases.Form(sighting.First - 1) == "of" && Listed(sighting.First - 2) == NameKind.Place || char.IsLower(Letter(sighting.Last + 1)) && Listed(sighting.Last + 1) == NameKind.Place)
            return true;
        // "on Odal in Norway": a mountain, an island.
        if (phrases.Form(sighting.First - 1) == "on" && phrases.Form(sighting.Last + 1) == "in" && phrases.Signs.At(sighting.Last + 2) is { Kind: SightingKind.State, Role: NameRole.Name } or { Kind: SightingKind.Place })
            return true;
        return IsTown(sighting);
    }

    /// <summary>"Allen, Texas".</summary>
    public bool IsTown(Sighting sighting) =>
        phrases.Form(sighting.Last + 1) == "," && phrases.Form(sighting.First - 1) is not ("," or "and") && phrases.Signs.At(sighting.Last + 2) is { Kind: SightingKind.State or SightingKind.Place } around && around.First == sighting.Last + 2
        && around.Role is not (NameRole.Adjective or NameRole.People) && phrases.Form(around.Last + 1) is "," or "." or ";" or ")" or "" && phrases.Words.IsPlaceCase(phrases.Form(sighting.First - 1)) | phrases.Form(sighting.First - 1) is "of" or "at";

    private char Letter(int token) => phrases.Form(token).Length == 0 ? '\0' : Tree.Text[Tree[token].Range.Start];

    /// <summary>"in Karol".</summary>
    private bool IsLocated(Sighting sighting, int head)
    {
        if (phrases.IsModifier(head) || phrases.Form(sighting.Last + 1) is "'s" or "’s")
            return false;

        return phrases.Words.IsPlaceCase(phrases.Form(sighting.First - 1)) || phrases.Words.IsPlaceCase(Tree.Case(head));
    }

    /// <summary>All its words are words of the language too.</summary>
    public bool IsOrdinary(Sighting sighting)
    {
        for (int i = sighting.First; i <= sighting.Last; i++)
        {
            if (!phrases.Words.IsOrdinary(phrases.Form(i)))
                return false;
        }

        return true;
    }

    /// <summary>By an office before or after it, an age, or a form of address.</summary>
    private bool IsIntroduced(Sighting sighting)
    {
        if (IsOffice(sighting.First - 1) && !(phrases.Signs.At(sighting.First - 1) is { Kind: SightingKind.Agent } maker && IsMakerOf(maker, sighting)) || phrases.IsHonorific(sighting.First - 1) || phrases.IsBehindService(sighting))
            return true;
        if (phrases.Form(sighting.Last + 1) != ",")
            return false;
        if (Tree[Math.Min(sighting.Last + 2, Tree.Count - 1)].Pos == PartOfSpeech.Num && phrases.Form(sighting.Last + 3) is "," or "." or "and")
            return true;
        for (int i = sighting.Last + 2; i < sighting.Last + 6 && phrases.Form(i) is not ("," or "" or "and"); i++)
        {
            // "an 18-year-old".
            if (phrases.Form(i) == "-" && phrases.Form(i + 1) == "year" && phrases.Form(i + 3) == "old" || phrases.Form(i).EndsWith("-year-old", StringComparison.Ordinal))
                return true;
            if (IsOffice(i))
                return Tree[i].Relation == Relation.Appos || i < sighting.Last + 5;
        }

        return false;
    }

    private bool IsOffice(int token) => phrases.Signs.At(token) switch
    {
        { Kind: SightingKind.Title, IsPlural: false } => true,
        { Kind: SightingKind.Agent, IsPlural: false } agent => phrases.Known.Agents[agent.Index].Kind == EntityKind.Person,
        _ => false,
    };

    private bool IsAcronym(Sighting sighting)
    {
        foreach (char c in sighting.Range.In(Tree.Text))
        {
            if (char.IsLower(c))
                return false;
        }

        return true;
    }

    private bool IsLetters(int token)
    {
        ReadOnlySpan<char> form = Tree.Form(token);
        return form.Length is > 1 and < 6 && !form.ContainsAny('.', '-') && form.ContainsAnyInRange('A', 'Z') && char.IsUpper(form[^1]) && char.IsUpper(form[1]);
    }

    private bool IsFlat(Sighting sighting)
    {
        for (int i = sighting.First + 1; i <= sighting.Last; i++)
        {
            if (Tree[i].Relation is not (Relation.Flat or Relation.Compound) && Tree[i].Pos != PartOfSpeech.Punct && phrases.Form(i - 1) != "-")
                return false;
        }

        return true;
    }
}
