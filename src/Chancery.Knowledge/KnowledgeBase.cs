using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>All that the program knows before it reads: immutable, loaded once, shared by all threads.</summary>
public sealed class KnowledgeBase
{
    private readonly Dictionary<string, Language> languages;

    private KnowledgeBase(string version, Dictionary<string, Language> languages)
    {
        Version = version;
        this.languages = languages;
    }

    /// <summary>Types, modes, contexts, codes and scores.</summary>
    public required Ontology Ontology { get; init; }

    public required EventRuleSet EventRules { get; init; }

    /// <summary>States, persons, bodies, groups and places with one tree over all their names, offices and common nouns of actors.</summary>
    public required KnownEntities Entities { get; init; }

    /// <summary>The <c>yes</c> lines of all entities.</summary>
    public required ImmutableArray<EntityExample> Examples { get; init; }

    public required Outlets Outlets { get; init; }

    /// <summary>Release and digest of every file it was made from: <c>2026.1+5f3a…</c>.</summary>
    public string Version { get; }

    /// <summary>How pages name and phrase what is no part of a report.</summary>
    public required PageKnowledge Pages { get; init; }

    /// <summary>All languages that there are files for.</summary>
    internal IEnumerable<Language> Languages => languages.Values;

    /// <summary>The data of a language, or null when there are no files for it.</summary>
    public Language? Language(string tag) => languages.GetValueOrDefault(tag);

    /// <param name="source">The folder <c>data</c>.</param>
    /// <param name="layers">User layers in order; a later one adds to or overrides an earlier.</param>
    /// <exception cref="KnowledgeException">A file breaks its format.</exception>
    public static KnowledgeBase Load(KnowledgeSource source, params IReadOnlyList<KnowledgeSource> layers) =>
        Open(KnowledgeImage.Compile(source, layers));

    /// <summary>Reads what <see cref="KnowledgeImage.Compile"/> wrote. The parts have nothing to do with each other and are read side by side.</summary>
    /// <exception cref="KnowledgeException">A file that the image holds as text breaks its format.</exception>
    internal static KnowledgeBase Open(ReadOnlySpan<byte> image)
    {
        var reader = new ImageReader(image, null);
        reader.ReadPool();
        string version = new(reader.ReadAll<char>());
        KnowledgeSource[] sources = KnowledgeImage.ReadSources(ref reader);
        KnowledgeSource source = sources[0];
        var folding = new Folding(source);
        Task<Coding> coding = Task.Run(() =>
        {
            Ontology ontology = Ontology.Load(source);
            return new Coding(ontology, EventRuleSet.Load(sources, ontology));
        });
        Task<Dictionary<string, Language>> languages = Task.Run(() => LanguagesOf(source));
        Task<Outlets> outlets = Task.Run(() => Outlets.Load(source, sources[1..], folding, Throw));
        LanguageProfiles profiles = LanguageProfiles.Read(ref reader);
        Task<PageKnowledge> pages = Task.Run(() => PageKnowledge.Load(sources, profiles));
        (KnownEntities entities, ImmutableArray<EntityExample> examples) = EntityLoader.Read(ref reader, sources, folding);
        return new KnowledgeBase(version, languages.GetAwaiter().GetResult())
        {
            Ontology = coding.GetAwaiter().GetResult().Ontology,
            EventRules = coding.GetAwaiter().GetResult().Rules,
            Entities = entities,
            Examples = examples,
            Outlets = outlets.GetAwaiter().GetResult(),
            Pages = pages.GetAwaiter().GetResult(),
        };
    }

    private sealed record Coding(Ontology Ontology, EventRuleSet Rules);

    private static Dictionary<string, Language> LanguagesOf(KnowledgeSource source)
    {
        var languages = new Dictionary<string, Language>(StringComparer.Ordinal);
        foreach (string path in source.Paths)
        {
            if (path.StartsWith("languages/", StringComparison.Ordinal) && path.Split('/')[1] is var tag && tag[0] != '_' && !languages.ContainsKey(tag))
                languages.Add(tag, new Language(tag, source));
        }

        return languages;
    }

    private static void Throw(KnowledgeException error) => throw error;
}
