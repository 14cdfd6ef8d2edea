using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Tells from the verb that governs a date whether it lies ahead or behind.</summary>
internal sealed class DateDirections(ParsedDocument parsed, Language language)
{
    private const int StepsUp = 6;
    private const int WordsAround = 14;
    private readonly DateGrammar grammar = language.Dates;

    public DateDirection Of(DateText text, DateMatch match)
    {
        if (text.TokenAt(text.Pieces[match.Start].Range.Start) is not { } token)
            return FromWords(text, match);
        if (IsSetFor(text, match, token) || IsTerm(text, match, token) || IsSupposed(text.Sentence, token))
            return DateDirection.Future;

        // "in force since 1 September".
        if (DateBounds.Before(text, match.Start, grammar, DateBound.None) == DateBound.Since)
            return DateDirection.Past;
        int at = token;
        int last = text.TokenAt(text.Pieces[match.End - 1].Range.Start) ?? token;
        bool throughNoun = false;
        for (int step = 0; step < StepsUp && at >= 0; step++)
        {
            Token word = parsed.Tokens[at];
            if (word.Pos is PartOfSpeech.Verb or PartOfSpeech.Aux || IsAhead(word) || at != token && word.Pos is PartOfSpeech.Noun or PartOfSpeech.Propn && Has(text.Sentence, at, Relation.Cop))
            {
                DateDirection direction = OfVerb(text.Sentence, at, throughNoun);

                // "kept in prison until his trial on 5 April": the verb's time is not that of the noun's date.
                if (direction != DateDirection.Untold)
                    return throughNoun && direction == DateDirection.Past ? DateDirection.Untold : direction;
            }

            throughNoun |= (at < token || at > last) && word.Pos == PartOfSpeech.Noun && word.Relation is Relation.Nmod or Relation.Obl;
            at = word.Head;
        }

        DateDirection told = at == token || parsed.Tokens[token].Head < 0 ? FromWords(text, match) : DateDirection.Untold;

        // "we must leave by 31 October": what has an end without a past lies ahead.
        return told == DateDirection.Untold && DateBounds.Before(text, match.Start, grammar, DateBound.None) == DateBound.Until ? DateDirection.Future : told;
    }

    // "announced a strike for Friday": a weekday right behind "for" lies ahead, whatever the verb; "for Friday's raid" does not.
    private bool IsSetFor(DateText text, DateMatch match, int first)
    {
        if (first == 0 || !grammar.Is(parsed.Tokens[first - 1].Lemma.ToLowerInvariant(), "setfor") || !grammar.WordsFrom(parsed.Tokens[first].FormIn(parsed.Text).ToString().ToLowerInvariant()).Any(known => known.Class is "weekday"))
            return false;
        int behind = (text.TokenAt(text.Pieces[match.End - 1].Range.Start) ?? first) + 1;
        return behind >= parsed.Tokens.Length || parsed.Tokens[behind].Relation != Relation.Case || parsed.Tokens[behind].Head >= behind;
    }

    // "Should the line stay shut into January, the minister warned, …": what stands before the comma is supposed.
    private bool IsSupposed(Sentence sentence, int token)
    {
        if (sentence.EndToken - sentence.FirstToken < 3 || parsed.Tokens[sentence.FirstToken] is not { Tag: "MD" } first || !grammar.Is(first.Lemma.ToLowerInvariant(), "conditional") || parsed.Text[sentence.Range.End - 1] == '?')
            return false;
        for (int i = sentence.FirstToken + 1; i < token; i++)
        {
            if (parsed.Tokens[i].FormIn(parsed.Text) is ",")
                return false;
        }

        return true;
    }

    // "They had until Friday to leave", "were given until Friday": a term lies ahead, of those who were given it too.
    private bool IsTerm(DateText text, DateMatch match, int token)
    {
        if (DateBounds.Before(text, match.Start, grammar, DateBound.None) != DateBound.Until)
            return false;
        int verb = parsed.Tokens[token].Head;
        for (int step = 0; step < StepsUp && verb >= 0 && parsed.Tokens[verb].Pos is not (PartOfSpeech.Verb or PartOfSpeech.Aux); step++)
            verb = parsed.Tokens[verb].Head;
        return verb >= 0 && verb < token && grammar.Is(parsed.Tokens[verb].Lemma.ToLowerInvariant(), "granting") && parsed.Tokens[verb].Relation is not (Relation.Aux or Relation.AuxPass);
    }

