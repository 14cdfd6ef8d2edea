using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Names that nobody alive bears where they stand: those of fiction, the words of radio, the letters of aircraft, the states of a war of long ago, the makers of cars and aeroplanes; and fighters that fly.</summary>
internal sealed class NamesOfNobody(DocumentTree tree, MentionWords words, KnownEntities known)
{
    /// <summary>How far before its letters a word may stand that says they are a number.</summary>
    private const int Reach = 4;

    /// <summary>The most letters that either part of the sign of an aircraft has.</summary>
    private const int LongestSign = 5;

    /// <param name="sentences">What was found by sentence; changed.</param>
    public void Remove(List<Sighting>[] sentences)
    {
        HashSet<string> invented = Invented(sentences);
        bool radio = !sentences.Any(all => all.Exists(IsCalledByRadioWord));
        HashSet<string> makes = Makes(sentences);
        for (int s = 0; s < sentences.Length; s++)
        {
            Sentence sentence = tree.Parsed.Sentences[s];
            sentences[s].RemoveAll(sighting => sighting.Kind switch
            {
                SightingKind.Person or SightingKind.Name => invented.Contains(Text(sighting)) || radio && IsRadioWord(sighting),
                SightingKind.Body => IsSerial(sighting, sentence) || IsProduct(sighting, sentence, makes),
                SightingKind.Title => IsAircraft(sighting, sentence),
                SightingKind.State => IsOfWar(sighting, sentence),
                _ => false,
            });
        }
    }

    /// <summary>"the character Anna Holm … Anna", "like Cinderella": the names of fiction in the report, and their parts where nobody else bears them.</summary>
    private HashSet<string> Invented(List<Sighting>[] sentences)
    {
        var invented = new HashSet<string>(StringComparer.Ordinal);
        foreach (Sighting sighting in sentences.SelectMany(static all => all))
        {
            if (sighting.Kind is not (SightingKind.Person or SightingKind.Name) || !words.IsFictional(Text(sighting).ToLowerInvariant()) && !(sighting.First > 0 && words.IsRoleNoun(tree.Form(sighting.First - 1).ToString())))
                continue;

            // "a character of the film, Kim Jong Un": whom the world knows acts outside of the film as well.
            if (sighting.Kind == SightingKind.Person && !sighting.IsWeak || sighting.First > 0 && sentences.Any(all => all.Exists(office => office.Kind == SightingKind.Title && office.Last == sighting.First - 1)))
                continue;
            invented.Add(Text(sighting));
        }

        foreach (string part in invented.SelectMany(static name => name.Split(' ')).ToArray())
        {
            if (!sentences.Any(all => all.Exists(other => other.First < other.Last && other.Kind is SightingKind.Person or SightingKind.Name && !invented.Contains(Text(other)) && Text(other).Split(' ').Contains(part))))
                invented.Add(part);
        }

        return invented;
    }

    /// <summary>"Roger, are you on board?".</summary>
    private bool IsRadioWord(Sighting sighting) => sighting.First == sighting.Last && words.IsRadioWord(Text(sighting).ToLowerInvariant());

    /// <summary>"Roger Holm", "Roger said": the report tells of one who is called so.</summary>
    private bool IsCalledByRadioWord(Sighting sighting) =>
        sighting.Kind is SightingKind.Person or SightingKind.Name && Text(sighting).Split(' ').Any(part => words.IsRadioWord(part.ToLowerInvariant())) && !(IsRadioWord(sighting) && sighting.Last + 1 < tree.Count && tree.Form(sighting.Last + 1) is "," or "." or "!");

    /// <summary>"a tail number of EP-CPP": half of it is no body of those letters.</summary>
    private bool IsSerial(Sighting sighting, Sentence sentence)
    {
        if (sighting.First != sighting.Last || sighting.Range.Length > LongestSign || !(IsTied(sighting.First, -1, sentence) || IsTied(sighting.First, 1, sentence)))
            return false;
        for (int i = sighting.First - 1; i >= sentence.FirstToken && sighting.First - i < Reach + 2; i--)
        {
            // "a number of PKK-YPG fighters" numbers nobody.
            if (words.IsSerialNoun(tree[i].Lemma.ToLowerInvariant()) && (!tree.Has(i, Relation.Det) || tree.Has(i, Relation.Compound)))
                return true;
        }

        return false;
    }

    /// <summary>Whether letters stand on the other side of a hyphen.</summary>
    private bool IsTied(int token, int step, Sentence sentence)
    {
        int other = token + 2 * step;
        return other >= sentence.FirstToken && other < sentence.EndToken && tree.Form(token + step) is "-" or "‑" or "–" && tree[other].Range.Length <= LongestSign && tree.Form(other).IndexOfAnyExceptInRange('0', 'Z') < 0;
    }

