namespace Chancery.Model;

/// <summary>The universal parts of speech (UPOS) of Universal Dependencies 2.</summary>
public enum PartOfSpeech : byte
{
    X,
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
}
