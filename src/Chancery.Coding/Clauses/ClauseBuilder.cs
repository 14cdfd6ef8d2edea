using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Reads voice, tense, modality, negation and the arguments of one predicate from its own subtree.</summary>
internal static class ClauseBuilder
{
    public static Clause Build(DocumentTree tree, int token, PredicateKind kind, ClauseLink link, int governor, ClauseGrammar grammar)
    {
        var arguments = ImmutableArray.CreateBuilder<Argument>();
        VerbGroup group = ReadGroup(tree, token);
        if (kind == PredicateKind.Noun)
            AddNominalArguments(tree, token, arguments);
        else
        {
            AddVerbalArguments(tree, token, group.IsPassive, arguments);
            PartTimes(tree, grammar, arguments);
        }

        AddMeasured(tree, grammar, arguments);
        return new Clause
        {
            Predicate = token,
            Kind = kind,
            Lemma = tree[token].Lemma.ToLowerInvariant(),
            Particle = group.Particle,
            IsPassive = group.IsPassive,
            Tense = group.Tense,
            Modal = group.Modal,
            IsPerfect = group.IsPerfect,
            IsProgressive = group.IsProgressive,
            IsNegated = group.IsNegated,
            Marker = group.Marker,
            Link = link,
            Governor = governor,
            Arguments = arguments.ToImmutable(),
        };
    }

    private record struct VerbGroup(
        bool IsPassive, Tense Tense, string? Modal, bool IsPerfect, bool IsProgressive, bool IsNegated, string? Marker, string? Particle);

    private static VerbGroup ReadGroup(DocumentTree tree, int token)
    {
        ref readonly Token word = ref tree[token];
        var group = new VerbGroup { Tense = OwnTense(word, tree.Form(token)) };
        bool participle = word.Morphology.HasFlag(Morphology.Participle) && word.Morphology.HasFlag(Morphology.Past);
        bool progressive = word.Morphology.HasFlag(Morphology.Gerund) || (word.Morphology.HasFlag(Morphology.Participle) && word.Morphology.HasFlag(Morphology.Present));
        bool finiteAux = false;
        foreach (int child in tree.Children(token))
        {
            ref readonly Token part = ref tree[child];
            string lemma = part.Lemma.ToLowerInvariant();
            switch (part.Relation)
            {
                case Relation.AuxPass:
                    group.IsPassive = true;
                    // "asked that aid be sent": a bare infinitive, whatever the tagger takes it for.
                    if (tree.Form(child) is "be")
                        break;
                    // "are being sought": the second auxiliary tells that it goes on.
                    group.IsProgressive |= finiteAux && part.Tag is "VBG";
                    group.Tense = finiteAux ? group.Tense : TenseOfAux(part, group.Tense);
                    finiteAux |= part.Morphology.HasFlag(Morphology.Finite);
                    break;
                case Relation.Aux or Relation.Cop:
                    if (part.Tag is "MD")
                    {
                        finiteAux = true;
                        if (lemma is "will" or "shall" or "'ll" && !part.FormIn(tree.Text).StartsWith("would", StringComparison.OrdinalIgnoreCase))
                        {
                            group.Tense = Tense.Future;
                        }
                        else
                        {
                            group.Modal = part.FormIn(tree.Text).Equals("'d", StringComparison.OrdinalIgnoreCase) || part.FormIn(tree.Text).Equals("would", StringComparison.OrdinalIgnoreCase) ? "would" : lemma;
                            group.Tense = Tense.Present;
                        }
                    }
                    else
                    {
                        if (lemma == "have" && part.Relation == Relation.Aux)
                            group.IsPerfect = true;
                        if (lemma == "be" && part.Relation == Relation.Aux && progressive)
                            group.IsProgressive = true;
                        if (!finiteAux)
                            group.Tense = TenseOfAux(part, group.Tense);
                        finiteAux |= part.Morphology.HasFlag(Morphology.Finite);
                    }

                    break;
                // "Ukraine called up reservists": an object beside it and no auxiliary show that the parser erred.
                case Relation.NsubjPass or Relation.CsubjPass:
                    group.IsPassive |= (!tree.Has(token, Relation.Obj) && !HasShotAt(tree, token)) || tree.Has(token, Relation.AuxPass);
                    group.IsNegated |= IsNobody(tree, child, lemma);
                    break;
                case Relation.Advmod or Relation.Det or Relation.CcPreconj or Relation.Cc:
                    // "said no to the offer": an answer, no denial of the saying.
                    if (part.Pos != PartOfSpeech.Intj && IsNegation(tree, part, lemma) && !IsOfTerm(tree, child) || tree.Is(lemma, WordFunction.Lasting) && HasNegation(tree, child))
                        group.IsNegated = true;
                    break;
                case Relation.Mark:
                    group.Marker = tree.Fixed(child);
                    break;
                case Relation.CompoundPrt:
                    group.Particle = lemma;
                    break;
                case Relation.Nsubj or Relation.Obj:
                    group.IsNegated |= IsNobody(tree, child, lemma);
                    break;
            }
        }

        // "Had Togo left, Mali would have followed": an auxiliary that opens the clause before its subject is a condition.
        if (OpensCondition(tree, token, group.IsPerfect))
        {
            string opening = tree[FirstChild(tree, token)].Lemma;
            if (group.Modal == opening)
                (group.Marker, group.Modal) = (opening, null);
            else
                group.Modal ??= opening;
        }

        // "is to travel on Monday": an infinitive with a form of "be" is a plan.
        if (group.Marker == "to" && group.Tense == Tense.Present && word.Tag == "VB" && group.Modal is null)
        {
            group.Tense = Tense.Future;
            group.Marker = null;
        }

        if (!group.IsPassive && participle && !group.IsPerfect && (word.Relation is Relation.Acl or Relation.Advcl || (word.Relation == Relation.Xcomp && group.Marker is null && tree.Child(tree.Head(token), Relation.Obj) is var wanted && wanted < token)) && !finiteAux)
            group.IsPassive |= participle && tree.Child(token, Relation.Obj) < 0;
        return group;
    }