    private DateDirection OfVerb(Sentence sentence, int verb, bool throughNoun)
    {
        Token word = parsed.Tokens[verb];
        if (IsAhead(word) && !(word.Pos == PartOfSpeech.Verb && grammar.Is(word.Lemma.ToLowerInvariant(), "placing") && Has(sentence, verb, Relation.Obj) && !HasAim(sentence, verb)))
            return IsOfPast(sentence, verb) ? DateDirection.FutureOfPast : DateDirection.Future;
        bool past = (word.Morphology & Morphology.Past) != 0;
        bool auxiliary = false, infinitive = false, perfect = false, helped = false, before = false, conditional = false, subject = word.Relation == Relation.Conj;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token child = parsed.Tokens[i];
            if (child.Head != verb)
                continue;
            if (IsAhead(child))
                return IsOfPast(sentence, i) ? DateDirection.FutureOfPast : DateDirection.Future;
            // "to have been held", "was to be held".
            perfect |= infinitive && child is { Pos: PartOfSpeech.Aux, Relation: not Relation.AuxPass };
            helped |= !infinitive && child.Pos == PartOfSpeech.Aux;
            before |= !infinitive && child.Pos == PartOfSpeech.Aux && (child.Morphology & Morphology.Past) != 0;
            infinitive |= child is { Relation: Relation.Mark, Pos: PartOfSpeech.Part };
            subject |= child.Relation == Relation.Nsubj;

            // "if the line stays shut into January".
            conditional |= child.Relation == Relation.Mark && grammar.Is(child.Lemma.ToLowerInvariant(), "conditional");
            auxiliary |= child is { Pos: PartOfSpeech.Aux, Relation: not Relation.AuxPass };
            past |= child.Pos == PartOfSpeech.Aux && (child.Morphology & Morphology.Past) != 0;
        }

        // "an interview to be printed on Sunday", "is to be held in June".
        if (infinitive && !perfect && (helped || word.Relation == Relation.Acl))
            return before ? DateDirection.FutureOfPast : DateDirection.Future;
        if (past)
            return DateDirection.Past;
        if (conditional && word.Tag is "VBZ" or "VBP" && !helped)
            return DateDirection.Future;

        // "had intended to sail on Saturday".
        if ((word.Morphology & Morphology.Infinitive) != 0 && !auxiliary && word.Head >= 0 && parsed.Tokens[word.Head].Tag == "VBN" && HasPastPerfect(sentence, word.Head))
            return DateDirection.Past;
        // "began to unravel in May", "was able to leave in May".
        if ((word.Morphology & Morphology.Infinitive) != 0 && !auxiliary && word.Head >= 0 && parsed.Tokens[word.Head] is var begun && grammar.Is(begun.Lemma.ToLowerInvariant(), "beginning") && (begun.Tag == "VBD" || HasPastCopula(sentence, word.Head)))
            return DateDirection.Past;
        if ((word.Morphology & Morphology.Infinitive) != 0 && !auxiliary)
            return word.Head >= 0 && IsAhead(parsed.Tokens[word.Head]) && IsOfPast(sentence, word.Head) ? DateDirection.FutureOfPast : DateDirection.Future;

