namespace Chancery.Syntax;

/// <summary>How a sentence is cased as a whole: headlines and leads hide what capitals tell elsewhere.</summary>
internal enum CaseMode : byte
{
    Running,
    Title,
    Capitals,
    Lower,
}

/// <summary>What the network sees of a word: its form in lower case, its ends, its shape, and the casing of its sentence.</summary>
internal sealed class WordFeatures
{
    /// <summary>Features of a word: its form; prefixes of 1 to 4 letters; suffixes of 1 to 5; its shape; the casing; the treebank.</summary>
    public const int Count = 13;

    private const int Prefixes = 4;
    private const int Suffixes = 5;
    private const int LongestForm = 48;
    private const int FixedRows = 16;
    private readonly Dictionary<string, int> words;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly int hashedRows;

    /// <param name="words">The vocabulary; its first word has row 1, row 0 is for all others.</param>
    /// <param name="hashedRows">Rows of the table that prefixes, suffixes and shapes share.</param>
    public WordFeatures(IReadOnlyList<string> words, int hashedRows)
    {
        this.words = new Dictionary<string, int>(words.Count, StringComparer.Ordinal);
        for (int i = 0; i < words.Count; i++)
            this.words.Add(words[i], i + 1);
        lookup = this.words.GetAlternateLookup<ReadOnlySpan<char>>();
        this.hashedRows = hashedRows;
    }

    /// <summary>Rows of the embedding table: words first, then the hashed ones.</summary>
    public int Rows => words.Count + 1 + hashedRows;

    /// <summary>Writes the row numbers of a word's features.</summary>
    public void Read(ReadOnlySpan<char> form, CaseMode mode, int treebank, Span<int> rows)
    {
        Span<char> lower = stackalloc char[LongestForm];
        lower = lower[..Normalize(form, lower)];
        rows[0] = lookup.TryGetValue(lower, out int word) ? word : 0;
        int n = 1;
        for (int length = 1; length <= Prefixes; length++)
            rows[n++] = length <= lower.Length ? Hashed((uint)length, lower[..length]) : Fixed(0);
        for (int length = 1; length <= Suffixes; length++)
            rows[n++] = length <= lower.Length ? Hashed((uint)(8 + length), lower[^length..]) : Fixed(1);
        Span<char> shape = stackalloc char[LongestForm];
        rows[n++] = mode == CaseMode.Running ? Hashed(16, shape[..Shape(form, shape)]) : Hashed(17, shape[..Shape(lower, shape)]);
        rows[n++] = Fixed(2 + (int)mode);
        rows[n] = Fixed(8 + treebank);
    }

    /// <summary>Lower case, digits as 0, quotation marks as one; of very long forms both ends.</summary>
    public static int Normalize(ReadOnlySpan<char> form, Span<char> into)
    {
        int length = Math.Min(form.Length, into.Length);
        int head = form.Length > into.Length ? length / 2 : length;
        for (int i = 0; i < length; i++)
        {
            char c = form[i < head ? i : form.Length - length + i];
            into[i] = c switch
            {
                >= '0' and <= '9' => '0',
                '“' or '”' or '„' or '«' or '»' => '"',
                '‘' or '’' or '`' or 'ʼ' => '\'',
                _ => char.ToLowerInvariant(c),
            };
        }

        if (length == 2 && into[0] == '\'' && into[1] == '\'')
        {
            into[0] = '"';
            length = 1;
        }

        return length;
    }

    /// <summary>How the sentence is cased, judged from its words of letters.</summary>
    public static CaseMode ModeOf(string text, ReadOnlySpan<Word> words)
    {
        int letters = 0, capitals = 0, longWords = 0, capitalized = 0, first = 0;
        foreach (Word word in words)
        {
            ReadOnlySpan<char> form = word.FormIn(text);
            if (!char.IsLetter(form[0]))
                continue;
            int upper = 0;
            foreach (char c in form)
            {
                letters++;
                upper += char.IsUpper(c) ? 1 : 0;
            }

            capitals += upper;
            if (form.Length < 4)
                continue;
            longWords++;
            if (char.IsUpper(form[0]))
            {
                capitalized++;
                first += longWords == 1 ? 1 : 0;
            }
        }

        if (letters >= 8 && capitals * 10 >= letters * 8)
            return CaseMode.Capitals;
        if (longWords >= 4 && capitalized * 10 >= longWords * 8)
            return CaseMode.Title;
        return longWords >= 5 && capitals == 0 ? CaseMode.Lower : CaseMode.Running;
    }

    private static int Shape(ReadOnlySpan<char> form, Span<char> into)
    {
        int length = 0;
        for (int i = 0; i < form.Length && length < into.Length; i++)
        {
            char c = form[i];
            char kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? '0' : c;
            bool third = length > 1 && into[length - 1] == kind && into[length - 2] == kind;
            if (!third)
                into[length++] = kind;
        }

        return length;
    }

    private int Fixed(int number) => words.Count + 1 + number;

    private int Hashed(uint kind, ReadOnlySpan<char> part)
    {
        unchecked
        {
            uint hash = (2166136261u ^ kind) * 16777619u;
            foreach (char c in part)
                hash = (hash ^ c) * 16777619u;
            hash ^= hash >> 15;
            hash *= 2246822519u;
            hash ^= hash >> 13;
            return words.Count + 1 + FixedRows + (int)(hash % (uint)(hashedRows - FixedRows));
        }
    }
}
