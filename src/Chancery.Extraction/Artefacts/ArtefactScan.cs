using System.Buffers;
using System.Text.RegularExpressions;
using Chancery.Knowledge;
using Chancery.Model;
using Block = Chancery.Model.Block;

namespace Chancery.Extraction;

/// <summary>Artefacts that one block shows by itself.</summary>
internal sealed partial class ArtefactScan
{
    private const int FewestBracketWords = 3;
    private const int MostWords = 3000;
    private static readonly SearchValues<char> Suspects = SearchValues.Create("&<\u00C3\u00D0\u00D1\u00E2\u00EF");
    private readonly string text;
    private readonly TextRange range;
    private readonly PageKnowledge pages;
    private readonly List<Diagnostic> problems;
    private List<LineWord>? read;

    public ArtefactScan(string text, Block block, PageKnowledge pages, List<Diagnostic> problems)
    {
        this.text = text;
        Kind = block.Kind;
        range = block.Range;
        this.pages = pages;
        this.problems = problems;
    }

    public TextRange Range => range;

    public BlockKind Kind { get; }

    /// <summary>Of the block; their places are counted from its beginning.</summary>
    public List<LineWord> Words => read ??= LineWord.Of(range.In(text), MostWords);

    /// <summary>Words in brackets that stand in another language than the text.</summary>
    public void FindBrackets(string language)
    {
        if (!range.In(text).Contains('['))
            return;
        foreach (Match match in Bracket().Matches(range.Of(text)))
        {
            string inside = match.Groups[1].Value;
            if (LineWord.Of(inside, 40).Count < FewestBracketWords)
                continue;
            string told = LanguageIdentifier.Identify(inside, pages.Profiles);
            bool isAccented = inside.AsSpan().ContainsAnyExceptInRange('\0', '\u007F');
            if (told != language && told != LanguageIdentifier.Undetermined && (isAccented || LineWord.Of(inside, 40).Count >= 6))
                Add(DiagnosticId.UntranslatedBracket, match.Index, match.Length, $"Words in brackets look like '{told}' in a text in '{language}'; they were left as they are.");
        }
    }

    /// <summary>Words in another script, and words of two scripts.</summary>
    public void FindForeignLetters()
    {
        ReadOnlySpan<char> block = range.In(text);
        if (!Script.HasOtherThanLatin(block))
            return;
        (ScriptKind main, double share) = Script.Main(block);
        if (main is not (ScriptKind.Latin or ScriptKind.Cyrillic) || share < 0.6)
            return;
        int start = -1;
        int end = 0;
        foreach (LineWord word in Words)
        {
            ReadOnlySpan<char> letters = block[word.Start..word.End];
            (ScriptKind kind, double own) = Script.Main(letters);
            if (kind is ScriptKind.Latin or ScriptKind.Cyrillic or ScriptKind.Greek && own is < 1 and > 0 && letters.Length > 3)
            {
                Add(DiagnosticId.MixedScriptWord, word.Start, word.End - word.Start, "A word has letters of two scripts.");
                continue;
            }

            bool isForeign = kind != ScriptKind.None && kind != main && kind != ScriptKind.Latin && letters.Length > 1;
            if (isForeign && start < 0)
                start = word.Start;
            if (isForeign)
                end = word.End;
            else if (kind != ScriptKind.None && start >= 0)
                break;
        }

        if (start >= 0)
            Add(DiagnosticId.UntranslatedWords, start, end - start, "Words stand in another script.");
    }

    /// <summary>Signs decoded in the wrong encoding, tags and entities left over.</summary>
    public void FindConversions()
    {
        if (!range.In(text).ContainsAny(Suspects))
            return;
        string block = range.Of(text);
        if (Mojibake().Match(block) is { Success: true } broken)
            Add(DiagnosticId.Mojibake, broken.Index, broken.Length, "Signs look decoded in the wrong encoding.");
        if (Residue().Match(block) is { Success: true } residue)
            Add(DiagnosticId.MarkupResidue, residue.Index, residue.Length, "Markup was left in the text.");
    }