        // "The fair opens on 12 October" is a timetable; "the minister says on 12 October" a headline's past.
        bool timetable = word.Tag == "VBZ" && (word.Morphology & (Morphology.Present | Morphology.Finite)) != 0
            && word.Pos == PartOfSpeech.Verb && subject && !throughNoun && !word.FormIn(parsed.Text).Equals(word.Lemma, StringComparison.OrdinalIgnoreCase) && !auxiliary && !InHeading(sentence) && !Speaks(word) && !(grammar.Is(word.Lemma.ToLowerInvariant(), "recalling") && Has(sentence, verb, Relation.Obj));
        return timetable ? DateDirection.Future : DateDirection.Untold;
    }

    /// <summary>"set a vote for December": the day lies ahead.</summary>
    private bool HasAim(Sentence sentence, int verb)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (parsed.Tokens[i].Relation == Relation.Case && grammar.Is(parsed.Tokens[i].Lemma.ToLowerInvariant(), "setfor") && parsed.Tokens[i].Head is >= 0 and var day && (parsed.Tokens[day].Head == verb || parsed.Tokens[day].Head is >= 0 and var thing && parsed.Tokens[thing].Head == verb))
                return true;
        }

        return false;
    }

    private bool Has(Sentence sentence, int head, Relation relation)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (parsed.Tokens[i].Head == head && parsed.Tokens[i].Relation == relation)
                return true;
        }

        return false;
    }

    private bool HasPastCopula(Sentence sentence, int predicate)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (parsed.Tokens[i] is { Relation: Relation.Cop } copula && copula.Head == predicate && (copula.Morphology & Morphology.Past) != 0)
                return true;
        }

        return false;
    }

    /// <summary>"Three days earlier Togo had left": whether the verb above a date tells what had been by then.</summary>
    public bool IsPastPerfect(DateText text, DateMatch match)
    {
        int at = text.TokenAt(text.Pieces[match.Start].Range.Start) ?? -1;
        for (int step = 0; step < StepsUp && at >= 0 && parsed.Tokens[at].Pos != PartOfSpeech.Verb; step++)
            at = parsed.Tokens[at].Head;
        return at >= 0 && parsed.Tokens[at].Pos == PartOfSpeech.Verb && HasPastPerfect(text.Sentence, at);
    }

    private bool HasPastPerfect(Sentence sentence, int verb)
    {
        for (int i = sentence.FirstToken; i < verb; i++)
        {
            if (parsed.Tokens[i] is { Pos: PartOfSpeech.Aux, Relation: Relation.Aux } aux && aux.Head == verb && (aux.Morphology & Morphology.Past) != 0)
                return true;
        }

        return false;
    }

    // "would land", "was expected to land".
    private bool IsOfPast(Sentence sentence, int ahead)
    {
        Token word = parsed.Tokens[ahead];
        foreach (DateWord known in grammar.WordsFrom(word.FormIn(parsed.Text).ToString().ToLowerInvariant()))
        {
            if (known is { Class: "ahead", Number: < 0 })
                return true;
        }

        if ((word.Morphology & (Morphology.Past | Morphology.Participle)) == Morphology.Past)
            return true;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (parsed.Tokens[i].Head == ahead && parsed.Tokens[i].Pos == PartOfSpeech.Aux && (parsed.Tokens[i].Morphology & Morphology.Past) != 0)
                return true;
        }

        return false;
    }

    private bool InHeading(Sentence sentence) =>
        sentence.Block < 0 || parsed.Document.Body[sentence.Block].Kind != BlockKind.Paragraph;

    private bool Speaks(Token verb) =>
        language.SpeechCues.From(verb.Lemma.ToLowerInvariant()).Any(cue => cue.Kind == CueKind.Verb && cue.Has(CueFrames.Quote | CueFrames.Clause));

    // Without a tree the nearest word on the left that looks ahead or is told in the past decides.
    private DateDirection FromWords(DateText text, DateMatch match)
    {
        for (int i = match.Start - 1; i >= 0 && i >= match.Start - WordsAround; i--)
        {
            if (IsAhead(text.Pieces[i].Word))
                return DateDirection.Future;
            if (text.TokenAt(text.Pieces[i].Range.Start) is { } token && parsed.Tokens[token].Pos is PartOfSpeech.Verb or PartOfSpeech.Aux
                && (parsed.Tokens[token].Morphology & Morphology.Past) != 0)
                return DateDirection.Past;
        }

        return DateDirection.Untold;
    }

    // "May 3" is no "may": the month has the capital and the tag of a name.
    private bool IsAhead(Token token) =>
        token.Pos != PartOfSpeech.Propn && (IsAhead(token.Lemma) || IsAhead(token.FormIn(parsed.Text).ToString().ToLowerInvariant()));

    private bool IsAhead(string word)
    {
        foreach (DateWord known in grammar.WordsFrom(word))
        {
            if (known.Class == "ahead")
                return true;
        }

        return false;
    }
}