    /// <summary>"the Iran–Iraq War": the first of two states that a war is called after.</summary>
    private bool IsOfWar(Sighting sighting, Sentence sentence)
    {
        int war = sighting.Last + 3;
        return war < sentence.EndToken && tree.Form(sighting.Last + 1) is "-" or "–" or "—" && char.IsUpper(tree.Text[tree[sighting.Last + 2].Range.Start]) && char.IsUpper(tree.Text[tree[war].Range.Start]) && words.IsWarName(tree[war].Lemma.ToLowerInvariant());
    }

    /// <summary>The makers after whom the report calls what they make: "a Volvo XC90", "a Boeing".</summary>
    private HashSet<string> Makes(List<Sighting>[] sentences)
    {
        var makes = new HashSet<string>(StringComparer.Ordinal);
        for (int s = 0; s < sentences.Length; s++)
        {
            foreach (Sighting sighting in sentences[s])
            {
                if (sighting.Kind == SightingKind.Body && IsMade(sighting, tree.Parsed.Sentences[s]))
                    makes.Add(Text(sighting));
            }
        }

        return makes;
    }

    /// <summary>"a Volvo": there is but one company; "the Volvo XC90": a model behind its maker.</summary>
    private bool IsMade(Sighting sighting, Sentence sentence) =>
        IsMaker(sighting) && sighting.First > sentence.FirstToken && (IsModel(sighting.Last + 1, sentence) || tree.Form(sighting.First - 1) is "a" or "an" or "A" or "An" && IsAlone(sighting, sentence));

    private bool IsMaker(Sighting sighting) => sighting is { Index: >= 0, Bodies.Length: < 2 } && known[sighting.Index] is { Kind: EntityKind.Organization, Sectors: [Sector.Bus, ..] };

    private bool IsModel(int token, Sentence sentence) => token < sentence.EndToken && tree.Form(token) is var form && form.ContainsAnyInRange('0', '9') && form.ContainsAnyInRange('A', 'Z');

    /// <summary>Whether no noun stands behind the name that it describes: "a Volvo plant".</summary>
    private bool IsAlone(Sighting sighting, Sentence sentence) =>
        sighting.Last + 1 >= sentence.EndToken || tree[sighting.Last + 1].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj) && tree.HeadOf(sighting.First, sighting.Last) is var head && tree[head].Relation is not (Relation.Compound or Relation.Amod) && tree.Form(sighting.Last + 1) is not ("-" or "'s" or "’s");

    /// <summary>What the report calls after its maker: "a Volvo … the Volvo".</summary>
    private bool IsProduct(Sighting sighting, Sentence sentence, HashSet<string> makes) =>
        makes.Count > 0 && makes.Contains(Text(sighting)) && sighting.First > sentence.FirstToken && IsMaker(sighting)
            && (IsMade(sighting, sentence) || words.IsDefinite(Lower(sighting.First - 1)) && IsAlone(sighting, sentence));

    /// <summary>"MiG-29 fighters", "two patrol ships and a fighter", "scrambled fighters": no men under arms.</summary>
    private bool IsAircraft(Sighting sighting, Sentence sentence)
    {
        if (sighting.First != sighting.Last || !words.IsCraft(tree[sighting.Last].Lemma.ToLowerInvariant()))
            return false;
        int token = sighting.Last;
        if (token > sentence.FirstToken && tree.Form(token - 1).ContainsAnyInRange('0', '9') && tree.Form(token - 1).ContainsAnyInRange('A', 'Z'))
            return true;

        // "MiG-29 fighters": the number of a model stands apart behind its dash.
        int number = token - 1;
        if (number - 2 >= sentence.FirstToken && tree[number].Pos == PartOfSpeech.Num && tree.Form(number - 1) is "-" && char.IsUpper(tree.Text[tree[number - 2].Range.Start]) && tree[number - 2].Range.Length <= LongestSign)
            return true;
        int governor = tree[token].Head;
        if (governor >= 0 && tree[token].Relation == Relation.Conj && words.IsVehicle(tree[governor].Lemma.ToLowerInvariant()))
            return true;
        foreach (int child in tree.Children(token))
        {
            if (tree[child].Relation == Relation.Conj && words.IsVehicle(tree[child].Lemma.ToLowerInvariant()))
                return true;
        }

        return governor >= 0 && tree[token].Relation is Relation.Obj or Relation.NsubjPass && words.IsScrambling(tree[governor].Lemma.ToLowerInvariant() + (governor + 1 < sentence.EndToken && tree.Form(governor + 1) is "up" ? " up" : ""));
    }

    private string Lower(int token) => tree.Form(token).ToString().ToLowerInvariant();

    private string Text(Sighting sighting) => sighting.Range.Of(tree.Text);
}
