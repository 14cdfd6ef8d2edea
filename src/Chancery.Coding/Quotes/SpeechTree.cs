using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The trees of a document with the reach of every subtree, for cutting what was said out of the sentence.</summary>
internal sealed class SpeechTree
{
    // A parser may err into a circle; a clause is never this deep.
    private const int LongestWay = 40;

    private readonly int[] first;
    private readonly int[] last;
    private readonly SpeechCues cues;
    private readonly DateGrammar dates;

    public SpeechTree(DocumentTree tree, SpeechCues cues, DateGrammar dates)
    {
        Tree = tree;
        this.cues = cues;
        this.dates = dates;
        first = new int[tree.Count];
        last = new int[tree.Count];
        for (int i = 0; i < tree.Count; i++)
            first[i] = last[i] = i;
        for (int i = 0; i < tree.Count; i++)
        {
            for (int up = tree[i].Head; up >= 0 && (first[up] > i || last[up] < i); up = tree[up].Head)
            {
                first[up] = Math.Min(first[up], i);
                last[up] = Math.Max(last[up], i);
            }
        }
    }

    public DocumentTree Tree { get; }

    public string Text => Tree.Text;

    /// <summary>The first token of a subtree.</summary>
    public int First(int token) => first[token];

    /// <summary>The first token of the words of a subtree that stand together with its head.</summary>
    public int FirstBeside(int token)
    {
        int at = token;
        while (at > first[token] && IsUnder(at - 1, token))
            at--;
        return at;
    }

    /// <summary>Whether a token stands in the subtree of another.</summary>
    public bool IsUnder(int token, int head)
    {
        for (int at = token, step = 0; at >= 0 && step < LongestWay; at = Tree[at].Head, step++)
        {
            if (at == head)
                return true;
        }

        return false;
    }

    /// <summary>The last token of a subtree.</summary>
    public int Last(int token) => last[token];

    /// <summary>Whether a phrase or clause opens with a word of a kind.</summary>
    public bool HasOpening(int token, CueKind kind)
    {
        foreach (int child in Tree.Children(token))
        {
            if (child < token && Tree[child].Relation is Relation.Case or Relation.Mark && Is(child, kind))
                return true;
        }

        return false;
    }

    /// <summary>The words of a noun phrase without its preposition and without the clauses that hang on it.</summary>
    public TextRange NounPhrase(int head)
    {
        int from = head, to = head, beside = -1;
        foreach (int child in Tree.Children(head))
        {
            Token word = Tree[child];

            // "the harbour master Ann Lee": a name right behind its noun belongs to the words for it.
            if (word.Relation == Relation.Appos && IsBesideName(head, child))
            {
                beside = child;
                continue;
            }

            if (word.Relation is Relation.Case or Relation.Punct or Relation.AclRelcl or Relation.Appos or Relation.Parataxis or Relation.Advcl or Relation.Acl
                or Relation.Cop or Relation.Nsubj or Relation.Aux or Relation.Mark or Relation.Advmod or Relation.Cc or Relation.Conj or Relation.Dep or Relation.Discourse)
            {
                continue;
            }

            // "among them a Syrian doctor": what stands before it with a preposition is none of it.
            if (word.Relation is Relation.Nmod or Relation.Obl && child < head && Tree.Has(child, Relation.Case))
                continue;

            // "the union of bakers", but not "Moreno during a visit": a name takes no such phrase.
            if (word.Relation == Relation.Nmod && child > head && Tree[head].Pos == PartOfSpeech.Propn && !IsLink(Tree.Case(child)))
                continue;

            // "state radio on Sunday": the day is that of the telling.
            if (word.Relation is Relation.Nmod or Relation.NmodUnmarked && child > head && IsDay(child))
                continue;
            if (child > head && dates.Is(Tree.Form(child).ToString().ToLowerInvariant(), "deictic"))
                continue;
            from = Math.Min(from, first[child]);

            // "visiting Premier Ann Lee on Friday": what hangs on a word before the noun does not go on behind it.
            if (child > head)
                to = Math.Max(to, last[child]);
        }

        // An article that the parser fetched from another phrase is none of it.
        TextRange phrase = RangeOf(Math.Max(from, FirstBeside(head)), to);
        return beside < 0 ? phrase : phrase.Union(NounPhrase(beside));
    }

    /// <summary>Whether a name stands right behind the noun that it is set beside: "the agency Erina".</summary>
    public bool IsBesideName(int noun, int name)
    {
        if (name <= noun || Tree[name].Pos != PartOfSpeech.Propn || Tree[noun].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj))
            return false;
        for (int i = noun + 1; i < name; i++)
        {
            if (Tree[i].Pos == PartOfSpeech.Punct || i < first[name] && Tree[i].Head != noun)
                return false;
        }

