using Chancery.Knowledge;
using Chancery.Model;
using Xunit;

namespace Chancery.Tests;

/// <summary>The repository's own data files.</summary>
public sealed class KnowledgeDataTests
{
    [Fact]
    public void The_data_files_have_no_problems() =>
        Assert.Empty(DataCheck.Run(TestKnowledge.Source).Problems.Select(problem => problem.Message));

    [Theory]
    [InlineData("states and territories", 240)]
    [InlineData("with ISO 3166 numbers", 249)]
    [InlineData("with Correlates of War numbers", 195)]
    [InlineData("with Gleditsch-Ward numbers", 195)]
    [InlineData("persons", 3000)]
    [InlineData("other groups", 400)]
    [InlineData("international bodies", 150)]
    [InlineData("outlets", 300)]
    [InlineData("places", 1500)]
    public void The_data_files_hold_as_much_as_they_promise(string kind, int least) =>
        Assert.InRange(Assert.Single(DataCheck.Run(TestKnowledge.Source).Counts, count => count.Kind == kind).Count, least, int.MaxValue);

    /// <summary>Every <c>yes</c> line: the sentence names its entity, whose office on the day has the country and the sector.</summary>
    [Fact]
    public void Every_example_of_an_entity_holds()
    {
        KnownEntities entities = TestKnowledge.All.Entities;
        var people = new PersonSearch(entities, new NameLikeness(entities.Folding, entities.Naming));
        var wrong = new List<string>();
        foreach (EntityExample example in TestKnowledge.All.Examples)
        {
            var matches = new List<NameMatch>();
            entities.Match(example.Text, matches);
            KnownEntity[] named =
            [
                .. matches.SelectMany(match => entities.Candidates(match.Name).ToArray())
                    .Where(candidate => candidate.IsEntity && entities[candidate.Index].Name == example.Entity)
                    .Select(candidate => entities[candidate.Index]).Distinct(),
            ];
            if (!named.Any(entity => Agrees(entity, example, people)))
                wrong.Add($"{example.Place}: {example.Text}");
        }

        Assert.NotEmpty(TestKnowledge.All.Examples);
        Assert.Empty(wrong);
    }

    private static bool Agrees(KnownEntity entity, EntityExample example, PersonSearch people)
    {
        if (entity.Kind != EntityKind.Person)
            return entity.Country == example.Country && (example.Sector is not { } body || entity.Sectors.Contains(body));
        Office? office = people.Rank([entity], example.Date, null, default)[0].Office;
        return office is { } held && held.Country == example.Country && (example.Sector is not { } sector || held.Sector == sector) && held.Span.Holds(example.Date);
    }

    [Fact]
    public void The_whole_knowledge_answers_the_same_twice()
    {
        KnowledgeBase again = KnowledgeBase.Load(TestKnowledge.Source);
        Assert.Equal(TestKnowledge.All.Version, again.Version);
        Assert.Equal(TestKnowledge.All.Entities.All.Select(entity => entity.Key), again.Entities.All.Select(entity => entity.Key));
        Assert.Equal(TestKnowledge.All.Entities.NameCount, again.Entities.NameCount);
    }

    [Fact]
    public void Keys_of_entities_are_unique() =>
        Assert.Equal(TestKnowledge.All.Entities.All.Length, TestKnowledge.All.Entities.All.Select(entity => entity.Key).Distinct().Count());

    [Fact]
    public void Finding_names_allocates_nothing_beyond_the_list()
    {
        const string text = "Chancellor Angela Merkel met the Polish prime minister in Warsaw; the U.N. and Médecins Sans Frontières welcomed it.";
        var matches = new List<NameMatch>(256);
        TestKnowledge.All.Entities.Match(text, matches);
        Assert.NotEmpty(matches);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            matches.Clear();
            TestKnowledge.All.Entities.Match(text, matches);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    [Theory]
    [InlineData("Georgia", 2)]
    [InlineData("Congo", 2)]
    [InlineData("Korea", 2)]
    public void An_ambiguous_name_keeps_all_that_it_may_mean(string name, int least) =>
        Assert.InRange(new ActorResolver(TestKnowledge.All).Meanings(name, null).Length, least, 50);
}
