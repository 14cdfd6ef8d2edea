using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What the tagger of names sees of a word: its form, ends and shape, its neighbours, its place in the tree, and what the data know of it.</summary>
internal static class NameFeatures
{
    public const int Count = 56;

    private const int LongestForm = 32;

    /// <summary>Writes the hashed features of a token; returns how many.</summary>
    /// <param name="tree">The trees.</param>
    /// <param name="sentence">The token's sentence.</param>
    /// <param name="token">The token.</param>
    /// <param name="taken">What the data know of the sentence's tokens, from its first on.</param>
    /// <param name="signs">What the lists of the language say of its words (<see cref="ReadSigns"/>).</param>
    /// <param name="into">At least <see cref="Count"/> wide.</param>
    public static int Read(DocumentTree tree, Sentence sentence, int token, ReadOnlySpan<Sighting?> taken, ReadOnlySpan<byte> signs, Span<uint> into)
    {
        int n = 0;
        int at = token - sentence.FirstToken;
        ReadOnlySpan<char> form = Form(tree, sentence, token);
        uint word = Hash(form);
        uint before = Hash(Form(tree, sentence, token - 1));
        uint after = Hash(Form(tree, sentence, token + 1));
        uint shape = Shape(form);
        uint shapeBefore = Shape(Form(tree, sentence, token - 1));
        uint shapeAfter = Shape(Form(tree, sentence, token + 1));
        uint known = Known(taken, token - sentence.FirstToken);
        uint knownBefore = Known(taken, token - 1 - sentence.FirstToken);
        uint knownAfter = Known(taken, token + 1 - sentence.FirstToken);
        ref readonly Token here = ref tree[token];
        uint pos = (uint)here.Pos + 1;
        uint head = here.Head >= 0 ? Hash(tree[here.Head].Lemma) : 1;
        uint first = token == sentence.FirstToken ? 1u : 0;

        into[n++] = Mix(1, word);
        into[n++] = Mix(2, before);
        into[n++] = Mix(3, after);
        into[n++] = Mix(4, Hash(Form(tree, sentence, token - 2)));
        into[n++] = Mix(5, Hash(Form(tree, sentence, token + 2)));
        into[n++] = Mix(6, before, word);
        into[n++] = Mix(7, word, after);
        into[n++] = Mix(8, before, shape);
        into[n++] = Mix(9, shape, after);
        into[n++] = Mix(10, shape, first);
        into[n++] = Mix(11, shapeBefore, shape, shapeAfter);
        into[n++] = Mix(12, Hash(form[..Math.Min(3, form.Length)]));
        into[n++] = Mix(13, Hash(form[^Math.Min(2, form.Length)..]));
        into[n++] = Mix(14, Hash(form[^Math.Min(3, form.Length)..]));
        into[n++] = Mix(15, Hash(form[^Math.Min(4, form.Length)..]), shape);
        into[n++] = Mix(16, pos, shape);
        into[n++] = Mix(17, Pos(tree, sentence, token - 1), pos);
        into[n++] = Mix(18, pos, Pos(tree, sentence, token + 1));
        into[n++] = Mix(19, (uint)here.Relation, pos, shape);
        into[n++] = Mix(20, head, (uint)here.Relation);
        into[n++] = Mix(21, head, shape);
        into[n++] = Mix(22, known);
        into[n++] = Mix(23, known, shape, first);
        into[n++] = Mix(24, knownBefore, known);
        into[n++] = Mix(25, known, knownAfter);
        into[n++] = Mix(26, knownBefore, shape, knownAfter);
        into[n++] = Mix(27, knownBefore, shape, after);
        into[n++] = Mix(28, known, word);
        into[n++] = Mix(29, before, knownAfter, shape);
        into[n++] = Mix(30, shape, Run(tree, sentence, token, -1), Run(tree, sentence, token, 1));
        into[n++] = Mix(31, Edge(tree, sentence, token, -1), shape);
        into[n++] = Mix(32, Edge(tree, sentence, token, 1), shape);
        into[n++] = Mix(33, Edge(tree, sentence, token, -1), Edge(tree, sentence, token, 1), shape);
        into[n++] = Mix(34, Last(tree, sentence, token), shape);
        into[n++] = Mix(35, Last(tree, sentence, token), Edge(tree, sentence, token, -1));
        into[n++] = Mix(36, First(tree, sentence, token), shape);
        into[n++] = Mix(37, Governed(tree, sentence, token), shape);
        into[n++] = Mix(38, 0);

        int left = at;
        while (left > 0 && IsCapital(Form(tree, sentence, token - at + left - 1)))
            left--;
        int right = at;
        while (right + 1 < signs.Length && IsCapital(Form(tree, sentence, token - at + right + 1)))
            right++;
        uint sign = signs[at];
        uint opening = left == 0 ? 1u : 0;
        uint place = (uint)(Math.Min(at - left, 2) * 3 + Math.Min(right - at, 2));
        into[n++] = Mix(41, sign, shape, opening);
        into[n++] = Mix(42, sign, Sign(signs, at - 1), Sign(signs, at + 1));
        into[n++] = Mix(43, signs[left], signs[right], place);
        into[n++] = Mix(44, signs[left], (uint)here.Relation, place);
        into[n++] = Mix(45, signs[left], Edge(tree, sentence, token, -1), place);
        into[n++] = Mix(46, signs[right], Edge(tree, sentence, token, 1), place);
        into[n++] = Mix(47, AllSigns(signs, left, right), place);
        into[n++] = Mix(48, sign, Hash(form[^Math.Min(3, form.Length)..]));
        into[n++] = Mix(49, Known(taken, left - 1), Known(taken, right + 1), place);
        into[n++] = Mix(50, After(taken, tree, sentence, right), signs[left], place);
        into[n++] = Mix(51, Hash(Form(tree, sentence, token - at + left - 2)), Edge(tree, sentence, token, -1), place);
        into[n++] = Mix(52, Edge(tree, sentence, token, 1), Hash(Form(tree, sentence, token - at + right + 2)), place);
        return n;
    }

