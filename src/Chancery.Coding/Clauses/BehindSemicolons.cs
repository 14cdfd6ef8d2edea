using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"Guards stopped two boats; Chad accused Togo and asked for pay" with the guards asking: a verb behind an "and" goes on from the verb with a subject behind the same semicolon.</summary>
internal sealed class BehindSemicolons : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Conj, Pos: PartOfSpeech.Verb } && tokens[i].Head >= sentence.FirstToken && tokens[i].Head < i - 4;

    protected override void Mend(SentenceEdit tree, int verb, int head, ClauseGrammar grammar)
    {
        if (tree[head].Pos != PartOfSpeech.Verb || tree.HasSubject(verb) || tree.Child(verb, Relation.Cc) is not (>= 0 and var and) || and < head)
            return;
        int semicolon = -1;
        for (int i = head + 1; i < and; i++)
            semicolon = tree.IsSemicolon(i) ? i : semicolon;
        if (semicolon < 0)
            return;
        for (int i = and - 1; i > semicolon; i--)
        {
            if (tree[i].Pos == PartOfSpeech.Verb && tree[i].Head == head && tree[i].Relation is Relation.Conj or Relation.Parataxis && tree.HasSubject(i))
            {
                tree.Hang(verb, i, Relation.Conj);
                return;
            }
        }
    }
}
