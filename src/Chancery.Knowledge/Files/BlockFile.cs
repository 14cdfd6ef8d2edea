using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>A field of a block: its key and its value as written, without comment.</summary>
public sealed record BlockField(string Key, string Value, FilePlace Place, FilePlace ValuePlace)
{
    /// <summary>The values between bars, trimmed. An empty one is an error.</summary>
    /// <exception cref="KnowledgeException">Nothing stands between two bars.</exception>
    public ImmutableArray<string> Values()
    {
        if (!Value.Contains('|', StringComparison.Ordinal))
            return [Value];
        string[] parts = Value.Split('|', StringSplitOptions.TrimEntries);
        foreach (string part in parts)
        {
            if (part.Length == 0)
                throw new KnowledgeException(ValuePlace, $"'{Key}' has an empty value between two bars");
        }

        return [.. parts];
    }

    /// <summary>The parts of one value that stand two or more spaces apart.</summary>
    public ImmutableArray<string> Parts() =>
        [.. Value.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

/// <summary>One concept of a block file: <c>person Emmanuel Macron</c> with its fields.</summary>
public sealed record Block(string Keyword, string Name, FilePlace Place, ImmutableArray<BlockField> Fields)
{
    /// <summary>The only field of this key, or null.</summary>
    /// <exception cref="KnowledgeException">The key stands twice.</exception>
    public BlockField? Single(string key)
    {
        BlockField? found = null;
        foreach (BlockField field in Fields)
        {
            if (field.Key != key)
                continue;
            if (found is not null)
                throw new KnowledgeException(field.Place, $"'{key}' stands twice in '{Name}'");
            found = field;
        }

        return found;
    }

    public IEnumerable<BlockField> All(string key) => Fields.Where(field => field.Key == key);
}

/// <summary>The one reader of block files (<c>.entities</c>, <c>.outlets</c>, <c>.rules</c>); <c>data/README.md</c> describes the format.</summary>
public static class BlockFile
{
    /// <param name="file">The name that errors carry.</param>
    /// <param name="text">The whole file.</param>
    /// <exception cref="KnowledgeException">The text breaks the format.</exception>
    public static ImmutableArray<Block> Parse(string file, string text)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var fields = ImmutableArray.CreateBuilder<BlockField>();
        (string Keyword, string Name, FilePlace Place)? open = null;
        int number = 0;
        var lines = new LineReader(text);
        while (lines.Read(out ReadOnlySpan<char> raw))
        {
            number++;
            ReadOnlySpan<char> line = WithoutComment(raw).TrimEnd();
            if (line.Length == 0)
                continue;
            if (line.Contains('\t'))
                throw new KnowledgeException(file, number, line.IndexOf('\t') + 1, "a tab; fields are indented with spaces");
            if (line[0] != ' ')
            {
                Close();
                int space = line.IndexOf(' ');
                if (space <= 0)
                    throw new KnowledgeException(file, number, 1, "a block begins with a keyword, one space and a name");
                open = (line[..space].ToString(), line[(space + 1)..].Trim().ToString(), new FilePlace(file, number, 1));
                continue;
            }

            if (open is null)
                throw new KnowledgeException(file, number, 1, "a field before the first block");
            ReadOnlySpan<char> body = line.TrimStart();
            int column = line.Length - body.Length + 1;
            int end = body.IndexOf(' ');
            if (end < 0)
                throw new KnowledgeException(file, number, column, $"'{body}' has no value");
            ReadOnlySpan<char> value = body[end..].TrimStart();
            fields.Add(new BlockField(
                body[..end].ToString(),
                value.ToString(),
                new FilePlace(file, number, column),
                new FilePlace(file, number, line.Length - value.Length + 1)));
        }

        Close();
        return blocks.ToImmutable();

        void Close()
        {
            if (open is { } block)
                blocks.Add(new Block(block.Keyword, block.Name, block.Place, fields.ToImmutable()));
            fields.Clear();
        }
    }

    private static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> line)
    {
        if (line.Length > 0 && line[0] == '#')
            return [];
        int comment = line.IndexOf("  #");
        return comment < 0 ? line : line[..comment];
    }
}
