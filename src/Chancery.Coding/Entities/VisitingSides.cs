using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"At the invitation of the party and the government of Chad, a delegation of Togo paid a visit … the two sides": the host and the guest, not two hosts of one state.</summary>
internal static class VisitingSides
{
    /// <summary>Among how many words the noun that opens a sentence stands.</summary>
    private const int Opening = 4;

    /// <summary>The states of the hosts and of the guest where the two put side by side belong to one state and a delegation of another comes to them; the two themselves else.</summary>
    /// <param name="phrases">The sentence at hand.</param>
    /// <param name="two">Two that a sentence before put side by side.</param>
    /// <param name="sentences">How many sentences back that may be.</param>
    /// <param name="before">Only what stands before this token.</param>
    public static List<int> Of(Phrases phrases, List<int> two, int sentences, int before)
    {
        if (two is not [var one, var other] || phrases.Table[one].Country is not { IsNone: false } host || phrases.Table[other].Country != host || phrases.Known.State(host) is not { } home)
            return two;
        Spoken[] spoken = [.. phrases.Recall.Back(sentences, before).Where(static spoken => !spoken.IsModifier)];
        Spoken last = Array.Find(spoken, spoken => spoken.Entity == one || spoken.Entity == other);
        CountryCode guest = default;
        bool isOpening = IsOpening(phrases, Array.FindLast(spoken, spoken => spoken.Sentence == last.Sentence && (spoken.Entity == one || spoken.Entity == other)));
        foreach (Spoken said in spoken)
        {
            if (said.Sentence != last.Sentence)
                continue;
            if (said.Entity == one || said.Entity == other)
            {
                // "The army and the rebels met": who acts himself is a side.
                if (said.IsSubject)
                    return two;
            }
            else if ((said.IsSubject || isOpening && said.Token > last.Token) && phrases.Words.IsPair(phrases.Tree[said.Token].Lemma.ToLowerInvariant()) && phrases.Table[said.Entity].Country is { IsNone: false } country && country != host)
            {
                guest = country;
            }
        }

        return !guest.IsNone && phrases.Known.State(guest) is { } visitor ? [phrases.Table.OfKnown(home.Index), phrases.Table.OfKnown(visitor.Index)] : two;
    }

    /// <summary>"At the invitation of Chad …": words that open the sentence, before whoever comes.</summary>
    private static bool IsOpening(Phrases phrases, Spoken host)
    {
        DocumentTree tree = phrases.Tree;
        int noun = tree.Head(host.Token);
        return tree[host.Token].Relation == Relation.Nmod && noun >= 0 && tree[noun].Relation == Relation.Obl && noun - tree.Parsed.Sentences[host.Sentence].FirstToken < Opening;
    }
}