        return true;
    }

    /// <summary>The characters from one token to another without marks at the ends and without the word that opens a clause.</summary>
    public TextRange Content(int from, int to)
    {
        to = BeforeSemicolon(from, to);
        while (from <= to && (Tree[from].Pos == PartOfSpeech.Punct && !ClosesWithin(from, to) || IsComplementizer(from)))
            from++;
        while (to >= from && Tree[to].Pos == PartOfSpeech.Punct && !OpensWithin(from, to))
            to--;
        return from > to ? default : RangeOf(from, to);
    }

    // What a writer sets behind a semicolon outside of marks is told anew.
    private int BeforeSemicolon(int from, int to)
    {
        bool marked = false;
        for (int i = from; i <= to; i++)
        {
            if (Tree[i].Pos != PartOfSpeech.Punct || Tree[i].Range.Length != 1)
                continue;
            char c = Text[Tree[i].Range.Start];
            if (c is '"' or '“' or '”' or '«' or '»')
                marked = !marked;
            else if (c == ';' && !marked && i > from && !(i + 2 <= to && (IsComplementizer(i + 1) || Tree[i + 1].Pos == PartOfSpeech.Cconj && IsComplementizer(i + 2))))
                return i - 1;
        }

        return to;
    }

    // A bracket that closes one opened in the same words belongs to them.
    private bool OpensWithin(int from, int to)
    {
        int depth = 0;
        for (int i = to; i >= from; i--)
        {
            char c = Text[Tree[i].Range.Start];
            depth += c is ')' or ']' ? 1 : c is '(' or '[' ? -1 : 0;
            if (i == to && depth == 0)
                return false;
            if (depth == 0)
                return true;
        }

        return false;
    }

    private bool ClosesWithin(int from, int to)
    {
        int depth = 0;
        for (int i = from; i <= to; i++)
        {
            char c = Text[Tree[i].Range.Start];
            depth += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
            if (i == from && depth == 0)
                return false;
            if (depth == 0)
                return true;
        }

        return false;
    }

    public TextRange RangeOf(int from, int to) => Tree[from].Range.Union(Tree[to].Range);

    /// <summary>The head of the statement that a token belongs to: the sentence, or the clause of somebody's saying.</summary>
    public int Predicate(int token)
    {
        int up = token;
        for (int step = 0; step < LongestWay && Tree[up].Head >= 0 && Tree[up].Relation is not (Relation.Ccomp or Relation.Parataxis); step++)
            up = Tree[up].Head;
        return up;
    }

    /// <summary>Whether a mark stands before a subtree; a parser may count the mark to the subtree itself.</summary>
    public bool IsSetOff(int token) =>
        Tree[first[token]].Pos == PartOfSpeech.Punct || (first[token] > 0 && Tree[first[token] - 1].Pos == PartOfSpeech.Punct);

    /// <summary>Whether a token is a mark of quotation.</summary>
    public bool OpensMarks(int token) => Tree[token] is { Pos: PartOfSpeech.Punct, Range: { Length: 1 } range } && Text[range.Start] is '"' or '“' or '«';

    /// <summary>Whether a phrase with this preposition still belongs to what a verb with an object says.</summary>
    public bool IsLink(string preposition) => cues.Is(preposition, CueKind.Link);

    /// <summary>Whether a token names a day of the week.</summary>
    public bool IsDay(int token) => dates.Is(Tree.Form(token).ToString().ToLowerInvariant(), "weekday");

    /// <summary>Whether the word at a token, as it stands, is of a kind.</summary>
    public bool IsForm(int token, CueKind kind) => cues.Is(Tree.Form(token).ToString().ToLowerInvariant(), kind);

    /// <summary>Whether the lemma of a token is of a kind.</summary>
    public bool Is(int token, CueKind kind) => cues.Is(Tree[token].Lemma.ToLowerInvariant(), kind);

    /// <summary>Whether a token with the word before it is of a kind: "press service".</summary>
    public bool IsPair(int token, CueKind kind) =>
        token > 0 && cues.Is(Tree[token - 1].Lemma.ToLowerInvariant(), Tree[token].Lemma.ToLowerInvariant(), kind);

    /// <summary>Whether the preposition of a token is of a kind.</summary>
    public bool HasCase(int token, CueKind kind) => cues.Is(Tree.Case(token), kind);

    /// <summary>Whether a token is the word that opens what was said and is no part of it; "those responsible" is none.</summary>
    public bool IsComplementizer(int token) =>
        (Tree[token].Relation == Relation.Mark || (token + 1 < Tree.Count && Tree[token + 1].Pos is not (PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Punct)))
        && Is(token, CueKind.Complementizer) && Tree[token].Range.Length == Tree[token].Lemma.Length;
}
