namespace Chancery.Knowledge;

/// <summary>
/// Data files in the form in which they are opened fastest: names, entities and language profiles as arrays, the other files as text.
/// Every knowledge base is opened from one, whether it was just compiled or kept from an earlier start: there is no other way.
/// </summary>
internal static class KnowledgeImage
{
    private const string Release = "2026.1";

    /// <summary>Compiles a folder and its layers.</summary>
    /// <exception cref="KnowledgeException">A file that is compiled breaks its format; the others are read when the image is opened.</exception>
    public static byte[] Compile(KnowledgeSource source, IReadOnlyList<KnowledgeSource> layers)
    {
        IReadOnlyList<KnowledgeSource> sources = [source, .. layers];
        string version = Release + "+" + string.Join('.', sources.Select(part => part.Digest()));
        var texts = new TextPoolBuilder();
        var entities = new ImageWriter(texts);
        EntityLoader.Compile(source, layers, new Folding(source), error => throw error, entities);

        var image = new ImageWriter(texts);
        image.WriteAll<char>(version);
        WriteSources(image, sources);
        LanguageProfiles.Compile(sources, image);
        var pool = new ImageWriter(texts);
        texts.WriteTo(pool);
        return [.. pool.Written, .. image.Written, .. entities.Written];
    }

    public static KnowledgeSource[] ReadSources(ref ImageReader image)
    {
        var sources = new KnowledgeSource[image.ReadNumber()];
        for (int i = 0; i < sources.Length; i++)
        {
            string name = new(image.ReadAll<char>());
            var files = new KeyValuePair<string, string>[image.ReadNumber()];
            for (int f = 0; f < files.Length; f++)
                files[f] = new(new string(image.ReadAll<char>()), new string(image.ReadAll<char>()));
            sources[i] = new KnowledgeSource(name, files);
        }

        return sources;
    }

    private static void WriteSources(ImageWriter image, IReadOnlyList<KnowledgeSource> sources)
    {
        image.Write(sources.Count);
        foreach (KnowledgeSource source in sources)
        {
            image.WriteAll<char>(source.Name);
            string[] paths = [.. source.Paths.Where(path => !IsCompiled(path))];
            image.Write(paths.Length);
            foreach (string path in paths)
            {
                image.WriteAll<char>(path);
                image.WriteAll<char>(source[path]);
            }
        }
    }

    /// <summary>True for a file of which the image holds all in another form.</summary>
    private static bool IsCompiled(string path) =>
        path.EndsWith(LanguageProfiles.FileName, StringComparison.Ordinal) || path.EndsWith(".entities", StringComparison.Ordinal)
        || path is "entities/places.tsv" or "entities/titles.tsv" or "entities/agents.tsv";
}