    /// <summary>Terms of art in a wrong sense, notes of machine translation, acronyms of other languages.</summary>
    public void FindPhrases()
    {
        List<LineWord> words = Words;
        for (int i = 0; i < words.Count; i++)
        {
            if (pages.Artefacts.At(words, i) is not { } found)
                continue;
            int length = words[i + found.Length - 1].End - words[i].Start;
            if (found.IsNote)
                Add(DiagnosticId.MachineTranslated, words[i].Start, length, "The report says that a machine translated it.");
            else
                Add(DiagnosticId.WrongSense, words[i].Start, length, $"Probably '{found.Meant}' is meant.");
        }

        ReadOnlySpan<char> block = range.In(text);
        foreach (LineWord word in words)
        {
            if (!char.IsUpper(block[word.Start]) || pages.Artefacts.Acronym(word.Text, block[word.Start..]) is not { } acronym)
                continue;
            int end = word.Start + acronym.Key.Length;
            if (end == block.Length || !char.IsLetterOrDigit(block[end]))
                Add(DiagnosticId.UntranslatedAcronym, word.Start, acronym.Key.Length, $"'{acronym.Key}' is '{acronym.Value}' in another language.");
        }
    }

    /// <summary>A word twice in a row; a verb with a noun of its own stem; a word parted at its hyphen.</summary>
    public void FindDoubled()
    {
        List<LineWord> words = Words;
        ReadOnlySpan<char> block = range.In(text);
        for (int i = 0; i + 1 < words.Count; i++)
        {
            LineWord a = words[i];
            LineWord b = words[i + 1];
            ReadOnlySpan<char> between = block[a.End..b.Start];
            if (a.Text == b.Text && a.Text.Length > 1 && between.SequenceEqual(" ") && !a.IsNumber && !pages.Artefacts.MayStandTwice(a.Text) && char.IsLower(block[b.Start]) && char.IsLower(block[a.Start]))
                Add(DiagnosticId.DoubledPhrase, a.Start, b.End - a.Start, "A word stands twice.");
            if (between.Length == 3 && between[0] == ' ' && between[2] == ' ' && between[1] is '-' or '\u2013' && pages.Artefacts.IsPrefix(a.Text))
                Add(DiagnosticId.SplitCompound, a.Start, b.End - a.Start, "A word is parted at its hyphen.");
            if (i + 4 < words.Count && a.Text.Length > 6 && pages.Artefacts.IsJoint(b.Text) && pages.Artefacts.IsJoint(words[i + 2].Text)
                && words[i + 3].Text.Length > 6 && a.Text.AsSpan().CommonPrefixLength(words[i + 3].Text) >= 6 && a.Text != words[i + 3].Text)
                Add(DiagnosticId.DoubledPhrase, a.Start, words[i + 3].End - a.Start, "A phrase says the same twice.");
        }
    }

    /// <summary>A closing mark behind a space, an opening one before a space or glued to the verb of saying.</summary>
    public void FindQuotationMarks()
    {
        if (!range.In(text).ContainsAny('\u201C', '\u201D'))
            return;
        foreach (Match match in Misplaced().Matches(range.Of(text)))
        {
            if (match.Groups[1] is { Success: true } verb && !pages.Artefacts.IsSpeech(verb.Value))
                continue;
            Add(DiagnosticId.MisplacedQuotationMark, match.Index, match.Length, "A quotation mark stands on the wrong side of a space.");
        }
    }

    /// <summary>Points between thousands with a comma before the decimals.</summary>
    public void FindNumbers()
    {
        if (range.In(text).IndexOfAnyInRange('0', '9') < 0)
            return;
        foreach (Match match in Number().Matches(range.Of(text)))
            Add(DiagnosticId.ForeignNumber, match.Index, match.Length, "A number is written as in another language.");
    }

    private void Add(DiagnosticId id, int start, int length, string message) =>
        problems.Add(new Diagnostic(id, Severity.Note, new TextRange(range.Start + start, length), message));

    // [Ministério das Relações Exteriores]
    [GeneratedRegex(@"\[([^\[\]]{8,200})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    // â€™, Ã©, Ð¿Ñ€
    [GeneratedRegex("\u00E2\u20AC[\u2122\u0153\u201C\u201D\u02DC\u00A6]|\u00C3[\u00A0-\u00BF]|(?:[\u00D0\u00D1][\u0080-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]){3}|\u00EF\u00BF\u00BD", RegexOptions.CultureInvariant)]
    private static partial Regex Mojibake();

    // &nbsp;, &quot;, <br />, </p>
    [GeneratedRegex("&(?:nbsp|quot|amp|lt|gt|apos|#\\d{2,5});|</?(?:p|br|div|span|strong|em|a|img|b|i)(?:\\s[^<>]*)?/?>", RegexOptions.CultureInvariant)]
    private static partial Regex Residue();

    // peace, “said Ortiz; threat. ”
    [GeneratedRegex("[,.!?] ?\u201C([a-z]+)\\b|[.,!?] \u201D", RegexOptions.CultureInvariant)]
    private static partial Regex Misplaced();

    // 1.234.567,89
    [GeneratedRegex(@"(?<![\d.,])\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d.,])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