    /// <summary>"soldiers had shot at a patrol": "have" alone makes no passive.</summary>
    private static bool HasShotAt(DocumentTree tree, int token)
    {
        foreach (int child in tree.Children(token))
        {
            if (child < token && tree[child].Relation == Relation.Aux && tree[child].Lemma == "have")
                return true;
        }

        return false;
    }

    private static int FirstChild(DocumentTree tree, int token)
    {
        int first = token;
        foreach (int child in tree.Children(token))
            first = tree[child].Pos == PartOfSpeech.Punct ? first : Math.Min(first, child);
        return first;
    }

    /// <summary>"Had Togo left, …", "Should Togo leave, …": an auxiliary that is the first word of a sentence that asks nothing and goes on behind a comma.</summary>
    private static bool OpensCondition(DocumentTree tree, int token, bool isPerfect)
    {
        int first = FirstChild(tree, token);
        if (tree[first].Relation != Relation.Aux || !(isPerfect && tree[first].Tag is "VBD") && !tree.Is(tree[first].Lemma, WordFunction.Condition))
            return false;
        Sentence sentence = tree.Parsed.Sentences[tree.SentenceOf(token)];
        // "would review it should Chad leave": in the middle the subject stands right behind.
        bool isInside = tree[token].Relation is Relation.Advcl or Relation.Ccomp && tree.Is(tree[first].Lemma, WordFunction.Condition) && first > sentence.FirstToken && tree.Head(token) < first && tree.Child(token, Relation.Nsubj) > first;
        if (isInside)
            return true;
        if (first != sentence.FirstToken && tree[first - 1].Pos != PartOfSpeech.Punct || tree.Form(sentence.EndToken - 1) is "?")
            return false;
        bool hasSubject = false;
        bool goesOn = false;
        foreach (int child in tree.Children(token))
            hasSubject |= child > first && child < token && tree[child].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Expl;
        for (int i = token; i < sentence.EndToken - 1; i++)
            goesOn |= tree[i].Pos == PartOfSpeech.Punct;
        return hasSubject && goesOn;
    }

    /// <summary>"no soldier", "none of them", "nobody's butter", "neither Chad nor Niger".</summary>
    private static bool IsNobody(DocumentTree tree, int phrase, string lemma)
    {
        if (tree.Is(lemma, WordFunction.Nobody))
            return true;
        foreach (int child in tree.Children(phrase))
        {
            if (tree[child].Relation == Relation.NmodPoss && tree.Is(tree[child].Lemma.ToLowerInvariant(), WordFunction.Nobody))
                return true;
            if (tree[child].Relation is Relation.Det or Relation.CcPreconj or Relation.Cc && child < phrase && IsNegation(tree, tree[child], tree[child].Lemma.ToLowerInvariant()))
                return true;
        }

        return false;
    }

    /// <summary>"Not until Monday did Mali release them": what opens a sentence with a term denies only the days before.</summary>
    private static bool IsOfTerm(DocumentTree tree, int negation) =>
        tree.Parsed.Sentences[tree.SentenceOf(negation)].FirstToken == negation && negation + 1 < tree.Count && tree.Is(tree[negation + 1].Lemma, WordFunction.Awaited);

    /// <summary>"no longer".</summary>
    private static bool HasNegation(DocumentTree tree, int adverb)
    {
        foreach (int child in tree.Children(adverb))
        {
            if (child < adverb && tree.Is(tree[child].Lemma.ToLowerInvariant(), WordFunction.Negation))
                return true;
        }

        return false;
    }

