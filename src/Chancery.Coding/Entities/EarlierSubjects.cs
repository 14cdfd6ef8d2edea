using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The subjects of the sentence before, with which a pronoun goes on.</summary>
internal sealed class EarlierSubjects(Phrases phrases, ClauseSubjects clauses)
{
    /// <summary>How many sentences a quotation may have before the one that says whose it is.</summary>
    private const int LongestQuote = 8;

    /// <summary>How many sentences back somebody may have been arrested whose release is told of.</summary>
    private const int HeldBefore = 4;

    /// <summary>Who was the subject of the main verb of the sentence before, or said what it quotes.</summary>
    public List<int> MainSubjects()
    {
        int before = phrases.Recall.Sentence - 1;
        while (before > 0 && phrases.Recall.Sentence - before < LongestQuote && phrases.IsQuoted(phrases.Tree.Parsed.Sentences[before]))
            before--;
        if (before < 0)
            return [];
        Sentence sentence = phrases.Tree.Parsed.Sentences[before];
        int root = sentence.FirstToken;
        while (root < sentence.EndToken && phrases.Tree[root].Relation != Relation.Root)
            root++;
        if (root == sentence.EndToken)
            return [];

        // "'…', said Beck": what is quoted is the root, and who says it stands aside.
        if (phrases.Quotes.At(root) > 0)
        {
            root = phrases.Tree.Child(root, Relation.Parataxis);
            if (root < 0)
                return [];
        }

        int subject = clauses.SubjectOf(root);
        if (subject < 0 || phrases.Quotes.At(subject) > 0)
            return [];
        var all = new List<int>();
        foreach (Spoken spoken in phrases.Recall.Back(phrases.Recall.Sentence - before))
        {
            if (spoken.Sentence == before && !spoken.IsModifier && !all.Contains(spoken.Entity) && (spoken.Token == subject || phrases.Tree[spoken.Token].Relation is Relation.Conj or Relation.Appos && phrases.Tree[spoken.Token].Head == subject))
                all.Add(spoken.Entity);
        }

        return all;
    }

    /// <summary>"The speaker asked him to stop", "Chad urged Togo to withdraw": who is asked by the main verb of the sentence before; -1 for none or several.</summary>
    private int Asked() => Target(phrases.Words.IsUrging, Relation.Xcomp);

    /// <summary>To whom the main verb of the sentence before does something; -1 for none or several.</summary>
    private int Target(Func<string, bool> does, Relation? with)
    {
        int target = -1;
        foreach (Spoken spoken in phrases.Recall.Back(1))
        {
            if (spoken.Sentence != phrases.Recall.Sentence - 1 || spoken.IsModifier || phrases.Tree[spoken.Token].Relation is not (Relation.Obj or Relation.Iobj) || phrases.Quotes.At(spoken.Token) > 0 || phrases.Tree.Head(spoken.Token) is not (>= 0 and var verb)
                || !(phrases.Tree[verb].Relation == Relation.Root || with == Relation.Xcomp && phrases.Tree[verb].Relation == Relation.Conj && phrases.Tree.Head(verb) is >= 0 and var first && phrases.Tree[first].Relation == Relation.Root) || with is { } part && phrases.Tree.Child(verb, part) < spoken.Token || !does(phrases.Tree[verb].Lemma.ToLowerInvariant()) || clauses.SubjectOf(verb) is not (>= 0 and var subject) || subject > verb)
                continue;
            if (target >= 0 && target != spoken.Entity)
                return -1;
            target = spoken.Entity;
        }

        return target;
    }

    /// <summary>Who asks another for something by a further verb of the sentence before; -1 for none.</summary>
    public int Asker()
    {
        int before = phrases.Recall.Sentence - 1;
        if (before < 0)
            return -1;
        Sentence sentence = phrases.Tree.Parsed.Sentences[before];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (phrases.Tree[i].Relation != Relation.Conj || phrases.Tree[i].Pos != PartOfSpeech.Verb || !phrases.Words.IsClaiming(phrases.Tree[i].Lemma.ToLowerInvariant()) || clauses.SubjectOf(i) is not (>= 0 and var subject))
                continue;
            foreach (Spoken spoken in phrases.Recall.Back(1))
            {
                if (spoken.Token == subject && !spoken.IsModifier)
                    return spoken.Entity;
            }
        }

