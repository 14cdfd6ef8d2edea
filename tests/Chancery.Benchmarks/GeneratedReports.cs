using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Benchmarks;

/// <summary>Readings of made-up reports, as many as asked for and the same every time: few countries and words are common and many are rare, as in real news.</summary>
internal sealed class GeneratedReports
{
    public const int EventsEach = 4;

    /// <summary>How the sides of an event are drawn: the n-th country is n times rarer than the first.</summary>
    private static readonly CountryCode[] Countries =
    [
        .. "USA RUS CHN IND GBR FRA DEU JPN BRA TUR IRN ISR EGY PAK IDN MEX ZAF NGA KEN ETH UKR POL ITA ESP CAN AUS KOR PRK VNM THA PHL MYS SGP BGD LKA NPL AFG IRQ SYR JOR LBN SAU YEM OMN ARE QAT KWT DZA MAR TUN LBY SDN TCD NER MLI SEN GHA CIV COL VEN PER CHL ARG BOL ECU CUB NOR SWE FIN DNK NLD BEL CHE AUT HUN SRB GRC"
            .Split(' ').Select(CountryCode.Parse),
    ];

    private static readonly (EventType Type, string Mode, string Cameo, double Score)[] Acts =
    [
        (EventType.Consult, "visit", "042", 4), (EventType.Consult, "phone", "041", 3), (EventType.Support, "", "051", 5), (EventType.Agree, "meet", "036", 2),
        (EventType.Accuse, "disapprove", "111", -3), (EventType.Sanction, "expel", "161", -6), (EventType.Aid, "economic", "071", 7), (EventType.Assault, "aerial", "195", -10),
    ];

    private static readonly DateOnly FirstDay = new(1995, 1, 1);
    private readonly string[] words = [.. Enumerable.Range(0, 20_000).Select(Word)];
    private readonly string[] people = [.. Enumerable.Range(0, 5_000).Select(i => Capital(Word(i * 3 + 1)) + " " + Capital(Word(i * 7 + 5)))];
    private readonly double[] countryOdds = Odds(Countries.Length);
    private readonly double[] wordOdds = Odds(20_000);
    private readonly double[] peopleOdds = Odds(5_000);

    public static int CountryCount => Countries.Length;

    /// <summary>The country that is the rank-th most common.</summary>
    public static string CountryAt(int rank) => Countries[rank].ToString();

    /// <summary>One of the forty outlets.</summary>
    public string OutletOf(int number) => Capital(words[number % 40]);

    /// <summary>The word that is the rank-th most common in the texts.</summary>
    public string WordOf(int rank) => words[rank];

    public IEnumerable<Arrival> Make(int count)
    {
        for (int i = 0; i < count; i++)
            yield return Make(i, count);
    }

    private Arrival Make(int number, int count)
    {
        var random = new Random(number);
        string id = string.Create(CultureInfo.InvariantCulture, $"made-{number:D8}");
        DateOnly day = FirstDay.AddDays((int)(30L * 365 * number / count));
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var starts = new int[EventsEach];
        for (int paragraph = 0; paragraph < EventsEach; paragraph++)
        {
            starts[paragraph] = text.Length;
            for (int word = 0; word < 40; word++)
                text.Append(word == 0 ? "" : " ").Append(words[Draw(wordOdds, random)]);
            text.Append('.');
            blocks.Add(new Block(TextRange.FromBounds(starts[paragraph], text.Length), BlockKind.Paragraph));
            text.Append('\n');
        }

        string whole = text.ToString();
        ImmutableArray<Entity> entities = [.. Enumerable.Range(0, 8).Select(i => MakeEntity(i, random))];
        var reading = new Reading
        {
            Knowledge = "2026.1+made",
            Document = new Document
            {
                Id = id,
                Uri = $"made/{id}.txt",
                Text = whole,
                Language = "en",
                Title = string.Join(' ', Enumerable.Range(0, 7).Select(_ => words[Draw(wordOdds, random)])),
                Outlet = OutletOf(number),
                Published = new DatedBasis(PartialDate.Day(day), "given"),
                Body = blocks.ToImmutable(),
            },
            Entities = entities,
            Mentions = [.. entities.Select((_, i) => new EntityMention(new TextRange(i * 10, 8), i, i, MentionKind.Name, new RuleId("names.known")))],
            Events = [.. Enumerable.Range(0, EventsEach).Select(i => MakeEvent(id, i, starts[i], day, random))],
            Quotes =
            [
                .. Enumerable.Range(0, 2).Select(i => new Quote
                {
                    Id = $"q{i + 1}",
                    Group = $"q{i + 1}",
                    Content = new TextRange(starts[i] + 5, 60),
                    Form = QuoteForm.Direct,
                    SpeakerEntity = i * 2,
                    Speaker = new TextRange(starts[i], 4),
                    Rule = new RuleId("quotes.direct"),
                }),
            ],
            Dates = [new DateMention(new TextRange(0, 6), PartialDate.Day(day), null, TimeKind.Date, "weekday")],
            Diagnostics = [],
        };
        return new Arrival(reading, new Fingerprint(id, id));
    }

