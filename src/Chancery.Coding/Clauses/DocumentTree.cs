using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The dependency trees of a document with their children at hand. Built once; reading it allocates nothing.</summary>
public sealed class DocumentTree
{
    private readonly int[] firstChild;
    private readonly int[] nextSibling;
    private readonly int[] sentenceOf;
    private readonly int[] heads;
    private readonly FunctionWords words;

    /// <param name="parsed">The document.</param>
    /// <param name="words">The small words of its language; none where nobody asks for them.</param>
    public DocumentTree(ParsedDocument parsed, FunctionWords? words = null)
    {
        Parsed = parsed;
        this.words = words ?? FunctionWords.None;
        int count = parsed.Tokens.Length;
        firstChild = new int[count];
        nextSibling = new int[count];
        sentenceOf = new int[count];
        heads = new int[count];
        Array.Fill(firstChild, -1);
        Array.Fill(nextSibling, -1);
        for (int s = 0; s < parsed.Sentences.Length; s++)
        {
            Sentence sentence = parsed.Sentences[s];
            sentenceOf.AsSpan(sentence.FirstToken, sentence.TokenCount).Fill(s);
        }

        BreakCycles();
        for (int i = count - 1; i >= 0; i--)
        {
            int head = heads[i];
            if (head < 0)
                continue;
            nextSibling[i] = firstChild[head];
            firstChild[head] = i;
        }
    }

    public ParsedDocument Parsed { get; }

    /// <summary>What a small word of the document's language does.</summary>
    public bool Is(string? word, WordFunction function) => words.Is(word, function);

    /// <summary>"agreed to pay, following talks in Oslo": what stood before, behind a comma, is told for itself.</summary>
    public bool IsSetOff(int noun)
    {
        int at = Child(noun, Relation.Case);
        return at > 0 && Form(at - 1) is "," && Is(this[at].Lemma, WordFunction.Succession);
    }

    /// <summary>Whether a token ends a word that hyphens join ("cease-fire"); false for a word without any.</summary>
    public bool EndsWith(int token, string word)
    {
        int start = this[token].Range.End - word.Length;
        return word.Contains('-') && start >= 0 && (start == 0 || !char.IsLetterOrDigit(Text[start - 1])) && Text.AsSpan(start, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    public string Text => Parsed.Text;

    public int Count => Parsed.Tokens.Length;

    public ref readonly Token this[int token] => ref Parsed.Tokens.ItemRef(token);

    public int SentenceOf(int token) => sentenceOf[token];

    /// <summary>The governing token, -1 for a root. Unlike the parser's word it never leads in a circle or out of the sentence.</summary>
    public int Head(int token) => heads[token];

    public ReadOnlySpan<char> Form(int token) => this[token].FormIn(Text);

    /// <summary>Children from left to right.</summary>
    public ChildEnumerator Children(int token) => new(firstChild[token], nextSibling);

    /// <summary>The first child with this relation, or -1.</summary>
    public int Child(int token, Relation relation)
    {
        foreach (int child in Children(token))
        {
            if (this[child].Relation == relation)
                return child;
        }

        return -1;
    }

    public bool Has(int token, Relation relation) => Child(token, relation) >= 0;

    /// <summary>Of what a bare number or pronoun is a part: "rifles" of "eleven of the rifles"; -1 for none.</summary>
    public int WholeOf(int token)
    {
        if (this[token].Pos is not (PartOfSpeech.Num or PartOfSpeech.Pron) || this[token].Tag is "WP" or "WDT" or "PRP")
            return -1;
        int whole = Child(token, Relation.Nmod);
        return whole > token && this[whole].Tag is "NNS" or "NNPS" && Is(Case(whole), WordFunction.Owner) ? whole : -1;
    }

    /// <summary>Whether a mark stands between two tokens.</summary>
    public bool HasMark(int after, int before)
    {
        for (int i = after + 1; i < before; i++)
        {
            if (this[i].Pos == PartOfSpeech.Punct)
                return true;
        }

        return false;
    }

    /// <summary>"the meeting", "their meeting", "that meeting".</summary>
    public bool IsDefinite(int token)
    {
        foreach (int child in Children(token))
        {
            if (this[child].Relation == Relation.NmodPoss || (this[child].Relation == Relation.Det && (this[child].Morphology & (Morphology.Definite | Morphology.Demonstrative)) != 0))
                return true;
        }

        return false;
    }

    /// <summary>The preposition of a noun phrase as its lemmas, fixed expressions joined by spaces ("according to"); "" for none.</summary>
    public string Case(int token)
    {
        int marker = -1;
        foreach (int child in Children(token))
        {
            if (child > token)
                break;
            if (this[child].Relation == Relation.Case && this[child].Pos != PartOfSpeech.Part)
            {
                marker = child;
                break;
            }
        }

        return marker < 0 ? "" : Fixed(marker);
    }

    /// <summary>A function word with the words fixed to it.</summary>
    public string Fixed(int token)
    {
        string lemma = this[token].Lemma.ToLowerInvariant();
        foreach (int child in Children(token))
        {
            if (this[child].Relation == Relation.Fixed)
                lemma += " " + this[child].Lemma.ToLowerInvariant();
        }

        return lemma;
    }

    /// <summary>The characters of a token and all below it.</summary>
    public TextRange SubtreeRange(int token)
    {
        TextRange range = this[token].Range;
        foreach (int child in Children(token))
        {
            if (this[child].Relation != Relation.Punct)
                range = range.Union(SubtreeRange(child));
        }

        return range;
    }

    /// <summary>The head of a run of tokens: the last of those that hang on a token outside it.</summary>
    public int HeadOf(int first, int last)
    {
        for (int i = last; i >= first; i--)
        {
            int head = this[i].Head;
            if ((head < first || head > last) && this[i].Relation != Relation.Punct)
                return i;
        }

        return last;
    }

    /// <summary>True when <paramref name="token"/> is below <paramref name="ancestor"/> or the same.</summary>
    public bool IsUnder(int token, int ancestor)
    {
        for (int i = token; i >= 0; i = heads[i])
        {
            if (i == ancestor)
                return true;
        }

        return false;
    }

    /// <summary>Whatever the parser says, what follows must be a forest: a token that closes a circle becomes a root.</summary>
    private void BreakCycles()
    {
        byte[] state = new byte[heads.Length];
        for (int i = 0; i < heads.Length; i++)
        {
            int head = Parsed.Tokens[i].Head;
            heads[i] = head >= 0 && head < heads.Length && head != i && sentenceOf[head] == sentenceOf[i] ? head : -1;
        }

        for (int i = 0; i < heads.Length; i++)
        {
            // 1: on the way up from i; 2: known to end in a root.
            int at = i;
            while (at >= 0 && state[at] == 0)
            {
                state[at] = 1;
                int above = heads[at];
                if (above >= 0 && state[above] == 1)
                    heads[at] = above = -1;
                at = above;
            }

            for (at = i; at >= 0 && state[at] == 1; at = heads[at])
                state[at] = 2;
        }
    }

    /// <summary>Walks the children of one token.</summary>
    public struct ChildEnumerator(int first, int[] next)
    {
        private int upcoming = first;

        public int Current { get; private set; } = -1;

        public readonly ChildEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            Current = upcoming;
            if (Current < 0)
                return false;
            upcoming = next[Current];
            return true;
        }
    }
}
