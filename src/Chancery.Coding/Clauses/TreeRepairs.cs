using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The commonest errors of the parser, each known by its shape, mended before any stage reads the trees.</summary>
public static class TreeRepairs
{
    /// <summary>The document with mended trees; the same object where nothing is to mend.</summary>
    /// <param name="parsed">What the parser made of the document.</param>
    /// <param name="grammar">The words of its language.</param>
    public static ParsedDocument Mend(ParsedDocument parsed, ClauseGrammar grammar)
    {
        ImmutableArray<Token>.Builder? tokens = null;
        foreach (Sentence sentence in parsed.Sentences)
        {
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                bool isTagged = IsTaggedAdjective(parsed.Tokens, sentence, i);
                if (!isTagged && !MayBeLostVerb(parsed.Tokens, sentence, i) && !MayHideSubject(parsed.Tokens, sentence, i))
                    continue;
                tokens ??= parsed.Tokens.ToBuilder();
                if (isTagged)
                    tokens[i] = AsVerb(parsed.Tokens, sentence, i);
                else if (MayBeLostVerb(tokens, sentence, i))
                    RaiseVerb(tokens, sentence, i);
                else if (MayHideSubject(tokens, sentence, i))
                    RaiseSubject(tokens, sentence, i);
            }

            if (PhraseRepairs.MayErr(parsed.Tokens, sentence))
                PhraseRepairs.Mend(new SentenceEdit(tokens ??= parsed.Tokens.ToBuilder(), sentence, parsed.Text));
            if (NounRepairs.MayErr(parsed.Tokens, sentence))
                NounRepairs.Mend(new SentenceEdit(tokens ??= parsed.Tokens.ToBuilder(), sentence, parsed.Text), grammar);
            if (AttachmentRepairs.MayErr(parsed.Tokens, sentence))
                AttachmentRepairs.Mend(new SentenceEdit(tokens ??= parsed.Tokens.ToBuilder(), sentence, parsed.Text));
            if (ObjectRepairs.MayErr(parsed.Tokens, sentence))
                ObjectRepairs.Mend(new SentenceEdit(tokens ??= parsed.Tokens.ToBuilder(), sentence, parsed.Text), grammar);
            if (ListRepairs.MayErr(parsed.Tokens, sentence))
                ListRepairs.Mend(new SentenceEdit(tokens ??= parsed.Tokens.ToBuilder(), sentence, parsed.Text));
            if (InversionRepairs.MayErr(parsed.Tokens, sentence))
                InversionRepairs.Mend(new SentenceEdit(tokens ??= parsed.Tokens.ToBuilder(), sentence, parsed.Text));
            if (ParticipleRepairs.MayErr(parsed.Tokens, sentence))
                ParticipleRepairs.Mend(new SentenceEdit(tokens ??= parsed.Tokens.ToBuilder(), sentence, parsed.Text), grammar);
            if (RootRepairs.MayErr(parsed.Tokens, sentence))
                RootRepairs.Mend(new SentenceEdit(tokens ??= parsed.Tokens.ToBuilder(), sentence, parsed.Text));
            if (SayerRepairs.MayErr(parsed.Tokens, sentence))
                SayerRepairs.Mend(new SentenceEdit(tokens ??= parsed.Tokens.ToBuilder(), sentence, parsed.Text), grammar);
            if (SubjectRepairs.MayErr(parsed.Tokens, sentence))
                SubjectRepairs.Mend(new SentenceEdit(tokens ??= parsed.Tokens.ToBuilder(), sentence, parsed.Text), grammar);
        }

