namespace Chancery.Knowledge;

/// <summary>Which day a declared date means.</summary>
public enum DeclaredDay : byte
{
    Published,
    Created,
    Modified,
}

/// <summary>The table <c>extraction/date-metas.tsv</c>: names of meta elements that hold a date.</summary>
public sealed class DateMetas
{
    private readonly Dictionary<string, DeclaredDay> names;

    private DateMetas(Dictionary<string, DeclaredDay> names) => this.names = names;

    /// <param name="name">Lower case.</param>
    public DeclaredDay? Find(string name) => names.TryGetValue(name, out DeclaredDay day) ? day : null;

    /// <exception cref="KnowledgeException">A row breaks the format.</exception>
    public static DateMetas Load(IEnumerable<(string File, string Text)> files)
    {
        var names = new Dictionary<string, DeclaredDay>(StringComparer.Ordinal);
        foreach ((string file, string text) in files)
        {
            foreach (TableRow row in TableFile.Parse(file, text, "name", "kind"))
            {
                names[row[0]] = row[1] switch
                {
                    "published" => DeclaredDay.Published,
                    "created" => DeclaredDay.Created,
                    "modified" => DeclaredDay.Modified,
                    _ => throw row.Error(1, "a kind is published, created or modified"),
                };
            }
        }

        return new DateMetas(names);
    }
}
