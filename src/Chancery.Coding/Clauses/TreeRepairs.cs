using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The commonest errors of the parser, each known by its shape, mended before any stage reads the trees.</summary>
public static class TreeRepairs
{
    // In this order: each reads the tree that those before it left.
    private static readonly ImmutableArray<Repair> Repairs =
    [
        new NamesAsVerbs(), new SamePasts(), new WorthPhrases(), new GuestRepairs(), new StrayPhrases(), new PredicateRepairs(), new PhraseRepairs(), new NounRepairs(), new MisreadPhrases(), new PartedPhrases(), new AttachmentRepairs(), new ObjectRepairs(), new CalledThings(), new ListRepairs(),
        new InsertedParticiples(), new WhichOfActs(), new FrontedLists(), new ParticiplesAsHeads(), new TornNames(), new InversionRepairs(), new ParticipleRepairs(), new RootRepairs(), new ReducedRelatives(), new SayerRepairs(), new VoicingRepairs(), new TornListeners(), new TimedSubjects(), new AskedSubjects(), new TwoMarks(), new TornSubjects(), new TornObjects(), new SubjectRepairs(),
        new FalseClauseRepairs(), new ContentRepairs(), new TornSentences(), new MisjoinedClauses(), new ListedTellings(), new ParallelTellings(), new MisplacedVerbs(), new StrayWords(), new TwoClauses(), new JoinedClauses(), new SecondVerbs(), new BoundPhrases(), new ReducedSubjects(), new FramesOfSaying(), new ParticiplesBetween(), new BehindSemicolons(),
    ];

    /// <summary>The document with mended trees; the same object where nothing is to mend.</summary>
    /// <param name="parsed">What the parser made of the document.</param>
    /// <param name="grammar">The words of its language.</param>
    public static ParsedDocument Mend(ParsedDocument parsed, ClauseGrammar grammar)
    {
        Token[]? mended = null;
        foreach (Sentence sentence in parsed.Sentences)
        {
            foreach (Repair repair in Repairs)
            {
                if (!repair.MayErr(parsed.Tokens.AsSpan(), sentence))
                    continue;
                var tree = new SentenceEdit(mended ??= [.. parsed.Tokens], sentence, parsed.Text);
                if (!tree.IsTooLong)
                    repair.Mend(tree, grammar);
            }
        }

        return mended is null ? parsed : parsed with { Tokens = ImmutableCollectionsMarshal.AsImmutableArray(mended) };
    }
}
