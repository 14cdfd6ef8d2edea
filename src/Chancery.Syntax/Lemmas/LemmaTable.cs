using System.Collections.Immutable;

namespace Chancery.Syntax;

/// <summary>Which rule makes the lemma of a word: known words by form and tag, others by their last letters and tag.</summary>
/// <remarks>Where the last letters would make a lemma that was never met, a rule of the tag that cuts more or less and makes a known one is taken: <c>provoked</c> gives <c>provoke</c>.</remarks>
internal sealed class LemmaTable
{
    private const int LongestKey = 40;
    private readonly ImmutableArray<LemmaRule> rules;
    private readonly Dictionary<string, short> choices;
    private readonly Dictionary<string, short>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly HashSet<string> lemmas;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lemmaLookup;

    /// <param name="rules">The rules, numbered by their places.</param>
    /// <param name="choices">Rule numbers by key; see <see cref="FormKey"/>, <see cref="EndKey"/> and <see cref="AlternativeKey"/>.</param>
    /// <param name="lemmas">Lemmas met in training.</param>
    public LemmaTable(ImmutableArray<LemmaRule> rules, Dictionary<string, short> choices, HashSet<string> lemmas)
    {
        this.rules = rules;
        this.choices = choices;
        this.lemmas = lemmas;
        lemmaLookup = lemmas.GetAlternateLookup<ReadOnlySpan<char>>();
        lookup = choices.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The longest end of an unknown word that is looked up.</summary>
    public static int LongestEnd => 6;

    /// <summary>The rule for a form with the number of its tag.</summary>
    public LemmaRule Choose(ReadOnlySpan<char> form, int tag) => OfForm(form, tag) ?? OfEnd(form, tag);

    /// <summary>The rule of a known word, written as it stands or in lower case; null for others.</summary>
    public LemmaRule? OfForm(ReadOnlySpan<char> form, int tag)
    {
        Span<char> key = stackalloc char[LongestKey];
        int length = FormKey(form, tag, key);
        if (length == 0)
            return null;
        if (lookup.TryGetValue(key[..length], out short rule))
            return rules[rule];
        if (!char.IsUpper(form[0]))
            return null;
        for (int i = 2; i < length; i++)
            key[i] = char.ToLowerInvariant(key[i]);
        return lookup.TryGetValue(key[..length], out rule) && !rules[rule].KeepsCase ? rules[rule] : null;
    }

    /// <summary>The rule that a word's last letters tell; where that one cuts letters and makes no known lemma, one of the tag's rules that only cut and do make one.</summary>
    public LemmaRule OfEnd(ReadOnlySpan<char> form, int tag)
    {
        Span<char> key = stackalloc char[LongestKey];
        LemmaRule told = Told(form, tag);
        if (told.Cut <= 0 || told.Whole || IsKnown(form, told))
            return told;
        for (int i = 0; i < Alternatives && lookup.TryGetValue(key[..AlternativeKey(i, tag, key)], out short rule); i++)
        {
            if (rules[rule].Cut > 0 && rules[rule].Added.Length == 0 && rules[rule].KeepsCase == told.KeepsCase && IsKnown(form, rules[rule]))
                return rules[rule];
        }

        return told;
    }

    private LemmaRule Told(ReadOnlySpan<char> form, int tag)
    {
        Span<char> key = stackalloc char[LongestKey];
        for (int end = Math.Min(LongestEnd, form.Length); end >= 0; end--)
        {
            int length = EndKey(form, end, tag, key);
            if (lookup.TryGetValue(key[..length], out short rule))
                return rules[rule];
        }

        return new LemmaRule(0, "", false, false);
    }

    /// <summary>How many rules of a tag are tried beside those that the last letters tell.</summary>
    public static int Alternatives => 6;

    private bool IsKnown(ReadOnlySpan<char> form, LemmaRule rule)
    {
        Span<char> lemma = stackalloc char[LongestKey];
        int length = rule.Apply(form, lemma);
        return length > 0 && lemmaLookup.Contains(lemma[..length]);
    }

    /// <summary>Writes the key of a known word; 0 for forms too long to be known.</summary>
    public static int FormKey(ReadOnlySpan<char> form, int tag, Span<char> key)
    {
        if (form.Length + 2 > key.Length)
            return 0;
        key[0] = '=';
        key[1] = (char)(tag + 1);
        form.CopyTo(key[2..]);
        return form.Length + 2;
    }

    /// <summary>Writes the key of a word's last letters in lower case.</summary>
    public static int EndKey(ReadOnlySpan<char> form, int end, int tag, Span<char> key)
    {
        key[0] = char.IsUpper(form[0]) ? 'A' : char.IsDigit(form[0]) && form.Contains(',') ? ',' : 'a';
        key[1] = (char)(tag + 1);
        for (int i = 0; i < end; i++)
            key[2 + i] = char.ToLowerInvariant(form[form.Length - end + i]);
        return end + 2;
    }

    /// <summary>Writes the key of one of a tag's commonest rules.</summary>
    public static int AlternativeKey(int number, int tag, Span<char> key)
    {
        key[0] = '*';
        key[1] = (char)(tag + 1);
        key[2] = (char)('0' + number);
        return 3;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(lemmas.Count);
        foreach (string lemma in lemmas.Order(StringComparer.Ordinal))
            writer.Write(lemma);
        writer.Write(rules.Length);
        foreach (LemmaRule rule in rules)
        {
            writer.Write((short)rule.Cut);
            writer.Write(rule.Added);
            writer.Write(rule.KeepsCase);
            writer.Write(rule.Whole);
        }

        writer.Write(choices.Count);
        foreach ((string key, short rule) in choices.OrderBy(choice => choice.Key, StringComparer.Ordinal))
        {
            writer.Write(key);
            writer.Write(rule);
        }
    }

    public static LemmaTable Read(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        var lemmas = new HashSet<string>(Math.Clamp(count, 0, 1 << 20), StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
            lemmas.Add(reader.ReadString());
        var rules = ImmutableArray.CreateBuilder<LemmaRule>();
        count = reader.ReadInt32();
        for (int i = 0; i < count; i++)
            rules.Add(new LemmaRule(reader.ReadInt16(), reader.ReadString(), reader.ReadBoolean(), reader.ReadBoolean()));
        count = reader.ReadInt32();
        var choices = new Dictionary<string, short>(Math.Clamp(count, 0, 1 << 20), StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            string key = reader.ReadString();
            short rule = reader.ReadInt16();
            if (rule < 0 || rule >= rules.Count)
                throw new FormatException("a lemma rule out of range");
            choices[key] = rule;
        }

        return new LemmaTable(rules.ToImmutable(), choices, lemmas);
    }
}
