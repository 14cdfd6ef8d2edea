using System.Globalization;
using System.Text.RegularExpressions;
using Chancery.Model;
using Chancery.Record;
using Xunit;
using Xunit.Abstractions;

namespace Chancery.Tests;

/// <summary>
/// Reports of <c>tests/joining</c>, read by the program as it is and joined: B-cubed over the tellings that the reader found, and over all that are marked.
/// The half apart was written before the joiner was looked at and is never tuned on: read its figure, not its reports.
/// </summary>
public sealed partial class JoiningSetTests(ITestOutputHelper output)
{
    private sealed record Mark(string Report, TextRange Range, string Event);

    [Theory]
    [InlineData("open", 0.94, 0.90)]
    [InlineData("apart", 0.90, 0.0)]
    public void Tellings_of_one_event_are_joined_and_others_kept_apart(string half, double floor, double floorOfAll)
    {
        (List<RawDocument> reports, List<Mark> marks) = Load(Path.Combine(TestKnowledge.Root(), "tests", "joining", half + ".set"));
        Assert.True(marks.Count >= 75 && marks.Select(mark => mark.Event).Distinct().Count() >= 30);
        using var folder = new TemporaryFolder();
        using RecordStore store = RecordStore.Open(folder.File("record.db"), StoreAccess.Create);
        store.Add([.. reports.Select(report => new Arrival(TestReader.Read(report), Fingerprint.Of(report)))]);
        (Mark Mark, string Happening)[] found = [.. Found(marks, Happenings.JoinOrdered(store.Events(Filter.All)))];
        (double precision, double recall) = (Share(found, found, (x, y) => x.Happening == y.Happening, (x, y) => x.Mark.Event == y.Mark.Event), Share(found, found, (x, y) => x.Mark.Event == y.Mark.Event, (x, y) => x.Happening == y.Happening));
        double recallOfAll = found.Sum(item => (double)found.Count(other => other.Mark.Event == item.Mark.Event && other.Happening == item.Happening) / marks.Count(mark => mark.Event == item.Mark.Event)) / marks.Count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{half}: {marks.Count} tellings of {marks.Select(mark => mark.Event).Distinct().Count()} events, {found.Length} read; precision {precision:0.000}, recall {recall:0.000}, F1 {F1(precision, recall):0.000}; of all: recall {recallOfAll:0.000}, F1 {F1(precision, recallOfAll):0.000}"));
        Assert.True(F1(precision, recall) >= floor, "see the output of the test");
        Assert.True(F1(precision, recallOfAll) >= floorOfAll, "see the output of the test");
    }

    [Fact]
    public void What_is_found_for_one_telling_is_what_joining_the_whole_record_finds()
    {
        (List<RawDocument> reports, _) = Load(Path.Combine(TestKnowledge.Root(), "tests", "joining", "open.set"));
        using var folder = new TemporaryFolder();
        using RecordStore store = RecordStore.Open(folder.File("record.db"), StoreAccess.Create);
        store.Add([.. reports.Select(report => new Arrival(TestReader.Read(report), Fingerprint.Of(report)))]);
        Happening[] all = [.. Happenings.JoinOrdered(store.Events(Filter.All))];
        Assert.Contains(all, whole => whole.Tellings.Length > 2);
        foreach (Happening whole in all)
        {
            foreach (EventRow telling in whole.Tellings)
                Assert.Equal(whole.Tellings.Select(row => row.Event.Id), store.HappeningOf(telling.Event.Id)!.Tellings.Select(row => row.Event.Id));
        }

        Assert.Null(store.HappeningOf("evnothing"));
    }

    private static double F1(double precision, double recall) => 2 * precision * recall / (precision + recall);

    /// <summary>The mean over all items of the share of those together with it that belong together with it.</summary>
    private static double Share<T>(T[] items, T[] all, Func<T, T, bool> together, Func<T, T, bool> belong) =>
        items.Average(item => (double)all.Count(other => together(item, other) && belong(item, other)) / all.Count(other => together(item, other)));

    private static IEnumerable<(Mark, string)> Found(List<Mark> marks, IEnumerable<Happening> happenings)
    {
        ILookup<string, (TextRange Trigger, string Id)> tellings = happenings
            .SelectMany(whole => whole.Tellings.Select(row => (Report: row.Report.Id, row.Event.Trigger, whole.Id)))
            .OrderBy(telling => telling.Trigger.Start)
            .ToLookup(telling => telling.Report, telling => (telling.Trigger, telling.Id));
        foreach (Mark mark in marks)
        {
            if (tellings[mark.Report].FirstOrDefault(telling => telling.Trigger.Overlaps(mark.Range)) is { Id: { } id })
                yield return (mark, id);
        }
    }

    private static (List<RawDocument>, List<Mark>) Load(string path)
    {
        var reports = new List<RawDocument>();
        var marks = new List<Mark>();
        foreach (string block in File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n== ").Skip(1))
        {
            string[] parts = block.Split('\n', 2);
            string[] head = parts[0].Split(' ', 3);
            string marked = parts[1].Trim();
            int shift = 0;
            foreach (Match match in Bracket().Matches(marked))
            {
                marks.Add(new Mark(head[0], new TextRange(match.Index - shift, match.Groups[1].Length), match.Groups[2].Value));
                shift += match.Length - match.Groups[1].Length;
            }

            string text = Bracket().Replace(marked, "$1");
            reports.Add(new RawDocument { Uri = head[0], Id = head[0], Published = head[1], Outlet = head[2], Language = "en", Format = DocumentFormat.GivenText, Bytes = System.Text.Encoding.UTF8.GetBytes(text) });
        }

        return (reports, marks);
    }

    [GeneratedRegex(@"\[([^|\]]+)\|([^\]]+)\]")] // [telephoned|call-2018]
    private static partial Regex Bracket();
}
