namespace Chancery.Knowledge;

/// <summary>How the letters of a text must be written for a name to be met in it.</summary>
public enum NameCase : byte
{
    /// <summary>In any case: a common noun.</summary>
    Any,

    /// <summary>The first word that the name writes with a capital has one in the text too.</summary>
    Capital,

    /// <summary>Letter for letter, or all capitals: an acronym.</summary>
    Exact,
}

/// <summary>A name met in a text.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="Length">Code units, without a possessive ending.</param>
/// <param name="Name">Which name; <see cref="KnownEntities.Candidates"/> tells what it may mean.</param>
/// <param name="Words">How many words of the text it takes, initials and patronymics that the name lacks among them.</param>
public readonly record struct NameMatch(int Start, int Length, int Name, int Words)
{
    public int End => Start + Length;
}

/// <summary>All names in one tree whose edges are folded words, built once and walked over a text once.</summary>
internal sealed class NameTrie
{
    public const int LongestWord = 48;
    private const int MostActive = 64;

    private readonly Folding folding;
    private readonly Naming naming;
    private readonly TextPool texts;
    private readonly WordTable words;
    private readonly EdgeTable edges;
    // Words that are spellings of one word stand for it.
    private readonly int[] classOfWord;

    // By node: the gaps that its names have before its word, and the first of its names.
    private readonly Gap[] gaps;
    private readonly int[] firstName;

    // By name.
    private readonly NameCase[] caseOf;
    private readonly byte[] capitalWord;
    private readonly int[] nextName;
    private readonly int[] written;

    private NameTrie(ref ImageReader image, Folding folding, Naming naming)
    {
        this.folding = folding;
        this.naming = naming;
        texts = image.Texts!;
        words = WordTable.Read(ref image);
        edges = EdgeTable.Read(ref image);
        classOfWord = image.ReadAll<int>();
        gaps = image.ReadAll<Gap>();
        firstName = image.ReadAll<int>();
        caseOf = image.ReadAll<NameCase>();
        capitalWord = image.ReadAll<byte>();
        nextName = image.ReadAll<int>();
        written = image.ReadAll<int>();
    }

    public int Count => written.Length;

    /// <summary>The name as it was first written.</summary>
    public string Written(int name) => texts[written[name]];

    public static NameTrie Read(ref ImageReader image, Folding folding, Naming naming) => new(ref image, folding, naming);

    private int WordOf(ReadOnlySpan<char> folded)
    {
        int word = words.Find(folded);
        return word < 0 ? -1 : classOfWord[word];
    }

    private struct Active
    {
        public int Node;
        public int Start;
        public int Capitals;
        public int Words;
        public int Skipped;
    }

    /// <summary>Adds every name met in the text, nested ones too, in the order of their ends.</summary>
    public void Match(ReadOnlySpan<char> text, List<NameMatch> matches)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        Span<Active> active = stackalloc Active[MostActive];
        int count = 0;
        bool lower = IsLowerCase(text);
        var reader = new WordReader(text, folding, buffer);
        while (reader.Read())
        {
            int full = WordOf(reader.Folded);
            int bare = reader.HasPossessive ? WordOf(reader.Bare) : -1;
            bool skippable = reader.IsCapitalized && (reader.IsInitials || naming.IsPatronymic(reader.Folded));
            int kept = 0;
            int grown = count;
            if (reader.Before < Gap.Break)
            {
                for (int i = 0; i < count; i++)
                {
                    Active state = active[i];
                    Step(state, full, bare, ref reader, text, lower, active, ref grown, matches);
                    if (skippable && !reader.HasPossessive && state.Skipped < 2 && (reader.Before & ~Gap.Period) == 0 && state.Node != 0)
                    {
                        state.Skipped++;
                        state.Words++;
                        active[kept++] = state;
                    }
                }
            }

            // The states that skip this word come first, then those that took it.
            int taken = grown - count;
            active.Slice(count, taken).CopyTo(active[kept..]);
            count = kept + taken;
            Step(new Active { Start = reader.Start }, full, bare, ref reader, text, lower, active, ref count, matches);
        }
    }

    private void Step(Active state, int full, int bare, ref WordReader reader, ReadOnlySpan<char> text, bool lower, Span<Active> active, ref int count, List<NameMatch> matches)
    {
        int depth = state.Words - state.Skipped;
        if (full >= 0 && edges.Find(state.Node, full) is var next and >= 0 && Passes(state, next, reader.Before))
        {
            Active grown = state;
            grown.Node = next;
            grown.Words++;
            if (reader.IsCapitalized && depth < 31)
                grown.Capitals |= 1 << depth;
            Emit(grown, reader.End, text, lower, matches);
            if (count < active.Length)
                active[count++] = grown;
        }

        if (bare >= 0 && edges.Find(state.Node, bare) is var last and >= 0 && Passes(state, last, reader.Before))
        {
            Active ended = state;
            ended.Node = last;
            ended.Words++;
            if (reader.IsCapitalized && depth < 31)
                ended.Capitals |= 1 << depth;
            Emit(ended, reader.BareEnd, text, lower, matches);
        }
    }

    private bool Passes(Active state, int next, Gap before) =>
        state.Node == 0 || (before & ~(gaps[next] | (state.Skipped > 0 ? Gap.Period : Gap.None))) == 0;

    private void Emit(Active state, int end, ReadOnlySpan<char> text, bool lower, List<NameMatch> matches)
    {
        for (int id = firstName[state.Node]; id >= 0; id = nextName[id])
        {
            bool met = caseOf[id] switch
            {
                NameCase.Any => true,
                NameCase.Capital => lower && Written(id).Length > 3 || (state.Capitals & 1 << capitalWord[id]) != 0,
                _ => lower ? Written(id).Length > 3 : IsWrittenSo(text[state.Start..end], Written(id)),
            };
            if (met)
                matches.Add(new NameMatch(state.Start, end - state.Start, id, state.Words));
        }
    }

    /// <summary>Letter for letter, punctuation aside, or with all letters capital.</summary>
    private static bool IsWrittenSo(ReadOnlySpan<char> text, string name)
    {
        bool same = true;
        bool capitals = true;
        int at = 0;
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c))
                continue;
            while (at < name.Length && !char.IsLetterOrDigit(name[at]))
                at++;
            same &= at < name.Length && name[at] == c;
            capitals &= !char.IsLower(c);
            at++;
        }

        return same || capitals;
    }

    private static bool IsLowerCase(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsUpper(c))
                return false;
        }

        return true;
    }
}
