using System.Collections.Frozen;
using System.Reflection;
using System.Xml.Linq;
using Xunit;

namespace Chancery.Tests;

/// <summary>The rules of <c>ARCHITECTURE.md</c> that a machine can hold.</summary>
public sealed class ArchitectureTests
{
    /// <summary>Which project may know which.</summary>
    private static readonly FrozenDictionary<string, string[]> Allowed = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Chancery.Model"] = [],
        ["Chancery.Knowledge"] = ["Chancery.Model"],
        ["Chancery.Record"] = ["Chancery.Model"],
        ["Chancery.Extraction"] = ["Chancery.Model", "Chancery.Knowledge"],
        ["Chancery.Syntax"] = ["Chancery.Model", "Chancery.Knowledge"],
        ["Chancery.Coding"] = ["Chancery.Model", "Chancery.Knowledge"],
        ["Chancery"] = ["Chancery.Model", "Chancery.Knowledge", "Chancery.Extraction", "Chancery.Syntax", "Chancery.Coding"],
        ["Chancery.Cli"] = ["Chancery.Model", "Chancery.Knowledge", "Chancery.Extraction", "Chancery.Syntax", "Chancery.Coding", "Chancery", "Chancery.Record", "Chancery.Web"],
        ["Chancery.Web"] = ["Chancery.Model", "Chancery.Knowledge", "Chancery.Extraction", "Chancery", "Chancery.Record"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The projects in which a reading is made: no IO, no clock, no state between two documents.</summary>
    private static readonly Assembly[] Core =
    [
        typeof(Model.Reading).Assembly, typeof(Knowledge.KnowledgeBase).Assembly, typeof(Extraction.DocumentReader).Assembly,
        typeof(Syntax.Parser).Assembly, typeof(Coding.Events).Assembly, typeof(Reader).Assembly,
    ];

    private static readonly string[] SourceFolders = ["src", "tests", "tools"];

    public static TheoryData<string> Projects() => [.. Directory.GetDirectories(Path.Combine(TestKnowledge.Root(), "src")).Select(folder => Path.GetFileName(folder)!).Where(name => Directory.GetFiles(Folder(name), "*.csproj").Length > 0).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_those_it_may(string project)
    {
        XDocument file = XDocument.Load(Path.Combine(Folder(project), project + ".csproj"));
        Assert.All(
            file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)),
            known => Assert.Contains(known, Allowed[project]));
        Assert.All(file.Descendants("PackageReference"), package => Assert.Null(package.Attribute("Version")));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_has_one_namespace_and_no_class_that_bears_its_name(string project)
    {
        foreach (string path in Sources(Folder(project)))
        {
            foreach (string line in File.ReadLines(path).Where(line => line.StartsWith("namespace ", StringComparison.Ordinal)))
                Assert.Equal($"namespace {project};", line);
            Assert.NotEqual(project.Split('.')[^1], Path.GetFileNameWithoutExtension(path));
        }
    }

    [Fact]
    public void No_source_file_has_500_lines() =>
        Assert.All(
            SourceFolders.SelectMany(folder => Sources(Path.Combine(TestKnowledge.Root(), folder))),
            path => Assert.True(File.ReadLines(path).Count() < 500, path));

    [Fact]
    public void AngleSharp_is_seen_by_extraction_alone() =>
        Assert.All(
            Sources(Path.Combine(TestKnowledge.Root(), "src")).Where(path => !path.Contains("Chancery.Extraction", StringComparison.Ordinal)),
            path => Assert.DoesNotContain("AngleSharp", File.ReadAllText(path), StringComparison.Ordinal));

    [Fact]
    public void The_core_keeps_no_static_state()
    {
        IEnumerable<FieldInfo> fields = Core.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.Name.Contains('<', StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
        Assert.Empty(fields
            .Where(field => !field.IsLiteral && !field.IsInitOnly && !field.Name.Contains('<', StringComparison.Ordinal))
            .Select(field => $"{field.DeclaringType}.{field.Name}"));
    }

    [Theory]
    [InlineData("DateTime.Now")]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTimeOffset.UtcNow")]
    [InlineData("Stopwatch")]
    [InlineData("HttpClient")]
    [InlineData("Console.")]
    [InlineData("new Random(")]
    [InlineData("Random.Shared")]
    [InlineData("Environment.GetEnvironmentVariable")]
    public void The_core_asks_neither_clock_nor_network_nor_chance(string forbidden) =>
        Assert.All(
            Core.SelectMany(assembly => Sources(Folder(assembly.GetName().Name!))),
            path => Assert.DoesNotContain(forbidden, File.ReadAllText(path), StringComparison.Ordinal));

    [Fact]
    public void Aggregates_of_the_model_cannot_be_changed() =>
        Assert.Empty(typeof(Model.Reading).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetProperties())
            .Where(property => property.SetMethod is { IsPublic: true } set
                && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
            .Where(property => property.DeclaringType?.Namespace == "Chancery.Model")
            .Select(property => $"{property.DeclaringType}.{property.Name}"));

    private static string Folder(string project) => Path.Combine(TestKnowledge.Root(), "src", project);

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
