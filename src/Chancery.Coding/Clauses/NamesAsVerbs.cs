using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Names that are words of another kind and open a sentence: "May accused Chad", "Begin praised him". What stands right before a verb in the past is neither its auxiliary nor a verb of its own.</summary>
internal sealed class NamesAsVerbs : Repair
{
    public override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence)
    {
        int first = sentence.FirstToken;
        return sentence.TokenCount > 3 && (IsAuxiliary(tokens, first) || IsVerb(tokens, first));
    }

    public override void Mend(SentenceEdit tree, ClauseGrammar grammar)
    {
        int name = tree.First;
        int verb = name + 1;
        if (tree.HasSubject(verb))
            return;
        if (IsVerb(tree.Tokens, name))
        {
            tree.MakeRoot(verb);
            tree.Move(name, verb, verb + 1, tree.End);
        }

        tree.MakeName(name);
        tree.Hang(name, verb, Relation.Nsubj);
    }

    /// <summary>"May accused".</summary>
    private static bool IsAuxiliary(ReadOnlySpan<Token> tokens, int first) =>
        tokens[first] is { Relation: Relation.Aux, Pos: PartOfSpeech.Propn } && tokens[first].Head == first + 1 && tokens[first + 1].Tag == "VBD";

    /// <summary>"Begin praised".</summary>
    private static bool IsVerb(ReadOnlySpan<Token> tokens, int first) =>
        tokens[first] is { Relation: Relation.Root, Pos: PartOfSpeech.Verb, Tag: "VB" or "VBP" } && tokens[first + 1] is { Tag: "VBD", Relation: Relation.Conj or Relation.Ccomp or Relation.Parataxis or Relation.Xcomp } && tokens[first + 1].Head == first;
}
