using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"the Fish Market Commission (FMC)": letters that a report gives to a body of its own mean no other body that the data know by them.</summary>
internal static class BracketedLetters
{
    private const int Reach = 10;

    /// <param name="tree">The trees.</param>
    /// <param name="sentences">What was found by sentence; changed.</param>
    /// <param name="known">The bodies of the data.</param>
    public static void Free(DocumentTree tree, List<Sighting>[] sentences, KnownEntities known)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        for (int s = 0; s < sentences.Length; s++)
        {
            foreach (Sighting letters in sentences[s])
            {
                if (IsLetters(tree, letters) && letters.First > tree.Parsed.Sentences[s].FirstToken && tree.Form(letters.First - 1) is "("
                    && (sentences[s].Any(body => body.Last == letters.First - 2 && IsBody(body, known)) || IsSpelledBefore(tree, tree.Parsed.Sentences[s], letters)) && !IsNamedBefore(tree, tree.Parsed.Sentences[s], letters, known))
                {
                    own.Add(letters.Range.Of(tree.Text));
                }
            }
        }

        if (own.Count == 0)
            return;
        foreach (List<Sighting> sightings in sentences)
        {
            for (int i = 0; i < sightings.Count; i++)
            {
                if (IsLetters(tree, sightings[i]) && sightings[i] is var letters && own.Contains(letters.Range.Of(tree.Text)))
                    sightings[i] = new Sighting { First = letters.First, Last = letters.Last, Range = letters.Range, Kind = SightingKind.Name };
            }
        }
    }

    /// <summary>An acronym of the data, or a place that is written as one.</summary>
    private static bool IsLetters(DocumentTree tree, Sighting sighting) =>
        sighting is { Kind: SightingKind.Body, Role: NameRole.Acronym } || sighting.Kind == SightingKind.Place && sighting.First == sighting.Last && !sighting.Range.In(tree.Text).ContainsAnyInRange('a', 'z');

    private static bool IsBody(Sighting sighting, KnownEntities known) =>
        sighting is { Kind: SightingKind.Agent, IsPlural: false } && known.Agents[sighting.Index].Kind != EntityKind.Person || sighting is { Kind: SightingKind.Name, NameAgent: >= 0 } && known.Agents[sighting.NameAgent].Kind != EntityKind.Person;

    /// <summary>"Automatic Warning System (AWS)": the words before the bracket begin with these letters.</summary>
    private static bool IsSpelledBefore(DocumentTree tree, Sentence sentence, Sighting letters)
    {
        ReadOnlySpan<char> form = letters.Range.In(tree.Text);
        int at = letters.First - 2;
        for (int i = form.Length - 1; i >= 0; i--, at--)
        {
            if (at < sentence.FirstToken || tree.Text[tree[at].Range.Start] != form[i])
                return false;
        }

        return form.Length > 2;
    }

    /// <summary>Whether the words before the bracket have one in common with a body that the letters stand for.</summary>
    private static bool IsNamedBefore(DocumentTree tree, Sentence sentence, Sighting letters, KnownEntities known)
    {
        if (letters.Kind == SightingKind.Place)
            return false;
        IEnumerable<int> bodies = letters.Bodies.IsEmpty ? [letters.Index] : letters.Bodies;
        string[] words = [.. bodies.SelectMany(body => known[body].Name.Split(' ', '-')).Where(static word => word.Length > 3)];
        for (int i = letters.First - 2; i >= sentence.FirstToken && letters.First - i < Reach; i--)
        {
            if (words.Contains(tree[i].Range.Of(tree.Text), StringComparer.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
