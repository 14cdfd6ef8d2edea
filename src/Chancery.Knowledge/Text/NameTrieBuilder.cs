using System.Runtime.InteropServices;

namespace Chancery.Knowledge;

/// <summary>Puts names into the tree of a <see cref="NameTrie"/>.</summary>
internal sealed class NameTrieBuilder
{
    private readonly Folding folding;
    private readonly Naming naming;
    private readonly WordTable words;
    private readonly EdgeTable edges;
    private readonly List<int> classOfWord = [];
    private readonly List<Gap> gaps = [Gap.None];
    private readonly List<int> firstName = [-1];
    private readonly List<NameCase> caseOf = [];
    private readonly List<byte> capitalWord = [];
    private readonly List<string> written = [];
    private readonly List<int> nextName = [];

    /// <param name="folding">The table of letters.</param>
    /// <param name="naming">The customs of names.</param>
    /// <param name="size">About how many names there will be.</param>
    public NameTrieBuilder(Folding folding, Naming naming, int size)
    {
        this.folding = folding;
        this.naming = naming;
        words = new WordTable(size);
        edges = new EdgeTable(size);
        foreach ((string spelling, string common) in naming.Spellings)
        {
            int target = AddWord(common);
            words.Add(spelling);
            classOfWord.Add(target);
        }
    }

    public int Count => written.Count;

    /// <summary>Adds a name and gives its id; the same id for names that cannot be told apart. -1 for one without letters.</summary>
    public int Add(string name, NameCase letters)
    {
        Span<char> buffer = stackalloc char[NameTrie.LongestWord];
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

    public NameTrie ToTrie()
    {
        var pool = new TextPoolBuilder();
        var image = new ImageWriter(pool);
        WriteTo(image);
        var reader = new ImageReader(image.Written, pool.ToPool());
        return NameTrie.Read(ref reader, folding, naming);
    }

    /// <summary>Writes what <see cref="NameTrie.Read"/> reads.</summary>
    public void WriteTo(ImageWriter image)
    {
        words.WriteTo(image);
        edges.WriteTo(image);
        image.WriteAll<int>(CollectionsMarshal.AsSpan(classOfWord));
        image.WriteAll<Gap>(CollectionsMarshal.AsSpan(gaps));
        image.WriteAll<int>(CollectionsMarshal.AsSpan(firstName));
        image.WriteAll<NameCase>(CollectionsMarshal.AsSpan(caseOf));
        image.WriteAll<byte>(CollectionsMarshal.AsSpan(capitalWord));
        image.WriteAll<int>(CollectionsMarshal.AsSpan(nextName));
        int[] texts = new int[written.Count];
        for (int i = 0; i < texts.Length; i++)
            texts[i] = image.Texts.Add(written[i]);
        image.WriteAll<int>(texts);
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
}
