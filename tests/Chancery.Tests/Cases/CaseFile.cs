using System.Collections.Immutable;
using System.Text;
using Chancery.Model;

namespace Chancery.Tests;

/// <summary>One <c>==</c> of a case file: a text with what is known of it, and what must be read in it.</summary>
/// <param name="Name">After the <c>==</c>; unique within its file.</param>
/// <param name="Uri">The address of the <c>@</c> line where it gives one, else a name that tells the kind of file: <c>page.html</c> in files called <c>pages</c>.</param>
/// <param name="Published">The day of the <c>@</c> line, or null for none (<c>-</c>).</param>
/// <param name="Language">BCP 47; null to have it judged.</param>
/// <param name="Outlet">What follows the language in the <c>@</c> line, or null.</param>
/// <param name="Text">Between the head and <c>--</c>.</param>
/// <param name="Expected">The lines below <c>--</c>, up to the first blank one.</param>
/// <param name="ExpectedLines">Which lines of the file these are.</param>
internal sealed record Case(string Name, string Uri, string? Published, string? Language, string? Outlet, string Text, string Expected, Range ExpectedLines)
{
    /// <summary>The text as a document that needs no cleaning.</summary>
    public RawDocument AsGiven => Raw(DocumentFormat.GivenText);

    /// <summary>The text as bytes of unknown kind, as a scraped file may hold them.</summary>
    public RawDocument AsFound => Raw(DocumentFormat.Detect);

    private RawDocument Raw(DocumentFormat format) => new()
    {
        Uri = Uri,
        Bytes = Encoding.UTF8.GetBytes(Text),
        Format = format,
        Published = Published,
        Language = Language,
        Outlet = Outlet,
    };
}

/// <summary>Reads <c>tests/cases/**.case</c>; <c>CONTRIBUTING.md</c> describes the format.</summary>
internal static class CaseFile
{
    public static string Folder { get; } = Path.Combine(TestKnowledge.Root(), "tests", "cases");

    /// <summary>All case files, with the path below <see cref="Folder"/>.</summary>
    public static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Folder, "*.case", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static ImmutableArray<Case> Read(string file) => Parse(file, File.ReadAllLines(Path.Combine(Folder, file)));

    /// <exception cref="FormatException">A case has no lower half or its head is damaged; the message names file and line.</exception>
    private static ImmutableArray<Case> Parse(string file, string[] lines)
    {
        var cases = ImmutableArray.CreateBuilder<Case>();
        for (int i = 0; i < lines.Length;)
        {
            if (!lines[i].StartsWith("== ", StringComparison.Ordinal))
            {
                i++;
                continue;
            }

            string name = lines[i++][3..];
            string[] head = [];
            while (i < lines.Length && (lines[i].StartsWith("# ", StringComparison.Ordinal) || lines[i].StartsWith("@ ", StringComparison.Ordinal)))
            {
                if (lines[i][0] == '@')
                    head = lines[i].Split(' ', 4);
                i++;
            }

            int text = i;
            while (i < lines.Length && lines[i] != "--")
            {
                if (lines[i].StartsWith("== ", StringComparison.Ordinal))
                    throw new FormatException($"{file}:{i + 1}: case '{name}' has no line '--'");
                i++;
            }

            if (i == lines.Length)
                throw new FormatException($"{file}:{i}: case '{name}' has no line '--'");
            int expected = ++i;
            while (i < lines.Length && lines[i].Length > 0)
                i++;
            string? address = head.Length == 2 && head[1].Contains("://", StringComparison.Ordinal) ? head[1] : null;
            cases.Add(new Case(
                name,
                address ?? (Path.GetFileName(file).StartsWith("pages", StringComparison.Ordinal) ? "page.html" : "report.txt"),
                address is null ? Given(head, 1) : null,
                Given(head, 2),
                Given(head, 3),
                string.Join('\n', lines[text..(expected - 1)]),
                string.Join('\n', lines[expected..i]),
                expected..i));
        }

        return cases.ToImmutable();
    }

    /// <summary>A part of the <c>@</c> line; null when it is not there or says <c>-</c>.</summary>
    private static string? Given(string[] head, int part) => head.Length > part && head[part] != "-" ? head[part] : null;

    /// <summary>Puts another lower half under a case and leaves every other line as it is.</summary>
    public static void Rewrite(string file, string name, string found)
    {
        string path = Path.Combine(Folder, file);
        string[] lines = File.ReadAllLines(path);
        Range place = Parse(file, lines).Single(item => item.Name == name).ExpectedLines;
        string[] after = lines[place.End..];
        if (after.Length > 0 && after[0].Length > 0)
            after = ["", .. after];
        File.WriteAllText(path, string.Join('\n', [.. lines[..place.Start], .. found.Split('\n'), .. after]) + "\n");
    }
}
