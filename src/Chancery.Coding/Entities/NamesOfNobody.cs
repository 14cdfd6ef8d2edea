using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Names that nobody alive bears where they stand: those of fiction, the words of radio, the letters of aircraft, the states of a war of long ago.</summary>
internal sealed class NamesOfNobody(DocumentTree tree, MentionWords words)
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
        for (int s = 0; s < sentences.Length; s++)
        {
            Sentence sentence = tree.Parsed.Sentences[s];
            sentences[s].RemoveAll(sighting => sighting.Kind switch
            {
                SightingKind.Person or SightingKind.Name => invented.Contains(Text(sighting)) || radio && IsRadioWord(sighting),
                SightingKind.Body => IsSerial(sighting, sentence),
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

    private string Text(Sighting sighting) => sighting.Range.Of(tree.Text);
}