        return tokens is null ? parsed : parsed with { Tokens = tokens.ToImmutable() };
    }

    /// <summary>"The general pleaded guilty": what has a subject of its own and no form of "be" is a verb, though tagged as an adjective.</summary>
    private static bool IsTaggedAdjective(IReadOnlyList<Token> tokens, Sentence sentence, int token) =>
        IsAdjectiveInEd(tokens[token]) && (IsBarePredicate(tokens, sentence, token) || IsInsertedPredicate(tokens, sentence, token) || IsPassive(tokens, sentence, token));

    /// <summary>"A clerk, Jan Blom, pleaded guilty": behind a comma, with what only a verb has behind it.</summary>
    private static bool IsInsertedPredicate(IReadOnlyList<Token> tokens, Sentence sentence, int token)
    {
        if (tokens[token].Relation is not (Relation.Parataxis or Relation.Appos or Relation.Acl or Relation.Advcl) || token == sentence.FirstToken || tokens[token - 1].Pos != PartOfSpeech.Punct)
            return false;
        for (int i = token + 1; i < sentence.EndToken; i++)
        {
            if (tokens[i].Head == token && tokens[i].Relation is Relation.Obj or Relation.Xcomp or Relation.Ccomp)
                return true;
        }

        return false;
    }

    /// <summary>A participle beside "were", else a past.</summary>
    private static Token AsVerb(IReadOnlyList<Token> tokens, Sentence sentence, int token) => IsPassive(tokens, sentence, token)
        ? tokens[token] with { Pos = PartOfSpeech.Verb, Tag = "VBN", Morphology = tokens[token].Morphology | Morphology.Past | Morphology.Participle | Morphology.Passive }
        : tokens[token] with { Pos = PartOfSpeech.Verb, Tag = "VBD", Morphology = tokens[token].Morphology | Morphology.Past | Morphology.Finite };

    private static bool IsPassive(IReadOnlyList<Token> tokens, Sentence sentence, int token)
    {
        for (int i = sentence.FirstToken; i < token; i++)
        {
            if (tokens[i].Head == token && tokens[i].Relation == Relation.AuxPass)
                return true;
        }

        return false;
    }

    private static bool IsAdjectiveInEd(in Token token) => token.Pos == PartOfSpeech.Adj && token.Lemma.EndsWith("ed", StringComparison.Ordinal);

    /// <summary>True for a word with a subject and neither a form of "be" nor another auxiliary.</summary>
    private static bool IsBarePredicate(IReadOnlyList<Token> tokens, Sentence sentence, int predicate)
    {
        bool hasSubject = false;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens[i].Head != predicate)
                continue;
            if (tokens[i].Relation is Relation.Cop or Relation.Aux or Relation.AuxPass)
                return false;
            hasSubject |= tokens[i].Relation == Relation.Nsubj && i < predicate;
        }

        return hasSubject;
    }

    /// <summary>"Syria and Turkey voiced support", "Pakistan deported refugees", "its spokesman Jan Blom also denied reports": the verb is taken for an adjective of its own object.</summary>
    private static bool MayBeLostVerb(IReadOnlyList<Token> tokens, Sentence sentence, int verb)
    {
        if (tokens[verb].Relation != Relation.Amod || verb == sentence.FirstToken || !(IsParticiple(tokens[verb]) || IsAdjectiveInEd(tokens[verb])))
            return false;
        int noun = tokens[verb].Head;
        if (!IsParticiple(tokens[verb]) && !IsAdjectiveAfterName(tokens, verb) && !IsBarePredicate(tokens, sentence, noun))
            return false;
        int last = BeforeAdverbs(tokens, sentence, verb);
        if (noun <= verb || last < sentence.FirstToken || tokens[last].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn))
            return false;
        int top = Top(tokens, noun);
        if (tokens[top].Relation != Relation.Root)
            return false;
        return top == noun ? Below(tokens, last, noun) >= sentence.FirstToken : top < verb;
    }

    private static int BeforeAdverbs(IReadOnlyList<Token> tokens, Sentence sentence, int verb)
    {
        int last = verb - 1;
        while (last > sentence.FirstToken && tokens[last].Pos == PartOfSpeech.Adv)
            last--;
        return last;
    }

    /// <summary>The child of a noun that a token stands under, when that is a phrase of its own before the noun; else -1.</summary>
    private static int Below(IReadOnlyList<Token> tokens, int token, int noun)
    {
        for (int hops = 0; hops < 16 && token >= 0; hops++)
        {
            int head = tokens[token].Head;
            if (head == noun)
                return tokens[token].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn ? token : -1;
            token = head;
        }

        return -1;
    }

    private static bool IsParticiple(in Token token) => token.Pos == PartOfSpeech.Verb && token.Tag is "VBD" or "VBN";

    /// <summary>"Egypt eased restrictions": no name stands before a participle that describes.</summary>
    private static bool IsAdjectiveAfterName(IReadOnlyList<Token> tokens, int token) =>
        IsAdjectiveInEd(tokens[token]) && tokens[token - 1].Pos == PartOfSpeech.Propn;

    /// <summary>The first of a list.</summary>
    private static int Top(IReadOnlyList<Token> tokens, int token)
    {
        for (int hops = 0; hops < 64 && tokens[token].Relation is Relation.Conj or Relation.Appos && tokens[token].Head >= 0; hops++)
            token = tokens[token].Head;
        return token;
    }

    private static void RaiseVerb(ImmutableArray<Token>.Builder tokens, Sentence sentence, int verb)
    {
        int noun = tokens[verb].Head;
        int top = Top(tokens, noun);
        int subject = top == noun ? Below(tokens, BeforeAdverbs(tokens, sentence, verb), noun) : top;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (i == verb || i == noun || i == subject)
                continue;
            if (top == noun && tokens[i].Head == noun && i < verb)
                tokens[i] = tokens[i] with { Head = tokens[i].Relation == Relation.Punct ? verb : subject };
            else if (top != noun && tokens[i].Head == top && i > verb)
                tokens[i] = tokens[i] with { Head = verb };
        }

        tokens[verb] = tokens[verb] with { Pos = PartOfSpeech.Verb, Head = -1, Relation = Relation.Root, RelationLabel = "root", Morphology = tokens[verb].Morphology | Morphology.Past | Morphology.Finite };
        tokens[noun] = tokens[noun] with { Head = verb, Relation = Relation.Obj, RelationLabel = "obj" };
        tokens[subject] = tokens[subject] with { Head = verb, Relation = Relation.Nsubj, RelationLabel = "nsubj" };
    }

    /// <summary>"On Tuesday, Norway asked": the subject after an opening phrase is taken for its apposition.</summary>
    private static bool MayHideSubject(IReadOnlyList<Token> tokens, Sentence sentence, int token)
    {
        if (tokens[token].Relation is not Relation.Appos || tokens[token].Pos is not (PartOfSpeech.Propn or PartOfSpeech.Noun))
            return false;
        int phrase = tokens[token].Head;
        if (phrase < sentence.FirstToken || phrase > token || tokens[phrase].Relation is not (Relation.Obl or Relation.OblUnmarked))
            return false;
        int verb = tokens[phrase].Head;
        if (verb <= token || tokens[verb].Pos != PartOfSpeech.Verb || !tokens[verb].Morphology.HasFlag(Morphology.Finite))
            return false;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens[i].Head == verb && tokens[i].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Csubj or Relation.Expl or Relation.AuxPass)
                return false;
            if (tokens[i].Head == token && tokens[i].Relation == Relation.Case)
                return false;
        }

        return true;
    }

    private static void RaiseSubject(ImmutableArray<Token>.Builder tokens, Sentence sentence, int subject)
    {
        int phrase = tokens[subject].Head;
        int verb = tokens[phrase].Head;
        for (int i = subject + 1; i < sentence.EndToken; i++)
        {
            if (tokens[i].Head == phrase && tokens[i].Relation is Relation.AclRelcl or Relation.Acl or Relation.Appos or Relation.Conj)
                tokens[i] = tokens[i] with { Head = subject };
        }

        tokens[subject] = tokens[subject] with { Head = verb, Relation = Relation.Nsubj, RelationLabel = "nsubj" };
    }

    /// <summary>"for the aid Norway sent": a relative clause without a pronoun is read as "for the aid, Norway sent".</summary>
    internal static void MendContactClause(DocumentTree tree, Clause[] clauses, int index)
    {
        Clause clause = clauses[index];
        if (clause.Kind != PredicateKind.Verb || clause.Link != ClauseLink.Adverbial || clause.Governor < 0)
            return;
        if (clause.Marker is not null || clause.IsPassive || clause.Tense == Tense.None || clause.Find(Roles.Object) >= 0)
            return;
        int subject = clause.Find(Roles.Subject);
        if (subject < 0 || subject >= clause.Predicate)
            return;
        for (int i = 0; i < clause.Arguments.Length; i++)
        {
            Argument argument = clause.Arguments[i];
            bool isPhrase = argument.Role is not (Roles.Subject or Roles.Complement or Roles.Indirect) && tree[argument.Token].Pos == PartOfSpeech.Noun;
            if (!isPhrase || argument.Token >= subject || tree.Case(argument.Token).Length == 0)
                continue;
            clauses[index] = clause with { Arguments = clause.Arguments.SetItem(i, new Argument(Roles.Object, argument.Token, true)), Link = ClauseLink.Relative };
            Clause governor = clauses[clause.Governor];
            clauses[clause.Governor] = governor with { Arguments = governor.Arguments.Add(argument) };
            return;
        }
    }
}
