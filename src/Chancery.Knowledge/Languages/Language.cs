namespace Chancery.Knowledge;

/// <summary>What the reading of one language needs beyond its model: the files of <c>data/languages/TAG</c>, loaded once.</summary>
public sealed partial class Language
{
    public Language(string tag, KnowledgeSource source)
    {
        Tag = tag;
        Source = source;
        Dates = DateGrammar.Load(FileOf("months.tsv"), FileOf("date-words.tsv"), FileOf("dates.rules"));
        SpeechCues = SpeechCues.Load(FileOf("speech-cues.tsv"));
        QuotationMarks = Knowledge.QuotationMarks.Load(FileOf("quotation-marks.tsv"));
    }

    /// <summary>BCP 47.</summary>
    public string Tag { get; }

    private KnowledgeSource Source { get; }

    /// <summary>Reads every table that is otherwise read when it is first needed.</summary>
    /// <exception cref="KnowledgeException">A table breaks its format.</exception>
    internal void ReadAll()
    {
        _ = Writing;
        ReadCommonWords();
        ReadGivenNames();
        ReadGovernors();
        ReadFunctionWords();
        ReadInflections();
        ReadNumbers();
        ReadOccasions();
        ReadReferenceWords();
        ReadSourceWords();
    }

    /// <summary>The text of a file of this language with the name that errors carry; null when the language has none.</summary>
    private (string File, string Text)? FileOf(string name)
    {
        string path = $"languages/{Tag}/{name}";
        return Source[path] is { } text ? ($"{Source.Name}/{path}", text) : null;
    }
}
