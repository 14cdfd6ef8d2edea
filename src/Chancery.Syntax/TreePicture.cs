using Chancery.Model;

namespace Chancery.Syntax;

/// <summary>Trees for people: words in text order, each with its lemma, tag, relation and head.</summary>
public static class TreePicture
{
    public static void Write(TextWriter writer, ParsedDocument parsed)
    {
        foreach (Sentence sentence in parsed.Sentences)
        {
            writer.Write(sentence.Range.Of(parsed.Text).ReplaceLineEndings(" "));
            writer.Write('\n');
            int width = 4;
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
                width = Math.Max(width, Math.Min(24, parsed.Tokens[i].FormIn(parsed.Text).Length));
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                Token token = parsed.Tokens[i];
                string head = token.Head < 0 ? "" : parsed.Tokens[token.Head].FormIn(parsed.Text).ToString();
                writer.Write($"  {token.FormIn(parsed.Text).ToString().PadRight(width)}  {token.Pos.ToString().ToUpperInvariant(),-5}  {token.Lemma.PadRight(width)}  {token.RelationLabel,-12}  {head}".TrimEnd());
                writer.Write('\n');
            }

            writer.Write('\n');
        }
    }
}
