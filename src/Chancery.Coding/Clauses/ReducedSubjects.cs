using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"Nine men arrested on Monday were charged" with the men arresting somebody: the second verb is the sentence's, and the first describes its subject.</summary>
internal sealed class ReducedSubjects : WordRepair
{
    // A passive with a form of "be" in the past right before it, under the root.
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int verb) =>
        verb > sentence.FirstToken && tokens[verb] is { Relation: Relation.Advcl, Pos: PartOfSpeech.Verb } && tokens[verb].Head >= sentence.FirstToken && tokens[verb].Head < verb && tokens[tokens[verb].Head].Relation == Relation.Root
        && tokens[verb - 1] is { Relation: Relation.AuxPass, Tag: "VBD" } be && be.Head == verb;

    protected override void Mend(SentenceEdit tree, int verb, int participle, ClauseGrammar grammar)
    {
        int subject = tree.Child(participle, Relation.Nsubj);
        bool isBare = subject >= 0 && subject == participle - 1 && tree[subject].Pos == PartOfSpeech.Noun && tree[participle].Tag is "VBD" or "VBN" && !tree.Has(participle, Relation.Obj) && !tree.Has(participle, Relation.Aux) && !tree.Has(participle, Relation.AuxPass);
        if (!isBare || tree.HasSubject(verb) || tree.Has(verb, Relation.Cc) || tree.Child(verb, Relation.Mark) is >= 0 and var mark && mark < participle || tree.IsComma(verb - 2))
            return;
        tree.Raise(verb, participle, Relation.Root);
        tree.Hang(subject, verb, Relation.NsubjPass);
        tree.Hang(participle, subject, Relation.Acl);
        tree.MakeParticiple(participle);
        tree.Move(participle, verb, tree.First, subject);
        tree.Move(verb, participle, participle + 1, verb - 1);
    }
}
