using System.Security.Cryptography;
using System.Text;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Tests;

/// <summary>Readings made by hand, with a value in every field, for tests of the store.</summary>
internal static class RecordSamples
{
    public const string Text = "LISBON, 3 March 2011 (Lusa) -- Portugal's foreign minister met Iceland's president on Monday, an aide said. \"We will sign two treaties,\" she said.\nRead more";

    public static Arrival Arrival(
        string uri = "reports/a.txt", string text = Text, string knowledge = "2026.1+aaaa", string? id = null, string source = "Portugal", string target = "Iceland")
    {
        Reading reading = Reading(uri, text, knowledge, id, source, target);
        string bytes = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new Arrival(reading, new Fingerprint(bytes, bytes));
    }

    public static Reading Reading(string uri, string text, string knowledge, string? id = null, string source = "Portugal", string target = "Iceland")
    {
        string name = id ?? "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
        TextRange met = Range(text, "met");
        TextRange words = Range(text, "We will sign two treaties");
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        var day = PartialDate.Day(new DateOnly(2011, 2, 28));
        return new Reading
        {
            Knowledge = knowledge,
            Document = new Document
            {
                Id = name,
                Uri = uri,
                Text = text,
                Language = "en",
                Title = "Minister in Reykjavik",
                Outlet = "Lusa",
                Via = ["AFP"],
                Published = new DatedBasis(PartialDate.Day(new DateOnly(2011, 3, 3)), "dateline"),
                Dateline = new Dateline(new TextRange(0, 30), "LISBON", PartialDate.Day(new DateOnly(2011, 3, 3)), "Lusa"),
                Body = [new Block(TextRange.FromBounds(0, end), BlockKind.Paragraph)],
                Dropped = [new DroppedRange(TextRange.FromBounds(end + 1, text.Length), "related link")],
            },
            Entities =
            [
                new Entity { Id = "e1", Name = $"{source} minister", Kind = EntityKind.Person, Country = Code(source), Sectors = [Sector.Gov], Office = "foreign minister", Known = "person x", Candidates = ["another"] },
                new Entity { Id = "e2", Name = target, Kind = EntityKind.State, Country = Code(target) },
            ],
            Mentions =
            [
                new EntityMention(Range(text, "Portugal's foreign minister"), 5, 0, MentionKind.Name, new RuleId("names.office")),
                new EntityMention(Range(text, "Iceland"), 9, 1, MentionKind.Adjective, new RuleId("names.state")),
            ],
            Events =
            [
                new EventMention
                {
                    Id = "ev" + Hash(name + "0"),
                    Type = EventType.Consult,
                    Modes = ["visit"],
                    Contexts = ["diplomatic", "economic"],
                    Cameo = "042",
                    Score = 4,
                    Goldstein = 1.9,
                    Actors = [new Side(0, Range(text, "Portugal's foreign minister"))],
                    Recipients = [new Side(1, Range(text, "Iceland's president"))],
                    Except = [new Side(1, Range(text, "Iceland"))],
                    About = new About("two treaties", 1, Range(text, "two treaties")),
                    Quantities = [new Quantity(2.5m, "treaty", true, Range(text, "two"))],
                    Agreement = new Agreement(AgreementStatus.InForce, ["trade"], PartialDate.Year(2030)),
                    Date = new EventDate(day, "on Monday", "weekday before dateline"),
                    Place = new EventPlace("Reykjavik", Code(target), Range(text, "Iceland")),
                    Factuality = Factuality.Happened,
                    Historical = true,
                    Attribution = [new Attribution("Lusa", null, null), new Attribution("an aide", 0, Stance.Alleges)],
                    Confidence = 0.75,
                    Evidence = new Evidence(TextRange.FromBounds(31, text.IndexOf(". \"", StringComparison.Ordinal) + 1), new RuleId("consult.meet")),
                    AlsoEvidence = [words],
                    Trigger = met,
                    Quote = "q1",
                },
                new EventMention
                {
                    Id = "ev" + Hash(name + "1"),
                    Cameo = "010",
                    Actors = [new Side(0, Range(text, "she"))],
                    Factuality = Factuality.Future,
                    Evidence = new Evidence(words, new RuleId("statement.say")),
                    Trigger = Range(text, "sign"),
                },
            ],
            Quotes =
            [
                new Quote
                {
                    Id = "q1",
                    Group = "q1",
                    Content = words,
                    Form = QuoteForm.Direct,
                    Speaker = Range(text, "she"),
                    SpeakerEntity = 0,
                    Addressee = new Side(1, Range(text, "Iceland's president")),
                    Cue = Range(text, "said"),
                    Attribution = [new Attribution("Lusa", null, null), new Attribution("an aide", 0, Stance.Says)],
                    Rule = new RuleId("quotes.direct"),
                },
            ],
            Dates = [new DateMention(Range(text, "on Monday"), day, "2011-02-28", TimeKind.Date, "weekday before dateline") { Bound = DateBound.Since, Rule = new RuleId("date.weekday") }],
            Diagnostics = [new Diagnostic(DiagnosticId.AmbiguousName, Severity.Note, Range(text, "she"), "several fit")],
        };
    }

    public static string Json(Reading reading) => Encoding.UTF8.GetString(ReadingJson.Write(reading).Span);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private static CountryCode Code(string name) => CountryCode.Parse(name switch { "Portugal" => "PRT", "Iceland" => "ISL", "Kenya" => "KEN", _ => "JPN" });

    private static TextRange Range(string text, string part)
    {
        int start = text.IndexOf(part, StringComparison.Ordinal);
        return start < 0 ? default : new TextRange(start, part.Length);
    }
}

/// <summary>A folder of a test's own that goes when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("chancery-").FullName;

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