        return -1;
    }

    /// <summary>"The king received the premier. His host …": who received somebody in the sentence before; -1 for none.</summary>
    public int Host()
    {
        foreach (Spoken spoken in phrases.Recall.Back(1))
        {
            if (spoken.Sentence == phrases.Recall.Sentence - 1 && !spoken.IsModifier && spoken.IsSubject && phrases.Tree[spoken.Token].Relation == Relation.Nsubj && phrases.Tree.Head(spoken.Token) is >= 0 and var verb && phrases.Tree.Has(verb, Relation.Obj) && phrases.Words.IsHosting(phrases.Tree[verb].Lemma.ToLowerInvariant()))
                return spoken.Entity;
        }

        return -1;
    }

    /// <summary>"The governor appointed Karl Beck": who was given an office by the main verb of the sentence before; -1 for none or several.</summary>
    public int Conferred() => Target(phrases.Words.IsConferring, null);

    /// <summary>"The minister sacked the envoy": who lost an office by the main verb of the sentence before; -1 for none or several.</summary>
    public int Ousted() => Target(phrases.Words.IsOusting, null);

    /// <summary>Whom a pronoun means that opens a sentence about an answer: whoever was asked where it is given or refused, whoever was accused where it is denied; -1 for none or several.</summary>
    public int Answering(string lemma)
    {
        if (phrases.Words.IsAnswering(lemma) && Asked() is >= 0 and var asked)
            return asked;
        if (!phrases.Words.IsRefuting(lemma) && !phrases.Words.IsAnswering(lemma))
            return -1;

        // "handed the envoy a note. He rejected it."
        return Target(phrases.Words.IsCharging, null) is >= 0 and var charged ? charged : Target(phrases.Words.IsDitransitive, Relation.Obj);
    }

    /// <summary>"was stabbed", "shot the mayor": the only one to whom the sentence before tells that harm was done; -1 where it tells of none, -2 for several.</summary>
    public int Harmed(Func<int, bool> fits)
    {
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(1, phrases.Sentence.FirstToken))
        {
            if (spoken.IsModifier || spoken.Entity == only || phrases.Tree.Head(spoken.Token) is not (>= 0 and var verb) || !phrases.Words.IsCrime(phrases.Tree[verb].Lemma.ToLowerInvariant()) || phrases.Tree[spoken.Token].Relation is not (Relation.NsubjPass or Relation.Obj))
                continue;
            if (only != -1 || !fits(spoken.Entity))
                return -2;
            only = spoken.Entity;
        }

        return only;
    }

    /// <summary>"arrested a monk", "a doctor was jailed": the only one of whom the sentences before tell that somebody held or charged them; -1 for none or several.</summary>
    public int Caught(Func<int, bool> fits)
    {
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(HeldBefore, phrases.Sentence.FirstToken))
        {
            // "arrested a printer, Karl Beck".
            int held = phrases.Tree[spoken.Token].Relation == Relation.Appos ? phrases.Tree.Head(spoken.Token) : spoken.Token;
            if (spoken.IsModifier || spoken.Entity == only || held < 0 || phrases.Tree.Head(held) is not (>= 0 and var verb) || phrases.Tree[verb].Pos != PartOfSpeech.Verb || !phrases.Words.IsAccusing(phrases.Tree[verb].Lemma.ToLowerInvariant()) || phrases.Tree[held].Relation is not (Relation.NsubjPass or Relation.Obj))
                continue;
            if (only >= 0 || !fits(spoken.Entity))
                return -1;
            only = spoken.Entity;
        }

        return only;
    }

    /// <summary>"Rebels crossed the border, the army said": who says so of the sentence before; -1 for none.</summary>
    public int Teller()
    {
        int before = phrases.Recall.Sentence - 1;
        foreach (Spoken spoken in phrases.Recall.Back(1))
        {
            if (spoken.Sentence == before && !spoken.IsModifier && phrases.IsTelling(spoken.Token) && phrases.Tree.Head(spoken.Token) is >= 0 and var saying && phrases.Tree[saying].Relation == Relation.Parataxis && phrases.Tree.Head(saying) is >= 0 and var root && phrases.Tree[root].Relation == Relation.Root)
                return spoken.Entity;
        }

        return -1;
    }

    /// <summary>"Discussing his plan, the minister …": the subject behind a pronoun may be meant.</summary>
    public bool HasSubjectBehind(int token)
    {
        for (int i = phrases.Sentence.FirstToken; i < phrases.Sentence.EndToken; i++)
        {
            if (phrases.Tree[i].Relation == Relation.Root)
                return clauses.SubjectOf(i) is var subject && subject > token && phrases.Tree[subject].Pos != PartOfSpeech.Pron && (phrases.Tree[subject].Pos == PartOfSpeech.Propn || phrases.Signs.At(subject) is not null);
        }

        return false;
    }

    /// <summary>Whether the sentence opens a paragraph of the report.</summary>
    public bool IsNewParagraph() => phrases.Recall.Sentence > 0 && phrases.Tree.Parsed.Sentences[phrases.Recall.Sentence - 1].Block != phrases.Sentence.Block;

    /// <summary>Whether the main verb of the sentence before is one of courts and police: "sentenced a doctor".</summary>
    public bool IsAccusing()
    {
        int before = phrases.Recall.Sentence - 1;
        if (before < 0)
            return false;
        Sentence sentence = phrases.Tree.Parsed.Sentences[before];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (phrases.Tree[i].Relation == Relation.Root)
                return phrases.Words.IsAccusing(phrases.Tree[i].Lemma.ToLowerInvariant()) && phrases.Tree.Has(i, Relation.Obj);
        }

        return false;
    }

    /// <summary>Whether the main verb of the sentence before says something: "Oslo said … It asked".</summary>
    public bool IsTold() => phrases.Recall.Sentence > 0 && phrases.Recall.Back(1).Any(spoken => spoken.Sentence == phrases.Recall.Sentence - 1 && !spoken.IsModifier && phrases.IsTelling(spoken.Token) && phrases.Recall.IsState(spoken) && phrases.Tree.Head(spoken.Token) is >= 0 and var verb && phrases.Tree[verb].Relation == Relation.Root);

    /// <summary>"Togo welcomed the move. It thanked …": whether the sentence before tells of no other state or body whom "it" could mean.</summary>
    public bool IsAlone(int body, Func<int, bool> fits) =>
        phrases.Recall.Sentence > 0 && phrases.Recall.Back(1).All(spoken => spoken.Sentence != phrases.Recall.Sentence - 1 || spoken.IsModifier || spoken.Entity == body || !fits(spoken.Entity));

    /// <summary>"Police arrested Karl Beck after a raid in which a guard died. Chad demanded his release": where the one told of last stands in an inner clause, the only one to whom the main clause of that sentence does something, or who does it; else the one told of last.</summary>
    public int MainInstead(int nearest, Func<int, bool> fits)
    {
        int sentence = -1;
        int main = -1;
        if (nearest < 0)
            return nearest;
        foreach (Spoken spoken in phrases.Recall.Back(2, phrases.Sentence.FirstToken))
        {
            if (spoken.IsModifier || spoken.Sentence == phrases.Recall.Sentence || !fits(spoken.Entity) || sentence >= 0 && spoken.Sentence != sentence)
                continue;
            sentence = spoken.Sentence;
            if (!IsOfMain(spoken.Token))
                continue;
            if (spoken.Entity == nearest || main >= 0 && main != spoken.Entity)
                return nearest;
            main = spoken.Entity;
        }

        return main >= 0 ? main : nearest;
    }

    /// <summary>Subject or object of the main verb, or the name beside one.</summary>
    private bool IsOfMain(int token)
    {
        while (phrases.Tree[token].Relation is Relation.Appos or Relation.Flat or Relation.Conj && phrases.Tree.Head(token) >= 0)
            token = phrases.Tree.Head(token);
        return phrases.Tree[token].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj && phrases.Tree.Head(token) is >= 0 and var verb && phrases.Tree[verb].Relation == Relation.Root;
    }

    /// <summary>"Somalia denied it. Its foreign ministry …": the subject of the sentence before, where a sentence begins with the pronoun.</summary>
    public int SubjectBefore(Func<int, bool> fits)
    {
        int before = phrases.Recall.Sentence - 1;
        if (before < 0)
            return -1;
        Sentence sentence = phrases.Tree.Parsed.Sentences[before];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (phrases.Tree[i].Relation != Relation.Root)
                continue;
            int subject = clauses.SubjectOf(i);
            foreach (Spoken spoken in phrases.Recall.Back(1))
            {
                if (subject >= 0 && spoken.Token == subject && !spoken.IsModifier)
                    return fits(spoken.Entity) ? spoken.Entity : -1;
            }

            return -1;
        }

        return -1;
    }

    /// <summary>The plural subject of the main clause before, when the sentence has one alone: "Chile and Peru signed … They …".</summary>
    public List<int> SubjectsBefore(Func<int, bool> fits)
    {
        int before = phrases.Recall.Sentence - 1;
        if (before < 0)
            return [];
        var subjects = new List<int>();
        foreach (Spoken spoken in phrases.Recall.Back(1))
        {
            if (spoken.Sentence != before || spoken.IsModifier || subjects.Contains(spoken.Entity))
                continue;
            int top = spoken.Token;
            while (phrases.Tree[top].Relation == Relation.Conj && phrases.Tree[top].Head >= 0 && phrases.Tree[phrases.Tree[top].Head].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron)
                top = phrases.Tree[top].Head;
            if (phrases.Tree[top].Relation is Relation.Nsubj or Relation.NsubjPass && phrases.Tree[top].Head is >= 0 and var verb && phrases.Tree[verb].Relation == Relation.Root)
                subjects.Insert(0, spoken.Entity);
            else if (fits(spoken.Entity))
                return [];
        }

        return subjects.Count > 1 || subjects.Count == 1 && fits(subjects[0]) ? subjects : [];
    }

    /// <summary>"The president thanked his guest. They …": the two officials of different states that the sentence before has, where it tells of nobody else and of no others in the plural.</summary>
    public List<int> Counterparts()
    {
        var two = new List<int>();
        bool acts = false;
        foreach (Spoken spoken in phrases.Recall.Back(1))
        {
            EntityDraft draft = phrases.Table[spoken.Entity];
            if (spoken.Sentence != phrases.Recall.Sentence - 1 || spoken.IsModifier || draft.Kind is EntityKind.State or EntityKind.Place)
                continue;
            if (draft.IsPlural || draft.Kind != EntityKind.Person || draft.Office is null || draft.Country.IsNone || phrases.Quotes.At(spoken.Token) > 0)
                return [];
            acts |= spoken.IsSubject;
            if (!two.Contains(spoken.Entity))
                two.Insert(0, spoken.Entity);
        }

        return acts && two is [var one, var other] && phrases.Table[one].Country != phrases.Table[other].Country ? two : [];
    }
}
