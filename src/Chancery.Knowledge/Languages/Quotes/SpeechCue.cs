using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>What part of speech tells that something is somebody's word or thought.</summary>
public enum CueKind : byte
{
    Verb,
    Noun,
    Preposition,

    /// <summary>Not a cue: the word that opens what was said and is no part of it, as "that".</summary>
    Complementizer,

    /// <summary>Not a cue: a preposition whose phrase still belongs to what a verb with an object says, as "for" in "blamed the army for the deaths".</summary>
    Link,

    /// <summary>Not a cue: the word before what a writer sets against somebody's words, as "despite".</summary>
    Against,

    /// <summary>Not a cue: the word before what a speaker leaves unsaid, as "without" in "without elaborating".</summary>
    Unsaid,

    /// <summary>Not a cue: the word before what a thing is called, as "as" in "described the vote as free".</summary>
    Predicate,

    /// <summary>Not a cue: the preposition before the doer of a passive, as "by" in "quoted by the agency".</summary>
    Agent,

    /// <summary>Not a cue: a preposition before the one whose word a noun gives, as "from" in "a warning from the bank".</summary>
    Owner,

    /// <summary>Not a cue: a noun for what carries words to the public, as "newspaper".</summary>
    Medium,

    /// <summary>Not a cue: a noun for an occasion of speaking that a medium may give, as "interview".</summary>
    Occasion,

    /// <summary>Not a cue: a preposition between words and what carries them, as "on" in "said on television".</summary>
    Channel,

    /// <summary>Not a cue: a preposition between a paper and the one whose paper it is, as "of" in "the opinion of the court", and a noun for the one who wrote it.</summary>
    Author,

    /// <summary>Not a cue: a noun for those who speak for their owner, as "office" in "the mayor's office".</summary>
    Bureau,

    /// <summary>Not a cue: a verb by which a paper is given out, as "issue" in "issued a statement".</summary>
    Giving,

    /// <summary>Not a cue: a verb by which a medium passes on what somebody else says, as "carry" in "remarks carried by the agency".</summary>
    Carrying,

    /// <summary>Not a cue: the way on which somebody is called, as "home" in "called its envoy home".</summary>
    Way,

    /// <summary>Not a cue: a verb for telling who somebody is, as "name" in "asked not to be named".</summary>
    Naming,

    /// <summary>Not a cue: a noun for what words come to, as "need" in "stressed the need for talks".</summary>
    Tenor,

    /// <summary>Not a cue: a medium that passes words on only when the text tells which it is, as "press": "told the press", but "told the state press".</summary>
    Press,

    /// <summary>Not a cue: a word for a way or a piece of telling before a colon, as "version" in "gave another version: the road was shut".</summary>
    Telling,

    /// <summary>Not a cue: the word that opens what goes on beside somebody's words, as "as" in "the road is shut, the mayor said, as snow fell".</summary>
    Meanwhile,

    /// <summary>What the writer calls that which somebody told: ", in a *sign* that …", ", in the *worst* attack this year".</summary>
    Judging,

    /// <summary>The word that opens what came before what somebody tells: ", the mayor said, *after* police had left".</summary>
    Later,

    /// <summary>A verb whose object is called something: "called the vote a farce", and not "called his envoy home".</summary>
    Calling,

    /// <summary>Not a cue: a word that only stands for other words, as "so" in "promised to do so".</summary>
    Standing,

    /// <summary>Not a cue: a verb of saying more, as in "but would not *elaborate*": what stands behind the joint is the writer's.</summary>
    Detail,

    /// <summary>Not a cue: a verb that gives a number as its subject's: "*put* the dead at forty".</summary>
    Tally,

    /// <summary>Not a cue: a word that binds somebody to what he has not said yet: "*must* persuade the farmers".</summary>
    Bound,

    /// <summary>Not a cue: a verb with which somebody is told a thing by another, as "let" in "let Oslo know that …".</summary>
    Letting,

    /// <summary>Not a cue: a verb whose subject gives the words in marks behind the one addressed, as "thank" in "thanked the crew for 'coming at once'".</summary>
    Addressing,

    /// <summary>Not a cue: the word before the colon that opens a question of a printed conversation.</summary>
    Asked,

    /// <summary>Not a cue: the word before the colon that opens an answer.</summary>
    Answered,

    /// <summary>A word of saying of another language that half-translated copy keeps beside a quotation.</summary>
    Foreign,
}

/// <summary>Where the words stand that a cue gives as somebody's.</summary>
[Flags]
public enum CueFrames : byte
{
    None = 0,

    /// <summary>In quotation marks beside it: "…," he said.</summary>
    Quote = 1,

    /// <summary>In a finite clause: said that …</summary>
    Clause = 2,

    /// <summary>In an infinitive: promised to …</summary>
    Infinitive = 4,

    /// <summary>In its object with what follows: called the vote a farce.</summary>
    Object = 8,

