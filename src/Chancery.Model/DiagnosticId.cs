using System.Text;

namespace Chancery.Model;

/// <summary>Every kind of diagnostic. Its public name is the member's name in kebab case: <c>undated-document</c>.</summary>
public enum DiagnosticId : short
{
    /// <summary>The input holds no text at all.</summary>
    EmptyDocument,

    /// <summary>Bytes that are no text in any encoding known here.</summary>
    BinaryInput,

    /// <summary>Bytes that are not valid in the encoding; each was read as U+FFFD.</summary>
    InvalidEncoding,

    /// <summary>The input is larger than the limit; what lies beyond was not read.</summary>
    OversizedInput,

    /// <summary>A record of a container (a line, an entry, a part) that could not be read; the others were.</summary>
    MalformedRecord,

    /// <summary>No language files for the language of the report: text is kept, nothing is coded.</summary>
    UnreadLanguage,

    /// <summary>Nothing in the copy says when it was published.</summary>
    UndatedDocument,

    /// <summary>Two dates of the copy contradict each other; the record says which was taken.</summary>
    ContradictoryDates,

    /// <summary>An expression that looks like a date but is none, such as 31 February.</summary>
    ImpossibleDate,

    /// <summary>A sentence beyond the length limit was cut for analysis.</summary>
    OverlongSentence,

    /// <summary>A sentence that could not be analysed.</summary>
    UnparsedSentence,

    /// <summary>A quotation mark without its partner; the quotation was closed at the end of its paragraph.</summary>
    UnbalancedQuote,

    /// <summary>Words in another language inside a quotation, in brackets, that are not the speaker's.</summary>
    UntranslatedBracket,

    /// <summary>A name that fits several entities; all stand in <c>candidates</c>.</summary>
    AmbiguousName,

    /// <summary>A name that seems half translated, such as a first name standing for a president.</summary>
    HalfTranslatedName,

    /// <summary>A word of saying beside a quotation that stands in another language.</summary>
    HalfTranslatedCue,

    /// <summary>One name in two spellings that differ by a letter.</summary>
    InconsistentSpelling,

    /// <summary>A word or phrase said twice in a row.</summary>
    DoubledPhrase,

    /// <summary>A term of art in the words of another sense, as a translation word by word gives.</summary>
    WrongSense,

    /// <summary>A word parted at its hyphen: "non – payment".</summary>
    SplitCompound,

    /// <summary>A quotation mark on the wrong side of a space.</summary>
    MisplacedQuotationMark,

    /// <summary>Words left in another script.</summary>
    UntranslatedWords,

    /// <summary>A word of letters of two scripts.</summary>
    MixedScriptWord,

    /// <summary>An acronym of another language: "OTAN" in English copy.</summary>
    UntranslatedAcronym,

    /// <summary>A note that a machine translated the report.</summary>
    MachineTranslated,

    /// <summary>A number with the separators of another language.</summary>
    ForeignNumber,

    /// <summary>Signs that were decoded twice or in the wrong encoding.</summary>
    Mojibake,

    /// <summary>Tags or entities of markup left in the text.</summary>
    MarkupResidue,

    /// <summary>A headline whose sides or act are not found in the body.</summary>
    HeadlineAtOdds,

    /// <summary>More records than the limit allows for one document; the rest was left out.</summary>
    TooManyRecords,

    /// <summary>The program itself failed on the document: its text is kept, nothing is coded, and the rest of the pile is read.</summary>
    InternalError,
}

public static class DiagnosticNames
{
    private static readonly string[] Names = Enum.GetNames<DiagnosticId>().Select(ToKebabCase).ToArray();

    /// <summary>The public name: <c>undated-document</c>.</summary>
    public static string Name(this DiagnosticId id) => Names[(int)id];

    private static string ToKebabCase(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && result.Length > 0)
                result.Append('-');
            result.Append(char.ToLowerInvariant(c));
        }

        return result.ToString();
    }
}