    /// <summary>Every other one a person, the rest states.</summary>
    private Entity MakeEntity(int index, Random random)
    {
        CountryCode country = Countries[Draw(countryOdds, random)];
        bool isPerson = index % 2 == 0;
        return new Entity
        {
            Id = $"e{index + 1}",
            Name = isPerson ? people[Draw(peopleOdds, random)] : country.ToString(),
            Kind = isPerson ? EntityKind.Person : EntityKind.State,
            Country = country,
            Sectors = [Sector.Gov],
            Office = isPerson ? "minister" : null,
        };
    }

    /// <summary>A twentieth is told as not so, an eighth as planned.</summary>
    private static Factuality MakeFactuality(Random random) => random.Next(40) switch
    {
        < 2 => Factuality.Negated,
        < 7 => Factuality.Future,
        _ => Factuality.Happened,
    };

    private static EventMention MakeEvent(string id, int index, int start, DateOnly day, Random random)
    {
        (EventType type, string mode, string cameo, double score) = Acts[random.Next(Acts.Length)];
        DateOnly told = day.AddDays(-random.Next(3));
        PartialDate date = random.Next(20) switch
        {
            0 => PartialDate.Unknown,
            1 => PartialDate.Month(told.Year, told.Month),
            2 => PartialDate.Between(told.AddDays(-20), told),
            _ => PartialDate.Day(told),
        };
        return new EventMention
        {
            Id = $"ev{id}-{index}",
            Type = type,
            Modes = mode.Length == 0 ? [] : [mode],
            Cameo = cameo,
            Score = score,
            Goldstein = score,
            Actors = [new Side(index * 2, new TextRange(start, 4))],
            Recipients = [new Side(index * 2 + 1, new TextRange(start + 20, 4))],
            Date = new EventDate(date, null, "given"),
            Factuality = MakeFactuality(random),
            Agreement = type == EventType.Agree && random.Next(2) == 0 ? new Agreement(AgreementStatus.Signed, ["trade"], null) : null,
            Historical = random.Next(10) == 0,
            Attribution = [new Attribution("outlet", null, null)],
            Confidence = 0.8,
            Evidence = new Evidence(new TextRange(start, 120), new RuleId("made.up")),
            Trigger = new TextRange(start + 10, 6),
        };
    }

    /// <summary>A pronounceable word for each number.</summary>
    private static string Word(int number)
    {
        const string Consonants = "bdfgklmnprstvz";
        const string Vowels = "aeiou";
        var word = new StringBuilder();
        for (int rest = number + 70; rest > 0; rest /= 70)
            word.Append(Consonants[rest % 70 / 5]).Append(Vowels[rest % 5]);
        return word.ToString();
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>Sums of 1, 1/2, 1/3 …: a draw is a search in them.</summary>
    private static double[] Odds(int count)
    {
        double[] sums = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++)
            sums[i] = sum += 1.0 / (i + 1);
        return sums;
    }

    private static int Draw(double[] odds, Random random)
    {
        int found = Array.BinarySearch(odds, random.NextDouble() * odds[^1]);
        return found < 0 ? Math.Min(~found, odds.Length - 1) : found;
    }
}