    private static bool IsNegation(DocumentTree tree, in Token part, string lemma) =>
        tree.Is(lemma, WordFunction.Negation) || part.Morphology.HasFlag(Morphology.Negative);

    private static Tense OwnTense(in Token word, ReadOnlySpan<char> form)
    {
        // "The Ministry thanks Germany": a verb with the tag of another word.
        if (!word.Morphology.HasFlag(Morphology.Finite))
            return word.Pos == PartOfSpeech.Verb && !word.Tag.StartsWith('V') && form.EndsWith("s", StringComparison.OrdinalIgnoreCase) ? Tense.Present : Tense.None;

        // "The Netherlands froze the assets": a present without ending is its lemma; another form was taken for one.
        if (word is { Tag: "VBP" or "VBZ", Pos: PartOfSpeech.Verb, Lemma.Length: > 2 } && !form.EndsWith("s", StringComparison.OrdinalIgnoreCase) && !form.StartsWith(word.Lemma, StringComparison.OrdinalIgnoreCase))
            return Tense.Past;
        return word.Morphology.HasFlag(Morphology.Past) ? Tense.Past : word.Morphology.HasFlag(Morphology.Present) ? Tense.Present : Tense.None;
    }

    private static Tense TenseOfAux(in Token part, Tense otherwise) =>
        part.Morphology.HasFlag(Morphology.Past) && part.Morphology.HasFlag(Morphology.Finite) ? Tense.Past
        : part.Morphology.HasFlag(Morphology.Present) && part.Morphology.HasFlag(Morphology.Finite) ? Tense.Present
        : otherwise;

    private static void AddVerbalArguments(DocumentTree tree, int token, bool passive, ImmutableArray<Argument>.Builder arguments)
    {
        bool hasObject = tree.Has(token, Relation.Obj);
        foreach (int child in tree.Children(token))
        {
            ref readonly Token part = ref tree[child];
            if (passive && IsInsideGroup(tree, token, child))
                continue;
            switch (part.Relation)
            {
                case Relation.Nsubj when passive && !tree.Has(token, Relation.NsubjPass) && tree.Has(token, Relation.AuxPass):
                case Relation.NsubjPass when passive:
                    // "was given aid": the one given to is the grammatical subject.
                    arguments.Add(new Argument(hasObject ? Roles.Indirect : Roles.Object, child, false));
                    break;
                case Relation.Nsubj or Relation.NsubjPass or Relation.Csubj or Relation.NsubjOuter:
                    arguments.Add(new Argument(Roles.Subject, child, false));
                    break;
                case Relation.OblAgent:
                    arguments.Add(new Argument(passive ? Roles.Subject : "by", child, false));
                    break;
                case Relation.Obj:
                    arguments.Add(new Argument(Roles.Object, child, false));
                    break;
                case Relation.Iobj:
                    arguments.Add(new Argument(hasObject ? Roles.Indirect : Roles.Object, child, false));
                    break;
                case Relation.Obl or Relation.OblUnmarked or Relation.Nmod:
                    string preposition = tree.Case(child);
                    if (IsStandingBy(tree, child, preposition))
                        break;
                    if (passive && preposition == "by" && tree[token].Pos == PartOfSpeech.Verb)
                        arguments.Add(new Argument(Roles.Subject, child, false));
                    else if (preposition.Length > 0)
                        arguments.Add(new Argument(preposition, child, false));
                    else if (passive && part.Pos == PartOfSpeech.Adp && tree.Child(token, Relation.NsubjPass) is >= 0 and var meant)
                        arguments.Add(new Argument(part.Lemma, meant, false)); // "the boat was fired at"
                    break;
                case Relation.Ccomp or Relation.Xcomp:
                    arguments.Add(new Argument(Roles.Complement, child, false));
                    break;
                case Relation.Advcl:
                    int mark = tree.Child(child, Relation.Mark);
                    string marker = mark < 0 ? "" : tree.Fixed(mark);
                    // "to" of a purpose is a complement for the rules; "for supporting" is what the thanks are for.
                    arguments.Add(new Argument(marker is "to" ? Roles.Complement : marker.Length == 0 ? "adverbial" : marker, child, false));
                    break;
            }
        }
    }

