using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Syntax;

/// <summary>The labels of a model as values of <see cref="Chancery.Model"/>, by their numbers.</summary>
internal sealed class Labels
{
    private readonly int relationCount;

    public Labels(TagSets sets)
    {
        Pos = [.. sets.Pos.Select(PosOf)];
        Features = [.. sets.Features.Select(features => features == "_" ? "" : features)];
        Morphology = [.. sets.Features.Select(MorphologyOf)];
        Relations = [.. sets.Relations.Select(RelationOf)];
        Root = Math.Max(0, sets.Relations.IndexOf("root"));
        relationCount = sets.Relations.Length;
    }

    public ImmutableArray<PartOfSpeech> Pos { get; }

    public ImmutableArray<string> Features { get; }

    public ImmutableArray<Morphology> Morphology { get; }

    public ImmutableArray<Relation> Relations { get; }

    /// <summary>The number of the relation <c>root</c>.</summary>
    public int Root { get; }

    /// <summary>The best relation of a word that has a head.</summary>
    public int NotRoot(Workspace space, int word)
    {
        if (space.Relation[word] != Root)
            return space.Relation[word];
        ReadOnlySpan<float> scores = space.RelationScores.AsSpan(word * relationCount, relationCount);
        int best = Root == 0 ? 1 : 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (i != Root && scores[i] > scores[best])
                best = i;
        }

        return best;
    }

    public static PartOfSpeech PosOf(string name) =>
        Enum.TryParse(name, ignoreCase: true, out PartOfSpeech pos) ? pos : PartOfSpeech.X;

    /// <summary>The relation of a label: <c>nsubj:pass</c> is its own, <c>nmod:of</c> reads as <c>nmod</c>.</summary>
    public static Relation RelationOf(string label)
    {
        string universal = label.Split(':')[0];
        string subtype = label.Length > universal.Length ? label[(universal.Length + 1)..] : "";
        if (subtype is "tmod" or "npmod")
            subtype = "unmarked";
        if (subtype.Length > 0 && Enum.TryParse(universal + subtype, ignoreCase: true, out Relation exact))
            return exact;
        return Enum.TryParse(universal, ignoreCase: true, out Relation relation) ? relation : Relation.Dep;
    }

    public static Morphology MorphologyOf(string features)
    {
        Morphology result = Model.Morphology.None;
        foreach (string feature in features.Split('|'))
            result |= FlagOf(feature);
        return result;
    }

    private static Morphology FlagOf(string feature) => feature switch
    {
        "Number=Sing" => Model.Morphology.Singular,
        "Number=Plur" => Model.Morphology.Plural,
        "Person=1" => Model.Morphology.FirstPerson,
        "Person=2" => Model.Morphology.SecondPerson,
        "Person=3" => Model.Morphology.ThirdPerson,
        "Tense=Past" => Model.Morphology.Past,
        "Tense=Pres" => Model.Morphology.Present,
        "Tense=Fut" => Model.Morphology.Future,
        "VerbForm=Fin" => Model.Morphology.Finite,
        "VerbForm=Inf" => Model.Morphology.Infinitive,
        "VerbForm=Part" => Model.Morphology.Participle,
        "VerbForm=Ger" => Model.Morphology.Gerund,
        "Voice=Pass" => Model.Morphology.Passive,
        "Mood=Imp" => Model.Morphology.Imperative,
        "Mood=Cnd" => Model.Morphology.Conditional,
        "Mood=Sub" => Model.Morphology.Subjunctive,
        "Polarity=Neg" => Model.Morphology.Negative,
        "Poss=Yes" => Model.Morphology.Possessive,
        "Gender=Masc" => Model.Morphology.Masculine,
        "Gender=Fem" => Model.Morphology.Feminine,
        "Gender=Neut" => Model.Morphology.Neuter,
        "PronType=Rel" => Model.Morphology.Relative,
        "PronType=Int" => Model.Morphology.Interrogative,
        "PronType=Dem" => Model.Morphology.Demonstrative,
        "PronType=Prs" => Model.Morphology.Personal,
        "Definite=Def" => Model.Morphology.Definite,
        "Definite=Ind" => Model.Morphology.Indefinite,
        "Degree=Cmp" => Model.Morphology.Comparative,
        "Degree=Sup" => Model.Morphology.Superlative,
        "Case=Nom" => Model.Morphology.Nominative,
        "Case=Acc" => Model.Morphology.Accusative,
        _ => Model.Morphology.None,
    };
}
