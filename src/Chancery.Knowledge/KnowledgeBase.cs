using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>All that the program knows before it reads: immutable, loaded once, shared by all threads.</summary>
public sealed class KnowledgeBase
{
    private readonly FrozenDictionary<string, Language> languages;

    private KnowledgeBase(string version, FrozenDictionary<string, Language> languages)
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

    /// <summary>The data of a language, or null when there are no files for it.</summary>
    public Language? Language(string tag) => languages.GetValueOrDefault(tag);

    /// <param name="source">The folder <c>data</c>.</param>
    /// <param name="layers">User layers in order; a later one adds to or overrides an earlier.</param>
    /// <exception cref="KnowledgeException">A file breaks its format.</exception>
    public static KnowledgeBase Load(KnowledgeSource source, params IReadOnlyList<KnowledgeSource> layers)
    {
        string version = "2026.1+" + source.Digest();
        foreach (KnowledgeSource layer in layers)
            version += "." + layer.Digest();
        var languages = source.Paths
            .Where(path => path.StartsWith("languages/", StringComparison.Ordinal))
            .Select(path => path.Split('/')[1])
            .Where(tag => !tag.StartsWith('_'))
            .Distinct()
            .ToFrozenDictionary(tag => tag, tag => new Language(tag, source), StringComparer.Ordinal);
        // The parts have nothing to do with each other: on two cores they load in half the time.
        Task<PageKnowledge> pages = Task.Run(() => PageKnowledge.Load([source, .. layers]));
        Ontology ontology = Ontology.Load(source);
        Task<EventRuleSet> rules = Task.Run(() => EventRuleSet.Load([source, .. layers], ontology));
        var folding = new Folding(source);
        (KnownEntities entities, ImmutableArray<EntityExample> examples) = EntityLoader.Load(source, layers, folding, Throw);
        return new KnowledgeBase(version, languages)
        {
            Ontology = ontology,
            EventRules = rules.GetAwaiter().GetResult(),
            Entities = entities,
            Examples = examples,
            Outlets = Outlets.Load(source, layers, folding, Throw),
            Pages = pages.GetAwaiter().GetResult(),
        };
    }

    private static void Throw(KnowledgeException error) => throw error;
}
