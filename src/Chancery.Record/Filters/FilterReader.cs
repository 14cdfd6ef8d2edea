using System.Collections.Immutable;
using System.Text;

namespace Chancery.Record;

/// <summary>Reads the filter grammar: <c>term*</c>, a term being <c>[-]key:[&lt;|&lt;=|&gt;|&gt;=]value[,value]*</c>, or words of the text alone.</summary>
internal ref struct FilterReader(string text)
{
    private readonly string text = text;
    private int at;

    public Filter Read()
    {
        var terms = ImmutableArray.CreateBuilder<FilterTerm>();
        while (SkipBlanks())
            terms.Add(ReadTerm());
        return new Filter(terms.ToImmutable());
    }

    private bool SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at < text.Length;
    }

    private FilterTerm ReadTerm()
    {
        int start = at;
        bool isNot = text[at] == '-';
        if (isNot)
            at++;
        if (at >= text.Length || char.IsWhiteSpace(text[at]))
            throw new FilterException("a term must follow '-'", start);
        int nameStart = at;
        while (at < text.Length && char.IsAsciiLetter(text[at]))
            at++;
        if (at >= text.Length || text[at] != ':')
        {
            at = nameStart;
            return new FilterTerm(FilterKey.Text, isNot, Comparison.Equal, [ReadValue(FilterKey.Text)], start);
        }

        string name = text[nameStart..at];
        FilterKey key = FilterKeys.Find(name) ?? throw new FilterException($"there is no '{name}:'; {Nearest(name)}", nameStart);
        at++;
        Comparison compare = ReadComparison(key);
        var values = ImmutableArray.CreateBuilder<string>();
        do
            values.Add(ReadValue(key));
        while (Take(','));
        if (key == FilterKey.Between && values.Count != 2)
            throw new FilterException("between: takes two countries, as in between:RUS,VEN", start);
        return new FilterTerm(key, isNot, compare, values.ToImmutable(), start);
    }

    private Comparison ReadComparison(FilterKey key)
    {
        int start = at;
        Comparison compare = Take('>')
            ? (Take('=') ? Comparison.AtLeast : Comparison.More)
            : Take('<') ? (Take('=') ? Comparison.AtMost : Comparison.Less) : Comparison.Equal;
        if (compare != Comparison.Equal && !FilterKeys.IsCompared(key))
            throw new FilterException($"{FilterKeys.NameOf(key)}: is not compared with < or >", start);
        return compare;
    }

    private bool Take(char c)
    {
        if (at >= text.Length || text[at] != c)
            return false;
        at++;
        return true;
    }

    private string ReadValue(FilterKey key)
    {
        int start = at;
        string value = at < text.Length && text[at] == '"' ? ReadQuoted() : ReadBare(key);
        if (FilterKeys.Complaint(key, value) is { } complaint)
            throw new FilterException(value.Length == 0 ? $"{FilterKeys.NameOf(key)}: has no value" : $"'{value}' {complaint}", start);
        return value;
    }

    private string ReadBare(FilterKey key)
    {
        int start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && (text[at] != ',' || key == FilterKey.Report))
        {
            if (text[at] == '"')
                throw new FilterException("a quotation mark stands inside a word; put the whole value in quotation marks", at);
            at++;
        }

        return text[start..at];
    }

    private string ReadQuoted()
    {
        int start = at++;
        var value = new StringBuilder();
        while (at < text.Length && text[at] != '"')
        {
            if (text[at] == '\\' && at + 1 < text.Length)
                at++;
            value.Append(text[at++]);
        }

        if (!Take('"'))
            throw new FilterException("the quotation mark is not closed", start);
        return value.ToString();
    }

    private static string Nearest(string name)
    {
        string[] near = [.. FilterKeys.All.Select(row => row.Name).Where(known => known[0] == char.ToLowerInvariant(name.FirstOrDefault('?')))];
        return near.Length > 0 ? $"did you mean {string.Join(" or ", near.Select(known => known + ":"))}?" : "'chancery events --help' lists the keys";
    }
}
