using System.Globalization;
using Chancery.Model;

namespace Chancery.Syntax;

/// <summary>Writes trees as CoNLL-U, the format of Universal Dependencies treebanks.</summary>
public static class Conllu
{
    /// <summary>One paragraph a sentence; ranges stand in the last column as <c>Range=start:end</c> in UTF-16 code units.</summary>
    public static void Write(TextWriter writer, ParsedDocument parsed)
    {
        for (int s = 0; s < parsed.Sentences.Length; s++)
        {
            Sentence sentence = parsed.Sentences[s];
            Write(writer, $"# sent_id = {(s + 1).ToString(CultureInfo.InvariantCulture)}");
            Write(writer, "# text = " + OnOneLine(sentence.Range.Of(parsed.Text)));
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                int end = TokenEnd(parsed, sentence, i);
                if (end > i + 1 && (i == sentence.FirstToken || !Joined(parsed, i)))
                    WriteMultiword(writer, parsed, sentence, i, end);
                WriteWord(writer, parsed, sentence, i, end);
            }

            writer.Write('\n');
        }
    }

    /// <summary>The end of the token that begins with a word: words that touch and are one contraction, or share a range.</summary>
    private static int TokenEnd(ParsedDocument parsed, Sentence sentence, int first)
    {
        int end = first + 1;
        while (end < sentence.EndToken && Joined(parsed, end))
            end++;
        return end;
    }

    /// <summary>Whether a word is part of the same written token as the word before it.</summary>
    internal static bool Joined(ParsedDocument parsed, int index)
    {
        Token token = parsed.Tokens[index];
        Token before = parsed.Tokens[index - 1];
        if (token.Form is not null && token.Range == before.Range)
            return true;
        return token.Range.Start == before.Range.End && IsLetter(parsed.Text[before.Range.End - 1])
            && (IsLetter(parsed.Text[token.Range.Start]) || (token.Range.Length > 1 && Chars.IsApostrophe(parsed.Text[token.Range.Start])));
    }

    private static bool IsLetter(char c) => char.IsLetter(c);

    private static void WriteMultiword(TextWriter writer, ParsedDocument parsed, Sentence sentence, int first, int end)
    {
        TextRange range = parsed.Tokens[first].Range.Union(parsed.Tokens[end - 1].Range);
        Write(writer, $"{Number(first - sentence.FirstToken + 1)}-{Number(end - sentence.FirstToken)}\t{range.Of(parsed.Text)}\t_\t_\t_\t_\t_\t_\t_\t{Misc(parsed, sentence, end - 1, range)}");
    }

    private static void WriteWord(TextWriter writer, ParsedDocument parsed, Sentence sentence, int index, int end)
    {
        Token token = parsed.Tokens[index];
        bool inside = end > index + 1 || (index > sentence.FirstToken && Joined(parsed, index));
        string head = Number(token.Head < 0 ? 0 : token.Head - sentence.FirstToken + 1);
        Write(writer, string.Join(
            '\t',
            Number(index - sentence.FirstToken + 1),
            OnOneLine(token.FormIn(parsed.Text).ToString()),
            token.Lemma.Length == 0 ? "_" : OnOneLine(token.Lemma),
            token.Pos.ToString().ToUpperInvariant(),
            token.Tag.Length == 0 ? "_" : token.Tag,
            token.Features.Length == 0 ? "_" : token.Features,
            head,
            token.RelationLabel,
            "_",
            inside ? $"Range={Number(token.Range.Start)}:{Number(token.Range.End)}" : Misc(parsed, sentence, index, token.Range)));
    }

    private static string Misc(ParsedDocument parsed, Sentence sentence, int last, TextRange range)
    {
        string place = $"Range={Number(range.Start)}:{Number(range.End)}";
        bool touches = last + 1 < sentence.EndToken && parsed.Tokens[last + 1].Range.Start == range.End;
        return touches ? "SpaceAfter=No|" + place : place;
    }

    private static string OnOneLine(string text)
    {
        foreach (char c in text)
        {
            if (c == '\t' || Lines.IsBreak(c))
                return string.Concat(text.Select(each => each == '\t' || Lines.IsBreak(each) ? ' ' : each));
        }

        return text;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Write(TextWriter writer, string line)
    {
        writer.Write(line);
        writer.Write('\n');
    }
}
