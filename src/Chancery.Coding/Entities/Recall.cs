using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Somebody spoken of, at a token.</summary>
/// <param name="Entity">Draft index.</param>
/// <param name="Token">The head of the words.</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="IsSubject">Grammatical subject of its clause.</param>
/// <param name="IsModifier">Only a modifier: "Russian" in "Russian troops".</param>
internal readonly record struct Spoken(int Entity, int Token, int Sentence, bool IsSubject, bool IsModifier);

/// <summary>Who was spoken of lately, for words that point back. Looks a bounded way back, so that no text costs more than its length.</summary>
internal sealed class Recall(EntityTable table)
{
    private const int Depth = 160;

    private readonly List<Spoken> spoken = [];

    public int Sentence { get; set; }

    public void Add(int entity, int token, bool isSubject, bool isModifier) =>
        spoken.Add(new Spoken(entity, token, Sentence, isSubject, isModifier));

    /// <summary>Another entity was meant all the time.</summary>
    public void Replace(int from, int into)
    {
        for (int i = Math.Max(0, spoken.Count - Depth); i < spoken.Count; i++)
        {
            if (spoken[i].Entity == from)
                spoken[i] = spoken[i] with { Entity = into };
        }
    }

    /// <summary>Latest first.</summary>
    /// <param name="sentences">How many sentences before this one count.</param>
    /// <param name="before">Only what stands before this token.</param>
    public IEnumerable<Spoken> Back(int sentences, int before = int.MaxValue)
    {
        for (int i = spoken.Count - 1; i >= 0 && i >= spoken.Count - Depth; i--)
        {
            if (spoken[i].Sentence < Sentence - sentences)
                yield break;
            if (spoken[i].Token < before)
                yield return spoken[i];
        }
    }

    /// <summary>The only one that fits in the nearest sentence that has any; its subject where several fit; -1 when undecided.</summary>
    public int Nearest(Func<Spoken, bool> fits, int sentences, int before)
    {
        int meant = -1;
        int subject = -1;
        int sentence = -1;
        bool several = false;
        bool severalSubjects = false;
        foreach (Spoken one in Back(sentences, before))
        {
            if (meant >= 0 && one.Sentence != sentence)
                break;
            if (!fits(one))
                continue;
            sentence = one.Sentence;
            several |= meant >= 0 && meant != one.Entity;
            meant = one.Entity;
            if (one.IsSubject)
            {
                severalSubjects |= subject >= 0 && subject != one.Entity;
                subject = one.Entity;
            }
        }

        return !several ? meant : severalSubjects ? -1 : subject;
    }

    /// <summary>Exactly so many different ones as the nearest sentences have of those that fit, in the order of the text; else none.</summary>
    public List<int> Exactly(int count, Func<Spoken, int> keyOf, int sentences, int before)
    {
        var keys = new List<int>();
        int sentence = -1;
        foreach (Spoken one in Back(sentences, before))
        {
            if (one.Sentence != sentence && keys.Count >= count)
                break;
            sentence = one.Sentence;
            int key = keyOf(one);
            if (key >= 0 && !keys.Contains(key))
                keys.Add(key);
            if (keys.Count > count)
                return [];
        }

        keys.Reverse();
        return keys.Count == count ? keys : [];
    }

    /// <summary>All different ones that fit, as far back as is looked, in the order of the text, when they are just so many; else none.</summary>
    public List<int> AllOf(int count, Func<Spoken, int> keyOf, int before)
    {
        var keys = new List<int>();
        foreach (Spoken one in Back(Sentence, before))
        {
            int key = keyOf(one);
            if (key >= 0 && !keys.Contains(key))
                keys.Add(key);
            if (keys.Count > count)
                return [];
        }

        keys.Reverse();
        return keys.Count == count ? keys : [];
    }

    public bool IsPerson(Spoken one) => table[one.Entity].Kind == EntityKind.Person;

    public bool IsState(Spoken one) => table[one.Entity].Kind == EntityKind.State;
}
