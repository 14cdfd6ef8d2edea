using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>Neighbouring parts of a phrase that together may be one person's name.</summary>
/// <param name="First">Index of the first part.</param>
/// <param name="Last">Index of the last part.</param>
/// <param name="Text">As written.</param>
internal readonly record struct NameRun(int First, int Last, string Text)
{
    public bool Contains(int part) => part >= First && part <= Last;

    /// <summary>All runs of a phrase.</summary>
    public static ImmutableArray<NameRun> Find(string text, ImmutableArray<PhrasePart> parts, KnownEntities entities)
    {
        var runs = ImmutableArray.CreateBuilder<NameRun>();
        int at = 0;
        while (at < parts.Length)
        {
            int last = Begins(parts, at, entities) ? End(parts, at, entities) : -1;
            if (last < 0)
            {
                at++;
                continue;
            }

            runs.Add(new NameRun(at, last, text[parts[at].Match.Start..parts[last].Match.End]));
            at = last + 1;
        }

        return runs.ToImmutable();
    }

    /// <summary>A place begins a name only between an office and more of the name: "President Milan Kuzmin".</summary>
    private static bool Begins(ImmutableArray<PhrasePart> parts, int i, KnownEntities entities) =>
        IsPersonal(parts[i], entities)
        || MayBePersonal(parts[i], entities) && i > 0 && (parts[i - 1].Word == PhraseWordKind.Honorific || Has(parts[i - 1], NameRole.Title, entities))
            && i + 1 < parts.Length && Touch(parts[i], parts[i + 1]) && IsPersonal(parts[i + 1], entities);

    private static int End(ImmutableArray<PhrasePart> parts, int first, KnownEntities entities)
    {
        int last = first;
        for (int i = first + 1; i < parts.Length && Touch(parts[i - 1], parts[i]); i++)
        {
            if (IsPersonal(parts[i], entities) || MayBePersonal(parts[i], entities))
                last = i;
            else if (!entities.Naming.IsParticle(parts[i].Text))
                break;
        }

        return last;
    }

    private static bool Touch(PhrasePart left, PhrasePart right) => right.Match.Start - left.Match.End <= 1;

    /// <summary>A capitalized word that nothing knows, or a name that only persons bear.</summary>
    private static bool IsPersonal(PhrasePart part, KnownEntities entities)
    {
        if (!part.IsName)
            return part.Word == PhraseWordKind.None && char.IsUpper(part.Text[0]);
        bool person = false;
        foreach (NameCandidate candidate in entities.Candidates(part.Match.Name))
        {
            if (!candidate.IsEntity || entities[candidate.Index].Kind is EntityKind.State)
                return false;
            if (entities[candidate.Index].Kind == EntityKind.Person)
                person = true;
            else if (part.Match.Words == 1)
                return false;
        }

        return person;
    }

    /// <summary>One capitalized word that is a place's, or a person's among others: part of a name only beside more of it.</summary>
    private static bool MayBePersonal(PhrasePart part, KnownEntities entities)
    {
        if (!part.IsName || part.Match.Words > 1 || !char.IsUpper(part.Text[0]))
            return false;
        bool place = true;
        foreach (NameCandidate candidate in entities.Candidates(part.Match.Name))
        {
            if (candidate.IsEntity && entities[candidate.Index].Kind == EntityKind.Person)
                return true;
            place &= candidate.IsEntity && (entities[candidate.Index].Kind == EntityKind.Place || candidate.Role == NameRole.Capital);
        }

        return place;
    }

    private static bool Has(PhrasePart part, NameRole role, KnownEntities entities)
    {
        if (!part.IsName)
            return false;
        foreach (NameCandidate candidate in entities.Candidates(part.Match.Name))
        {
            if (candidate.Role == role)
                return true;
        }

        return false;
    }
}
