namespace Chancery.Training;

/// <summary>Other dresses of a sentence that news wears: headlines in title case, capitals, lower case, other quotation marks and dashes.</summary>
internal static class Disguise
{
    public static GoldSentence Of(GoldSentence sentence, Chance chance)
    {
        float draw = chance.NextSingle();
        bool quotes = chance.NextSingle() < 0.25f;
        Func<GoldWord, int, string>? dress = draw switch
        {
            < 0.06f => Title,
            < 0.09f => (word, _) => word.Form.ToUpperInvariant(),
            < 0.12f => (word, _) => word.Form.ToLowerInvariant(),
            _ => null,
        };
        if (dress is null && !quotes)
            return sentence;
        var result = new GoldSentence { Text = sentence.Text };
        int count = sentence.Words.Count;
        bool headline = draw < 0.09f && count > 3 && sentence.Words[^1].Form == "." && !sentence.Words.Any(word => word.Head == count - 1);
        if (headline)
            count--;
        bool open = false;
        for (int i = 0; i < count; i++)
        {
            GoldWord word = sentence.Words[i];
            string form = dress is null ? word.Form : dress(word, i);
            result.Words.Add(word with { Form = quotes ? Mark(form, ref open) : form });
        }

        return result;
    }

    private static string Title(GoldWord word, int place)
    {
        bool small = place > 0 && word.Form.Length < 5 && word.Pos is "ADP" or "DET" or "CCONJ" or "SCONJ" or "PART";
        return small || word.Form.Length == 0 ? word.Form : char.ToUpperInvariant(word.Form[0]) + word.Form[1..];
    }

    private static string Mark(string form, ref bool open)
    {
        switch (form)
        {
            case "\"":
                open = !open;
                return open ? "“" : "”";
            case "“" or "”" or "``" or "''":
                return "\"";
            case "--":
                return "—";
            case "—":
                return "--";
            default:
                return form.Contains('\'') ? form.Replace('\'', '’') : form.Replace('’', '\'');
        }
    }
}
