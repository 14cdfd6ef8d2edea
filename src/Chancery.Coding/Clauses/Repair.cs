using Chancery.Model;

namespace Chancery.Coding;

/// <summary>One kind of error of the parser: suspected at little cost from the words alone, and mended where the tree shows it.</summary>
internal abstract class Repair
{
    /// <summary>True when a sentence may hold the error; most hold none, and are not copied for mending.</summary>
    /// <param name="tokens">The tokens of the whole document, as the parser left them.</param>
    /// <param name="sentence">The sentence in question.</param>
    public abstract bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence);

    /// <summary>Mends what is wrong in a sentence.</summary>
    public abstract void Mend(SentenceEdit tree, ClauseGrammar grammar);
}
