using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Guests and the elect whose description was read as a verb: "Visiting Premier Blom held talks" with the visiting as what held talks, "met President-elect Blom" with Blom elected.</summary>
internal sealed class GuestRepairs : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Csubj or Relation.Advcl, Tag: "VBG" } || IsBehindHyphen(tokens, i);

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (IsBehindHyphen(tree.Tokens, i))
            MendElect(tree, i, head);
        else if (i > tree.First && tree.Is(i, Relation.Advcl) && tree.Child(i, Relation.Mark) == i - 1 && tree[i - 1].Lemma is "with" or "against" && grammar.IsGuest(tree[i].Lemma))
            MendMet(tree, i, head);
        else if (tree[i] is { Relation: Relation.Csubj or Relation.Advcl, Tag: "VBG" } && (tree.Is(i, Relation.Csubj) || !tree.HasSubject(head)) && grammar.IsGuest(tree[i].Lemma))
            MendGuest(tree, i, head);
    }

    /// <summary>"Visiting Premier Blom on Monday held talks": whoever stands behind "visiting" without an article is the guest, and it is he who acts.</summary>
    private static void MendGuest(SentenceEdit tree, int visiting, int verb)
    {
        int guest = tree.Child(visiting, Relation.Obj);
        if (guest < visiting || verb < guest || tree.Edges(guest, -1).First != visiting + 1 || tree.Has(guest, Relation.Det) || tree[guest].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn))
            return;
        tree.Hang(guest, verb, Relation.Nsubj);
        tree.Move(visiting, verb, guest, verb);
        tree.Hang(visiting, guest, Relation.Amod);
    }

    /// <summary>"talks with visiting Premier Blom", "a suit against visiting Saudi Prince Saud": nobody pays a visit there.</summary>
    private static void MendMet(SentenceEdit tree, int visiting, int verb)
    {
        int guest = tree.Child(visiting, Relation.Obj);
        if (guest < visiting || tree[guest].Pos != PartOfSpeech.Propn || tree.Edges(guest, -1).First != visiting + 1 || tree.Has(guest, Relation.Det))
            return;
        tree.Hang(guest, verb, Relation.Obl);
        tree.Hang(visiting - 1, guest, Relation.Case);
        tree.Hang(visiting, guest, Relation.Amod);
    }

    /// <summary>A bare verb joined to a title by a hyphen, before a name.</summary>
    private static bool IsBehindHyphen(ReadOnlySpan<Token> tokens, int elect) =>
        elect > 1 && elect + 1 < tokens.Length && tokens[elect] is { Pos: PartOfSpeech.Verb, Tag: not "VBG" } bare && bare.Lemma.Length == bare.Range.Length && tokens[elect - 1].Pos == PartOfSpeech.Punct
        && tokens[elect - 1].Range.Length == 1 && tokens[elect - 1].Range.End == tokens[elect].Range.Start && tokens[elect - 2].Range.End == tokens[elect - 1].Range.Start
        && tokens[elect - 2].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn && tokens[elect + 1].Pos == PartOfSpeech.Propn;

    private static void MendElect(SentenceEdit tree, int elect, int verb)
    {
        int named = tree.Child(elect, Relation.Obj);
        int title = elect - 2;
        if (named < elect || verb > title)
            return;
        tree.Hang(named, verb, Relation.Obj);
        tree.Move(elect, named, tree.First, elect);
        tree.Hang(title, named, Relation.NmodDesc);
        tree.Hang(elect, title, Relation.Flat);
        tree.MakeName(elect);
    }
}