    /// <summary>What the lists of the language say of the capitalized words of a sentence; 0 for every other.</summary>
    /// <param name="tree">The trees.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="words">The lists.</param>
    /// <param name="known">Given names of the persons of the data.</param>
    /// <param name="into">One for each token.</param>
    public static void ReadSigns(DocumentTree tree, Sentence sentence, MentionWords words, KnownEntities known, Span<byte> into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] = 0;
            if (!IsCapital(tree.Form(sentence.FirstToken + i)))
                continue;
            string word = tree.Form(sentence.FirstToken + i).ToString().ToLowerInvariant();
            int kind = words.NameWord(word) switch { "place" => 1, "body" => 2, "thing" => 3, _ => 0 };
            into[i] = (byte)(1 | (words.IsGivenName(word) ? 2 : 0) | (known.IsGivenName(word) ? 4 : 0) | (words.IsOrdinary(word) ? 8 : 0) | kind << 4 | (words.IsCalendar(word) ? 64 : 0));
        }
    }

    private static uint Sign(ReadOnlySpan<byte> signs, int at) => at < 0 || at >= signs.Length ? 255u : signs[at];

    private static uint AllSigns(ReadOnlySpan<byte> signs, int left, int right)
    {
        uint all = 0;
        for (int i = left; i <= right; i++)
            all |= signs[i];
        return all;
    }

    /// <summary>What stands within a few words after the comma behind a name: "Daw Nilar, a teacher".</summary>
    private static uint After(ReadOnlySpan<Sighting?> taken, DocumentTree tree, Sentence sentence, int right)
    {
        if (Form(tree, sentence, sentence.FirstToken + right + 1) is not ",")
            return 0;
        for (int i = right + 2; i < taken.Length && i < right + 6; i++)
        {
            if (taken[i] is { Kind: SightingKind.Title or SightingKind.Agent } noun)
                return 2 + (uint)noun.Kind;
        }

        return 1;
    }

    /// <summary>How many capitalized words follow one another on a side, up to 3.</summary>
    private static uint Run(DocumentTree tree, Sentence sentence, int token, int step)
    {
        uint count = 0;
        for (int i = token + step; count < 3 && IsCapital(Form(tree, sentence, i)); i += step)
            count++;
        return count;
    }

    /// <summary>The first word beyond the capitalized words on a side: what frames the name.</summary>
    private static uint Edge(DocumentTree tree, Sentence sentence, int token, int step)
    {
        int i = token + step;
        while (IsCapital(Form(tree, sentence, i)))
            i += step;
        return Hash(Form(tree, sentence, i));
    }

    /// <summary>The last of the capitalized words that the token stands among: "University", "County", "Act".</summary>
    private static uint Last(DocumentTree tree, Sentence sentence, int token)
    {
        int i = token;
        while (IsCapital(Form(tree, sentence, i + 1)))
            i++;
        return Hash(Form(tree, sentence, i));
    }

    private static uint First(DocumentTree tree, Sentence sentence, int token)
    {
        int i = token;
        while (i - 1 > sentence.FirstToken && IsCapital(Form(tree, sentence, i - 1)))
            i--;
        return Hash(Form(tree, sentence, i));
    }

    /// <summary>The lemma and relation that govern the whole run of the token: "aged", "in", "said".</summary>
    private static uint Governed(DocumentTree tree, Sentence sentence, int token)
    {
        int at = token;
        for (int steps = 0; steps < 6; steps++)
        {
            int head = tree[at].Head;
            if (head < 0)
                return 1;
            if (!IsCapital(Form(tree, sentence, head)))
                return Mix((uint)tree[at].Relation, Hash(tree[head].Lemma));
            at = head;
        }

        return 2;
    }

    private static uint Known(ReadOnlySpan<Sighting?> taken, int index)
    {
        if (index < 0 || index >= taken.Length || taken[index] is not { } sighting)
            return 1;
        uint weak = sighting.IsWeak ? 1u : 0;
        return Mix(40 + (uint)sighting.Kind, weak, (uint)sighting.Role);
    }

    private static uint Pos(DocumentTree tree, Sentence sentence, int token) =>
        token < sentence.FirstToken || token >= sentence.EndToken ? 0 : (uint)tree[token].Pos + 1;

    private static ReadOnlySpan<char> Form(DocumentTree tree, Sentence sentence, int token) =>
        token < sentence.FirstToken || token >= sentence.EndToken ? [] : tree.Form(token);

    private static bool IsCapital(ReadOnlySpan<char> form) => form.Length > 0 && char.IsUpper(form[0]);

    private static uint Hash(ReadOnlySpan<char> form)
    {
        uint hash = 2166136261;
        for (int i = 0; i < form.Length && i < LongestForm; i++)
        {
            char c = char.ToLowerInvariant(form[i]);
            hash = unchecked((hash ^ (char.IsAsciiDigit(c) ? '0' : c)) * 16777619);
        }

        return hash;
    }

    // Runs of one class of letters count once: "McKay" is XxXx, "U.S." X.X.
    private static uint Shape(ReadOnlySpan<char> form)
    {
        uint hash = 2166136261;
        char last = '\0';
        foreach (char c in form)
        {
            char letter = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsAsciiDigit(c) ? '0' : c;
            if (letter != last)
                hash = unchecked((hash ^ letter) * 16777619);
            last = letter;
        }

        return unchecked(hash * 31 + (form.Length == 1 ? 1u : 0));
    }

    private static uint Mix(uint a, uint b)
    {
        uint hash = unchecked(((a * 0x9E3779B1) ^ b) * 0x85EBCA6B);
        return hash ^ hash >> 15;
    }

    private static uint Mix(uint a, uint b, uint c) => Mix(Mix(a, b), c);

    private static uint Mix(uint a, uint b, uint c, uint d) => Mix(Mix(Mix(a, b), c), d);
}
