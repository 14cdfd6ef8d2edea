using System.Runtime.CompilerServices;

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
    private const int LongestWord = 48;
    private const int MostActive = 64;

    private readonly Folding folding;
    private readonly Naming naming;
    private readonly WordTable words;
    private readonly EdgeTable edges;
    // Words that are spellings of one word stand for it.
    private readonly List<int> classOfWord = [];

    // By node: the gaps that its names have before its word, and the first of its names.
    private readonly List<Gap> gaps = [Gap.None];
    private readonly List<int> firstName = [-1];

    // By name.
    private readonly List<NameCase> caseOf = [];
    private readonly List<byte> capitalWord = [];
    private readonly List<string> written = [];
    private readonly List<int> nextName = [];

    /// <param name="folding">The table of letters.</param>
    /// <param name="naming">The customs of names.</param>
    /// <param name="size">About how many names there will be.</param>
    public NameTrie(Folding folding, Naming naming, int size)
    {
        this.folding = folding;
        this.naming = naming;
        words = new WordTable(size);
        edges = new EdgeTable(size * 3);
        foreach ((string spelling, string common) in naming.Spellings)
        {
            int target = AddWord(common);
            words.Add(spelling);
            classOfWord.Add(target);
        }
    }

    public int Count => written.Count;

    /// <summary>The name as it was first written.</summary>
    public string Written(int name) => written[name];

    /// <summary>Adds a name and gives its id; the same id for names that cannot be told apart. -1 for one without letters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(string name, NameCase letters)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        var reader = new WordReader(name, folding, buffer);
        int node = 0;
        int capital = -1;
        int count = 0;
        while (reader.Read())
        {
            if (capital < 0 && reader.IsCapitalized)
                capital = count;
            int word = AddWord(reader.Folded);
            node = Child(node, word);
            Gap gap = reader.Before;
            if (count > 0)
                gaps[node] |= gap & ~Gap.Break;
            count++;
        }

        if (count == 0)
            return -1;
        byte first = (byte)Math.Max(0, capital);
        for (int id = firstName[node]; id >= 0; id = nextName[id])
        {
            if (caseOf[id] == letters && (letters != NameCase.Capital || capitalWord[id] == first)
                && (letters != NameCase.Exact || written[id] == name))
                return id;
        }

        int added = written.Count;
        written.Add(name);
        caseOf.Add(letters);
        capitalWord.Add(first);
        nextName.Add(firstName[node]);
        firstName[node] = added;
        return added;
    }

    private int AddWord(ReadOnlySpan<char> folded)
    {
        int word = words.Add(folded);
        if (word == classOfWord.Count)
            classOfWord.Add(word);
        return classOfWord[word];
    }

    private int Child(int node, int word)
    {
        int child = edges.GetOrAdd(node, word, gaps.Count);
        if (child == gaps.Count)
        {
            gaps.Add(Gap.None);
            firstName.Add(-1);
        }

        return child;
    }

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
                NameCase.Capital => lower && written[id].Length > 3 || (state.Capitals & 1 << capitalWord[id]) != 0,
                _ => lower ? written[id].Length > 3 : IsWrittenSo(text[state.Start..end], written[id]),
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
