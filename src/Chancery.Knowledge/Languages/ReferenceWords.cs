using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>What a given name or a word beside it tells of its bearer.</summary>
public enum Gender : byte
{
    Unknown,
    Male,
    Female,
}

public sealed partial class Language
{
    private static readonly FrozenSet<string> ReferenceKinds = new[]
    {
        "place-case", "owner-case", "travel", "he", "she", "it", "they", "counterpart", "latter", "former", "two", "twosome", "beside", "duo", "held", "remains", "seated", "three", "four", "many",
        "state-noun", "side-noun", "vague", "common", "calendar", "male", "female", "definite", "coordinator", "thing", "ethnic", "led", "kin", "once-owned", "aiming",
        "named", "aforesaid", "state-side", "that", "peer", "naming", "style", "wide", "private-office", "local", "culprit", "sentencing", "enduring", "penalty", "by-field", "civil-alone", "hosted", "crew", "installing", "presenting", "broadcast", "proprietor", "trade", "role-noun", "radio-word", "own-staff", "craft", "scrambling", "war-name", "serial-noun", "fictional", "pleading", "striking", "contest", "performing", "patron", "civil", "locality", "compatriot", "jointly", "named-place", "stateless", "gaining", "loose", "predicative", "measure", "message", "electing", "minded", "trying", "contacting", "name-place", "name-body", "name-thing", "home-reporter", "house-record",
        "rank", "naming-verb", "ordinal", "eponym", "locative", "relational", "seeking", "public", "public-body", "part", "civil-rank", "vehicle", "party-word", "thing-noun", "firm-word", "naming-field",
        "person-verb", "handling", "keeping", "host", "next-door", "receiving", "count-verb", "custody-verb", "count-noun", "crowd-verb", "crowding", "harm", "transitive", "intransitive", "ditransitive", "dying", "gone", "acquaintance", "serving", "pair", "crime", "accusing", "confessing", "identifying", "sufferer", "suffered", "retold",
        "holding", "heading", "ship-letters", "local-office", "low-rank", "body-of-lab", "body-of-agr", "body-of-cvl", "body-of-med", "body-of-hlh", "body-of-jud", "body-of-ngo", "body-of-bus", "body-of-rel", "body-of-edu", "body-of-igo", "generic", "creature", "station", "sponsored", "joining", "hosting", "received", "whose", "urging", "employed", "study", "authorship", "again-scholar", "again-rescuer", "again-marcher", "again-lawmaker", "again-judge", "again-lawyer", "again-police", "again-reporter", "again-athlete", "again-business", "again-cleric", "again-doctor", "crowd", "on-duty", "one", "before-hyphen", "negation", "finding", "guilt", "campus-case", "numbering", "small-place", "quarter", "doctor",
        "adjectival", "abstract", "animal", "credit", "demonym-ending", "publishing", "thing-ending",
        "again-chief", "again-skipper", "guest", "foreign", "mission", "wanting", "conferring", "associate", "birth", "renaming", "wedding", "spouse", "body-again", "family", "counted", "firm", "national", "turned", "sibling", "parent", "offspring",
        "again-girl", "again-boy", "again-pupil", "again-sailor", "again-migrant", "again-fighter", "again-engineer",
        "federal", "circle", "sole", "shared", "age-span", "this", "verdict", "ground", "wishing", "dwelling", "trading", "any-one", "capacity", "world-trade", "listing", "spared", "called-house", "maker", "dealing", "operating", "addressing", "causing", "visiting", "refuting", "excluding", "voicing", "takes-place", "street", "subordinate", "speaking-for", "membership", "circle-of", "firm-name", "local-body", "press-name", "field-word", "headed", "seat-alone", "anywhere", "sending", "each",
        "issuer", "masthead", "paper", "owned", "impersonal", "answering", "told-request", "told-offer", "told-charge", "told-deed", "told-words", "told-any", "missive", "undone", "participial", "prompting", "reply", "recalling", "same-past",
        "servant", "servant-case", "member-case", "side-case", "own-body", "there", "here", "housing", "saint", "foreign-article", "rulers", "headline-verb", "figure", "stationing", "lending", "settled", "commonwealth", "union-body", "origin",
        "freeing", "deposed", "undergone", "aboard", "charging", "claiming", "judging", "intending", "under", "regional", "post", "turf", "all", "ousting", "succeeding", "summoning", "custody", "police-rank", "treaty-parties", "other-of-two", "fixed", "treaty",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words that mentions ask for, by kind, from <c>mentions.tsv</c>, read at each call; a word may be of several kinds.</summary>
    /// <exception cref="KnowledgeException">The table breaks its format.</exception>
    public FrozenDictionary<string, FrozenSet<string>> ReadReferenceWords()
    {
        ImmutableArray<TableRow> rows = FileOf("mentions.tsv") is { } file ? TableFile.Parse(file.File, file.Text, "word", "kind") : [];
        foreach (TableRow row in rows)
        {
            if (!ReferenceKinds.Contains(row[1]))
                throw row.Error(1, $"'{row[1]}' is no kind of word: {string.Join(", ", ReferenceKinds.Order(StringComparer.Ordinal))}");
        }

        return rows.GroupBy(row => row[1], row => row[0]).ToFrozenDictionary(
            group => group.Key, group => group.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>Given names in lower case with the gender of those who bear them, from <c>given-names.tsv</c>; names of both are left out there.</summary>
    /// <exception cref="KnowledgeException">The table breaks its format.</exception>
    public FrozenDictionary<string, Gender> ReadGivenNames()
    {
        var names = new Dictionary<string, Gender>(StringComparer.Ordinal);
        if (FileOf("given-names.tsv") is { } file)
        {
            foreach (TableRow row in TableFile.Parse(file.File, file.Text, "name", "gender"))
                names[row[0]] = Enum.TryParse(row[1], ignoreCase: true, out Gender gender) && gender != Gender.Unknown ? gender : throw row.Error(1, $"'{row[1]}' is no gender: male, female");
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
