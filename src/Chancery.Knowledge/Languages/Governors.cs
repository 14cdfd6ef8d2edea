using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>What a governing word does to the reality of the act inside it ("planned to meet", "failed to meet", "said he met").</summary>
public enum ModalForce : byte
{
    /// <summary>It tells nothing of it.</summary>
    None,

    /// <summary>The inner act stands as it is told: said, confirmed, managed.</summary>
    Asserted,

    /// <summary>It is to come: planned, expected, announced to.</summary>
    Future,

    /// <summary>It is wished, asked, feared, possible.</summary>
    Hypothetical,

    /// <summary>It is not: refused, failed, denied, prevented.</summary>
    Negated,

    /// <summary>It goes on: continued, kept.</summary>
    Ongoing,
}

/// <summary>A word that governs acts: <c>data/languages/TAG/governors.tsv</c>.</summary>
/// <param name="Lemma">Verb, noun or adjective.</param>
/// <param name="Force">What becomes of the act inside.</param>
/// <param name="Control"><c>subject</c> when its subject is that of the inner act even beside an object, <c>object</c> when its object is, else "".</param>
public sealed record Governor(string Lemma, ModalForce Force, string Control);

public sealed partial class Language
{
    /// <summary>Words that govern acts, read from their table at each call.</summary>
    /// <exception cref="KnowledgeException">The table breaks its format.</exception>
    public ImmutableArray<Governor> ReadGovernors()
    {
        if (FileOf("governors.tsv") is not { } file)
            return [];
        var result = ImmutableArray.CreateBuilder<Governor>();
        foreach (TableRow row in TableFile.Parse(file.File, file.Text, "lemma", "force", "control"))
        {
            if (!Enum.TryParse(row[1], ignoreCase: true, out ModalForce force))
                throw row.Error(1, $"'{row[1]}' is no force; it is one of none, asserted, future, hypothetical, negated, ongoing");
            if (row[2] is not ("" or "subject" or "object"))
                throw row.Error(2, $"'{row[2]}' is no control; it is 'subject', 'object' or empty");
            result.Add(new Governor(row[0], force, row[2]));
        }

        return result.ToImmutable();
    }
}
