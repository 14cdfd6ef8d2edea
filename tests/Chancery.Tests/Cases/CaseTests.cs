using System.Collections.Frozen;
using Xunit;

namespace Chancery.Tests;

/// <summary>Runs every case of <c>tests/cases</c>. With <c>UPDATE_CASES=1</c> it writes what was read into the lower halves instead; the diff is the review.</summary>
public sealed class CaseTests
{
    /// <summary>How the cases below a folder, or of one file, are read and what of the reading their lower halves show.</summary>
    private static readonly FrozenDictionary<string, Func<Case, string>> Suites = new Dictionary<string, Func<Case, string>>(StringComparer.Ordinal)
    {
        ["attribution"] = item => Rendering.Chains(TestReader.Read(item.AsGiven)),
        ["clauses"] = item => Rendering.Clauses(TestReader.Explain(item.AsGiven)),
        ["dates"] = item => Rendering.Dates(TestReader.Read(item.AsGiven)),
        ["entities"] = item => Rendering.Mentions(TestReader.Read(item.AsGiven)),
        ["events"] = item => Rendering.Events(TestReader.Read(item.AsGiven)),
        ["extraction"] = item => Rendering.Document(item.AsFound),
        ["factuality"] = item => Rendering.Factuality(TestReader.Read(item.AsGiven)),
        ["quotes"] = item => Rendering.Quotes(TestReader.Read(item.AsGiven)),
        ["syntax/sentences.case"] = item => Rendering.Sentences(item.Text),
        ["syntax/words.case"] = item => Rendering.Words(item.Text),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (string file in CaseFile.All())
        {
            foreach (Case item in CaseFile.Read(file))
                data.Add(file, item.Name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_reads_as_its_lower_half_says(string file, string name)
    {
        Case item = CaseFile.Read(file).Single(known => known.Name == name);
        string suite = Suites.Keys.Single(key => file == key || file.StartsWith(key + "/", StringComparison.Ordinal));
        string found = Suites[suite](item);
        if (Environment.GetEnvironmentVariable("UPDATE_CASES") == "1")
        {
            if (found != item.Expected)
                CaseFile.Rewrite(file, name, found);
            return;
        }

        Assert.Equal(item.Expected, found);
    }

    [Fact]
    public void Names_of_cases_are_unique_within_their_file() =>
        Assert.All(CaseFile.All(), file => Assert.Distinct(CaseFile.Read(file).Select(item => item.Name)));

    [Fact]
    public void Every_suite_has_cases() =>
        Assert.All(Suites.Keys, suite => Assert.Contains(CaseFile.All(), file => file.StartsWith(suite, StringComparison.Ordinal)));
}
