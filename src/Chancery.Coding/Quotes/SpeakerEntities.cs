using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Whom the words for a speaker mean, one saying after the other.</summary>
internal sealed class SpeakerEntities(MentionPlaces mentions, PaperHolders holders, DocumentTree words)
{
    private const Morphology Person = Morphology.ThirdPerson | Morphology.Singular;
    private const Morphology Speaking = Morphology.FirstPerson | Morphology.Singular;
    private readonly Dictionary<int, Morphology> genders = mentions.Genders(words);
    private int? before;
    private int block = -1;

    /// <summary>The entity that says the next saying of the text; null for nobody known.</summary>
    public int? Next(Speech speech)
    {
        int place = BlockOf(speech.Content.Start);
        if (place != block)
            (before, block) = (null, place);
        int? speaker = Of(speech);
        if (speaker is null && before is { } told && (IsPersonal(speech) && !mentions.IsLand(told) && MayBe(told, words[speech.SpeakerHead].Morphology) || IsThing(speech) && !mentions.IsPersonal(told)))
            speaker = told;
        if (speaker is null && IsPersonal(speech))
            speaker = SubjectBefore(speech.SpeakerHead, speech.Content);
        if (speech.Source is null && speech.SpeakerHead >= 0)
            before = words[speech.SpeakerHead].Tag is "NNS" ? null : speaker;
        return speaker;
    }

    // "The minister went further than his chief: ties, he said, …": the one person who is the subject before him in his sentence, and nobody of whom he tells.
    private int? SubjectBefore(int pronoun, TextRange content)
    {
        int sentence = words.SentenceOf(pronoun);
        int? only = null;
        for (int i = pronoun - 1; i >= 0 && words.SentenceOf(i) == sentence; i--)
        {
            if (content.Contains(words[i].Range) || words[i].Relation is not (Relation.Nsubj or Relation.NsubjPass) || !mentions.IsPerson(i) || mentions.EntityAt(i) is not { } entity || !MayBe(entity, words[pronoun].Morphology))
                continue;
            if (only is { } other && other != entity)
                return null;
            only = entity;
        }

        return only;
    }

    // "'I thought: "We are late",' she said": in a quotation "I" is the one who is quoted.
    private int? Of(Speech speech)
    {
        Speech told = speech;
        while (told is { Source: { } outer, SpeakerHead: >= 0 and var head } && (words[head].Morphology & Speaking) == Speaking)
            told = outer;
        return mentions.EntityOf(told.SpeakerHead, told.Speaker) ?? (told.Speaker is null ? null : holders.Of(told.SpeakerHead) ?? OfCarrier(told));
    }

    // "an adviser to the king quoted him as saying": the one whose the carrier is.
    private int? OfCarrier(Speech speech)
    {
        if (speech.Carriers.IsEmpty || words[speech.SpeakerHead] is not { Pos: PartOfSpeech.Pron } word || (word.Morphology & Morphology.ThirdPerson) == 0 || (word.Morphology & Morphology.Neuter) != 0)
            return null;
        int carrier = speech.Carriers[^1];
        foreach (int child in words.Children(carrier))
        {
            if (words[child].Relation is Relation.Nmod or Relation.NmodPoss && mentions.IsPerson(child) && mentions.EntityAt(child) is { } entity && MayBe(entity, word.Morphology))
                return entity;
        }

        return null;
    }

    // "…," he went on: a "he" or "she" of whom no name is told goes on with the one who spoke before in the paragraph.
    private bool IsPersonal(Speech speech) =>
        speech.SpeakerHead >= 0 && words[speech.SpeakerHead] is { Pos: PartOfSpeech.Pron } word && speech.Speaker == word.Range
        && (word.Morphology & Person) == Person && (word.Morphology & Morphology.Neuter) == 0;

    // "…, the service denied. In a statement it said …".
    private bool IsThing(Speech speech) =>
        speech.SpeakerHead >= 0 && words[speech.SpeakerHead] is { Pos: PartOfSpeech.Pron } word && speech.Speaker == word.Range && (word.Morphology & Morphology.Neuter) != 0 && (word.Morphology & Person) == Person;

    private bool MayBe(int entity, Morphology word) =>
        genders.GetValueOrDefault(entity) is var told && (told == Morphology.None || (told & word) != 0);

    // The last paragraph that begins at a character or before it.
    private int BlockOf(int character)
    {
        Document document = words.Parsed.Document;
        int low = 0, high = document.Body.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (document.Body[middle].Range.Start <= character)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }
}
