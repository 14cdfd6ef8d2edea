using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>What a check of the data files found.</summary>
/// <param name="Problems">Each with its file, line and column, in the order of files and lines.</param>
/// <param name="Doubts">What may be right but deserves a look, in the same form.</param>
/// <param name="Counts">How many there are of each kind.</param>
public sealed record DataReport(
    ImmutableArray<KnowledgeException> Problems, ImmutableArray<KnowledgeException> Doubts, ImmutableArray<(string Kind, int Count)> Counts);

/// <summary>Checks all data files of a folder and its layers beyond what loading asks: order, form, codes, spans, namesakes.</summary>
public static class DataCheck
{
    public static DataReport Run(KnowledgeSource source, params IReadOnlyList<KnowledgeSource> layers)
    {
        var problems = new List<KnowledgeException>();
        var doubts = new List<KnowledgeException>();
        ImmutableArray<(string Kind, int Count)> counts = [];
        IEnumerable<KnowledgeSource> all = layers.Prepend(source);
        try
        {
            var form = new CanonicalForm(new Composition(source));
            foreach (KnowledgeSource part in all)
            {
                foreach (string path in part.Paths)
                    CheckForm(form, part, path, problems);
            }

            var folding = new Folding(source);
            (KnownEntities entities, ImmutableArray<EntityExample> examples) = EntityLoader.Load(source, layers, folding, problems.Add);
            Outlets outlets = Outlets.Load(source, layers, folding, problems.Add);
            EntityCheck.Run(entities, problems, doubts);
            EntityCheck.Run(outlets, entities, problems);
            counts = Count(entities, examples, outlets);
            if (source[ActorCodes.File] is not null)
                _ = new ActorCodes(source, entities);
            if (source[CountryNames.File] is not null)
                CountryNames.Load(source);
            foreach (Language language in KnowledgeBase.Load(source, layers).Languages)
                language.ReadAll();
        }
        catch (KnowledgeException error)
        {
            problems.Add(error);
        }

        return new DataReport(Ordered(problems), Ordered(doubts), counts);

        static ImmutableArray<KnowledgeException> Ordered(List<KnowledgeException> list) =>
            [.. list.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column).DistinctBy(problem => problem.Message)];
    }

    private static void CheckForm(CanonicalForm form, KnowledgeSource part, string path, List<KnowledgeException> problems)
    {
        string text = part[path]!;
        string file = $"{part.Name}/{path}";
        string canonical;
        try
        {
            canonical = form.Of(path, file, text);
        }
        catch (KnowledgeException error)
        {
            problems.Add(error);
            return;
        }

        if (canonical == text)
            return;
        int same = text.AsSpan().CommonPrefixLength(canonical);
        int line = text.AsSpan(0, same).Count('\n') + 1;
        int column = same - text.LastIndexOf('\n', Math.Max(0, same - 1));
        problems.Add(new KnowledgeException(file, line, Math.Max(1, column), "not in canonical form from here; 'chancery data format' writes it"));
    }

    private static ImmutableArray<(string Kind, int Count)> Count(KnownEntities entities, ImmutableArray<EntityExample> examples, Outlets outlets)
    {
        int Of(Func<KnownEntity, bool> test) => entities.All.Count(test);
        return
        [
            ("states and territories", Of(entity => entity.Kind == EntityKind.State)),
            ("with ISO 3166 numbers", Of(entity => entity.Codes.Numeric is not null)),
            ("with Correlates of War numbers", Of(entity => entity.Codes.Cow is not null)),
            ("with Gleditsch-Ward numbers", Of(entity => entity.Codes.GleditschWard is not null)),
            ("persons", Of(entity => entity.Kind == EntityKind.Person)),
            ("offices held", entities.All.Sum(entity => entity.Offices.Length)),
            ("international bodies", Of(entity => entity.Kind is EntityKind.Organization or EntityKind.Group && entity.Sectors.Contains(Sector.Igo))),
            ("other organizations", Of(entity => entity.Kind == EntityKind.Organization && !entity.Sectors.Contains(Sector.Igo))),
            ("other groups", Of(entity => entity.Kind == EntityKind.Group && !entity.Sectors.Contains(Sector.Igo))),
            ("memberships", entities.All.Sum(entity => entity.Members.Length)),
            ("places", Of(entity => entity.Kind == EntityKind.Place)),
            ("titles", entities.Titles.All.Length),
            ("forms of titles", entities.Titles.All.Sum(title => title.Forms.Length)),
            ("common nouns of actors", entities.Agents.Length),
            ("outlets", outlets.All.Length),
            ("different names", entities.NameCount),
            ("examples", examples.Length),
        ];
    }
}