    /// <summary>"will be withdrawn by the end of May", "were freed by noon": what a passive is done by in time is no doer.</summary>
    private static void PartTimes(DocumentTree tree, ClauseGrammar grammar, ImmutableArray<Argument>.Builder arguments)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            int token = arguments[i].Token;
            if (arguments[i].Role == Roles.Subject && tree[token].Relation is Relation.OblAgent or Relation.Obl && tree.Case(token) is { Length: > 0 } by && tree.Is(by, WordFunction.Agent) && IsTime(tree, grammar, token))
                arguments[i] = arguments[i] with { Role = by };
        }
    }

    private static bool IsTime(DocumentTree tree, ClauseGrammar grammar, int token)
    {
        string word = tree[token].Lemma.ToLowerInvariant();
        DateGrammar dates = grammar.Dates;
        if (tree[token].Pos == PartOfSpeech.Num && tree[token].Range.Length == 4 || dates.Is(word, "month") || dates.Is(word, "weekday") || dates.Is(word, "noon") || dates.Is(word, "calendar") || dates.Is(word, "part") || dates.Is(word, "deictic") || dates.Is(word, "season"))
            return true;
        // "the end of the year", "the middle of May", "year's end".
        if (!dates.WordsFrom(word).Any(static known => known.Class is "phase" or "beginning"))
            return false;
        foreach (int child in tree.Children(token))
        {
            if (tree[child].Relation is Relation.Nmod or Relation.NmodPoss && IsTime(tree, grammar, child))
                return true;
        }

        return false;
    }

    /// <summary>"threatened to sue, with Togo at its side": behind a comma, and with a place of his own, somebody only stands by.</summary>
    internal static bool IsStandingBy(DocumentTree tree, int token, string preposition)
    {
        if (!tree.Is(preposition, WordFunction.Company) || tree.Is(preposition, WordFunction.Agent) || tree.Child(token, Relation.Case) is not (> 0 and var with) || tree.Form(with - 1) is not ",")
            return false;
        int last = TokenPlaces.At(tree.Parsed, tree.SubtreeRange(token).End - 1);
        int place = tree.Child(token, Relation.Nmod);
        if (place < 0 && last + 1 < tree.Count && tree[last + 1].Relation == Relation.Case)
            place = tree.Head(last + 1);
        return place > token && tree.Has(place, Relation.NmodPoss);
    }

    /// <summary>"she was gang raped", "who had himself been shot": a second subject between the auxiliary and the verb only belongs to the verb.</summary>
    private static bool IsInsideGroup(DocumentTree tree, int verb, int subject)
    {
        if (subject > verb || tree[subject].Relation is not (Relation.Nsubj or Relation.NsubjPass))
            return false;
        bool hasOther = false;
        bool isBehind = false;
        foreach (int child in tree.Children(verb))
        {
            if (child >= subject)
                break;
            hasOther |= tree[child].Relation is Relation.Nsubj or Relation.NsubjPass;
            isBehind |= hasOther && tree[child].Relation is Relation.Aux or Relation.AuxPass;
        }

        return isBehind;
    }

    /// <summary>"sent tons of food", "held a round of talks", "some of the guns": what is measured fills the place of its measure as well.</summary>
    private static void AddMeasured(DocumentTree tree, ClauseGrammar grammar, ImmutableArray<Argument>.Builder arguments)
    {
        int count = arguments.Count;
        for (int i = 0; i < count; i++)
        {
            Argument measure = arguments[i];
            PartOfSpeech kind = tree[measure.Token].Pos;
            bool measures = kind is PartOfSpeech.Det or PartOfSpeech.Sym || kind == PartOfSpeech.Noun && grammar.IsMeasure(tree[measure.Token].Lemma);
            if (!measures || measure.Role is Roles.Complement or Roles.Modifier or Roles.Owner)
                continue;
            foreach (int child in tree.Children(measure.Token))
            {
                if (child > measure.Token && tree[child].Relation == Relation.Nmod && tree[child].Pos == PartOfSpeech.Noun && tree.Case(child) == "of")
                    arguments.Add(measure with { Token = child });
            }
        }
    }

    private static void AddNominalArguments(DocumentTree tree, int token, ImmutableArray<Argument>.Builder arguments)
    {
        foreach (int child in tree.Children(token))
        {
            ref readonly Token part = ref tree[child];
            switch (part.Relation)
            {
                case Relation.NmodPoss:
                    arguments.Add(new Argument(Roles.Owner, child, false));
                    break;
                case Relation.Amod or Relation.Compound or Relation.NmodUnmarked:
                    arguments.Add(new Argument(Roles.Modifier, child, false));
                    break;
                case Relation.Nmod or Relation.Obl or Relation.OblAgent:
                    string preposition = tree.Case(child);
                    arguments.Add(new Argument(preposition.Length > 0 ? preposition : Roles.Modifier, child, false));
                    break;
                case Relation.Acl or Relation.Ccomp or Relation.Xcomp or Relation.Advcl:
                    arguments.Add(new Argument(Roles.Complement, child, false));
                    break;
                case Relation.Nsubj:
                    arguments.Add(new Argument(Roles.Subject, child, false));
                    break;
            }
        }
    }
}