    /// <summary>The one quoted stands in its object, and its subject only passes the words on: Tass quoted her as saying.</summary>
    Relay = 16,
}

/// <summary>A word or phrase that gives words or thoughts as somebody's.</summary>
/// <param name="Words">Its lemmas: <c>point out</c>, <c>according to</c>.</param>
/// <param name="Kind">Its part of speech.</param>
/// <param name="Class">What it tells of: <c>speech</c>, <c>stance</c>, <c>belief</c>, <c>plan</c>, <c>evidence</c>, <c>noun</c>, <c>source</c>.</param>
/// <param name="Stance">How the source stands to what it tells.</param>
/// <param name="Frames">Where the content stands.</param>
/// <param name="Prepositions">Prepositions whose noun phrase is the content.</param>
/// <param name="Hearer">Who is spoken to: <c>object</c>, or the preposition before them; "" for none.</param>
public sealed record SpeechCue(
    ImmutableArray<string> Words,
    CueKind Kind,
    string Class,
    Stance Stance,
    CueFrames Frames,
    ImmutableArray<string> Prepositions,
    string Hearer)
{
    public bool Has(CueFrames frame) => (Frames & frame) != 0;
}

/// <summary>All cues of a language, by their first lemma.</summary>
public sealed class SpeechCues
{
    private readonly Dictionary<string, ImmutableArray<SpeechCue>> byFirst;

    private SpeechCues(IEnumerable<SpeechCue> cues) =>
        byFirst = WordIndex.Of(cues.OrderByDescending(cue => cue.Words.Length), cue => cue.Words[0]);

    /// <summary>Cues that begin with a lemma in lower case, the longest first.</summary>
    public ImmutableArray<SpeechCue> From(string lemma) => byFirst.GetValueOrDefault(lemma, []);

    /// <summary>Whether a word is of a kind.</summary>
    public bool Is(string word, CueKind kind)
    {
        foreach (SpeechCue cue in From(word))
        {
            if (cue.Kind == kind && cue.Words.Length == 1)
                return true;
        }

        return false;
    }

    /// <summary>Whether two words that stand side by side are of a kind.</summary>
    public bool Is(string word, string next, CueKind kind)
    {
        foreach (SpeechCue cue in From(word))
        {
            if (cue.Kind == kind && cue.Words.Length == 2 && cue.Words[1] == next)
                return true;
        }

        return false;
    }

    /// <exception cref="KnowledgeException">The file breaks its format.</exception>
    internal static SpeechCues Load((string File, string Text)? file)
    {
        var cues = new List<SpeechCue>();
        if (file is { } table)
        {
            foreach (TableRow row in TableFile.Parse(table.File, table.Text, "form", "kind", "class", "stance", "frames", "hearer"))
                cues.Add(Read(row));
        }

        return new SpeechCues(cues);
    }

    private static SpeechCue Read(TableRow row)
    {
        if (!Enum.TryParse(row[1], ignoreCase: true, out CueKind kind))
            throw row.Error(1, "a cue is a verb, noun, preposition, complementizer, link, against, unsaid, predicate, agent, owner, medium, occasion, channel, author, bureau, giving, carrying, naming, tenor, press, telling, meanwhile, judging, later, calling, standing, detail, tally, bound or foreign");
        if (!Enum.TryParse(row[3], ignoreCase: true, out Stance stance))
            throw row.Error(3, "a stance is says, denies or alleges");
        var frames = CueFrames.None;
        var prepositions = ImmutableArray.CreateBuilder<string>();
        foreach (string value in row.Values(4))
        {
            if (value[0] == '+')
                prepositions.Add(value[1..]);
            else
                frames |= Enum.TryParse(value, ignoreCase: true, out CueFrames frame) ? frame : throw row.Error(4, $"there is no frame '{value}'");
        }

        return new SpeechCue([.. row[0].Split(' ')], kind, row[2], stance, frames, prepositions.ToImmutable(), row[5]);
    }
}

/// <summary>A pair of quotation marks.</summary>
/// <param name="Open">The mark before.</param>
/// <param name="Close">The mark after; the same for marks that do not tell their side.</param>
/// <param name="Single">Whether it is a single mark, which may also be an apostrophe.</param>
public readonly record struct QuotationMarks(string Open, string Close, bool Single)
{
    internal static ImmutableArray<QuotationMarks> Load((string File, string Text)? file)
    {
        if (file is not { } table)
            return [];
        return
        [
            .. TableFile.Parse(table.File, table.Text, "open", "close", "kind").Select(row =>
                row[0].Length is 1 or 2 && row[1].Length is 1 or 2 && row[2] is "single" or "double"
                    ? new QuotationMarks(row[0], row[1], row[2] == "single")
                    : throw row.Error(0, "a mark has one or two characters, and its kind is 'single' or 'double'")),
        ];
    }
}
