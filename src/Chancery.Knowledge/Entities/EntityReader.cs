using System.Collections.Immutable;
using System.Globalization;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>The names of an entity by the field that gives them.</summary>
internal sealed record NamedAs(NameRole Role, string Name);

/// <summary>An entity with the names that its block lists; rules add more.</summary>
internal sealed record ReadEntity(KnownEntity Entity, ImmutableArray<NamedAs> Names, ImmutableArray<EntityExample> Examples);

/// <summary>A <c>yes</c> line: what a sentence of that day must make of the entity.</summary>
public sealed record EntityExample(string Entity, DateOnly? Date, string Text, CountryCode Country, Sector? Sector, FilePlace Place);

/// <summary>Turns blocks of <c>entities/</c> into entities. What breaks the format goes to <paramref name="report"/>, which may throw.</summary>
internal sealed class EntityReader(Naming naming, Func<string, Title?> titleOf, Action<KnowledgeException> report)
{
    public ReadEntity? Read(Block block)
    {
        try
        {
            return block.Keyword switch
            {
                "state" => ReadState(block),
                "person" => ReadPerson(block),
                "organization" => ReadBody(block, EntityKind.Organization),
                "group" => ReadBody(block, EntityKind.Group),
                _ => throw new KnowledgeException(block.Place, $"'{block.Keyword}' is no kind of entity: state, person, organization or group"),
            };
        }
        catch (KnowledgeException error)
        {
            report(error);
            return null;
        }
    }

    private static ReadEntity ReadState(Block block)
    {
        var names = NamesOf(block, NameRole.Name);
        CountryCode code = default;
        (string? Iso2, int? Numeric, int? Cow, int? Gw) codes = default;
        DateSpan valid = default;
        CountryCode parent = default;
        string? wikidata = null;
        ImmutableArray<string> regions = [];
        foreach (BlockField field in block.Fields)
        {
            switch (field.Key)
            {
                case "codes":
                    string[] parts = field.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                    if (parts.Length > 3)
                        throw new KnowledgeException(field.ValuePlace, "'codes' are ISO3 ISO2 NUMERIC");
                    code = Code(field, parts[0]);
                    codes.Iso2 = parts.FirstOrDefault(part => part.Length == 2);
                    if (parts.Length > 1 && parts[^1].Length == 3)
                        codes.Numeric = Number(field, parts[^1]);
                    break;
                case "cow":
                    codes.Cow = Number(field, field.Value);
                    break;
                case "gw":
                    codes.Gw = Number(field, field.Value);
                    break;
                case "wikidata":
                    wikidata = Wikidata(field);
                    break;
                case "names":
                    break;
                case "acronyms":
                    Add(names, field, NameRole.Acronym);
                    break;
                case "adjective":
                    Add(names, field, NameRole.Adjective);
                    break;
                case "people":
                    Add(names, field, NameRole.People);
                    break;
                case "capital":
                    foreach (string capital in field.Values())
                        names.Add(new NamedAs(NameRole.Capital, WithoutSpan(field, capital)));
                    break;
                case "seats":
                    Add(names, field, NameRole.Seat);
                    break;
                case "region":
                    regions = field.Values();
                    break;
                case "valid":
                    valid = Span(field, field.Value);
                    break;
                case "parent":
                    parent = Code(field, field.Value);
                    break;
                default:
                    throw Unknown(field, "state");
            }
        }

        // A state that ISO 3166 does not know, such as Somaliland, stands under the code of its parent.
        return new ReadEntity(
            new KnownEntity
            {
                Key = "state:" + block.Name,
                Name = block.Name,
                Kind = EntityKind.State,
                Country = code.IsNone ? parent : code,
                Names = Written(names),
                HasOwnCode = !code.IsNone,
                Codes = codes,
                Valid = valid,
                Parent = parent,
                Regions = regions,
                Wikidata = wikidata,
                Place = block.Place,
            },
            names.ToImmutable(),
            []);
    }

    private ReadEntity ReadPerson(Block block)
    {
        var names = NamesOf(block, NameRole.Name);
        var offices = ImmutableArray.CreateBuilder<Office>();
        ImmutableArray<string> families = [NameRules.LastName(naming.WithoutSuffix(block.Name))];
        string? wikidata = null;
        foreach (BlockField field in block.Fields)
        {
            switch (field.Key)
            {
                case "names" or "yes":
                    break;
                case "family":
                    families = field.Value == "-" ? [] : field.Values();
                    break;
                case "short":
                    Add(names, field, NameRole.Short);
                    break;
                case "wikidata":
                    wikidata = Wikidata(field);
                    break;
                case "office":
                    offices.Add(ReadOffice(field));
                    break;
                default:
                    throw Unknown(field, "person");
            }
        }

        Office[] ordered = [.. offices.OrderBy(office => office.Span.From ?? DateOnly.MinValue)];
        return new ReadEntity(
            new KnownEntity
            {
                Key = "person:" + block.Name,
                Name = block.Name,
                Kind = EntityKind.Person,
                Country = ordered.LastOrDefault(office => !office.Country.IsNone).Country,
                Names = Written(names),
                Families = families,
                Offices = [.. ordered],
                Wikidata = wikidata,
                Place = block.Place,
            },
            names.ToImmutable(),
            Examples(block));
    }

    private Office ReadOffice(BlockField field)
    {
        ImmutableArray<string> parts = field.Parts();
        if (parts.Length != 2 || !DateSpan.TryParse(parts[1], out DateSpan span))
            throw new KnowledgeException(field.ValuePlace, "'office' is COUNTRY SECTOR title, two spaces, FROM .. TO");
        if (span is { From: { } from, To: { } to } && from > to)
            throw new KnowledgeException(field.ValuePlace, $"the span ends before it begins: {parts[1]}");
        string[] head = parts[0].Split(' ', 3);
        if (head.Length < 3)
            throw new KnowledgeException(field.ValuePlace, "'office' is COUNTRY SECTOR title, two spaces, FROM .. TO");
        CountryCode country = head[0] == "-" ? default : Code(field, head[0]);
        Sector sector = SectorOf(field, head[1]);
        return new Office(country, sector, head[2], LevelOf(titleOf(head[2]), head[2], sector), span);
    }

    /// <summary>The level of the title. A title that fits only without "of …" counts in its own sector alone: the leader of a party is no leader of a state.</summary>
    private static TitleLevel LevelOf(Title? title, string written, Sector sector)
    {
        if (title is not null && (title.Sector == sector || title.Name == written || title.Forms.Contains(written)))
            return title.Level;
        return sector switch
        {
            Sector.Mil => TitleLevel.Military,
            Sector.Spy or Sector.Cop => TitleLevel.Security,
            Sector.Pty => TitleLevel.Party,
            Sector.Opp or Sector.Reb => TitleLevel.Opposition,
            Sector.Leg => TitleLevel.Legislator,
            Sector.Jud => TitleLevel.Judge,
            Sector.Rel => TitleLevel.Religious,
            _ => TitleLevel.Official,
        };
    }

    private static ReadEntity ReadBody(Block block, EntityKind kind)
    {
        var names = NamesOf(block, NameRole.Name);
        var members = ImmutableArray.CreateBuilder<Membership>();
        ImmutableArray<Sector> sectors = [];
        CountryCode country = default;
        DateSpan valid = default;
        string? wikidata = null;
        foreach (BlockField field in block.Fields)
        {
            switch (field.Key)
            {
                case "names" or "yes" or "seat":
                    break;
                case "acronyms":
                    Add(names, field, NameRole.Acronym);
                    break;
                case "country":
                    country = Code(field, field.Value);
                    break;
                case "sector":
                    sectors = [.. field.Value.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries).Select(code => SectorOf(field, code))];
                    break;
                case "valid":
                    valid = Span(field, field.Value);
                    break;
                case "member":
                    ReadMembers(field, members);
                    break;
                case "wikidata":
                    wikidata = Wikidata(field);
                    break;
                default:
                    throw Unknown(field, block.Keyword);
            }
        }

        return new ReadEntity(
            new KnownEntity
            {
                Key = (kind == EntityKind.Group ? "group:" : "organization:") + block.Name,
                Name = block.Name,
                Kind = kind,
                Country = country,
                Sectors = sectors,
                Names = Written(names),
                Valid = valid,
                Members = members.ToImmutable(),
                Wikidata = wikidata,
                Place = block.Place,
            },
            names.ToImmutable(),
            Examples(block));
    }

    private static void ReadMembers(BlockField field, ImmutableArray<Membership>.Builder members)
    {
        string value = field.Value;
        DateSpan span = default;
        int dots = value.IndexOf("..", StringComparison.Ordinal);
        if (dots >= 0)
        {
            int cut = value.IndexOf("  ", StringComparison.Ordinal);
            if (cut < 0 || cut > dots || !DateSpan.TryParse(value[cut..], out span))
                throw new KnowledgeException(field.ValuePlace, "'member' is CODES, two spaces, FROM .. TO");
            value = value[..cut];
        }

        foreach (string code in value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            members.Add(new Membership(Code(field, code), span));
    }

    private static ImmutableArray<EntityExample> Examples(Block block) =>
    [
        .. block.All("yes").Select(field =>
        {
            string[] sides = field.Value.Split("=>", 2, StringSplitOptions.TrimEntries);
            int space = sides[0].IndexOf("  ", StringComparison.Ordinal);
            if (sides.Length != 2 || space < 0 || !DateSpan.TryParseDay(sides[0].AsSpan(0, space), out DateOnly? date))
                throw new KnowledgeException(field.ValuePlace, "'yes' is DATE, two spaces, a sentence, '=>', COUNTRY SECTOR");
            string[] codes = sides[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (codes.Length is 0 or > 2)
                throw new KnowledgeException(field.ValuePlace, "after '=>' stand COUNTRY and SECTOR");
            return new EntityExample(
                block.Name,
                date,
                sides[0][space..].Trim(),
                codes[0] == "-" ? default : Code(field, codes[0]),
                codes.Length > 1 ? SectorOf(field, codes[1]) : null,
                field.ValuePlace);
        }),
    ];

    private static ImmutableArray<NamedAs>.Builder NamesOf(Block block, NameRole role)
    {
        var names = ImmutableArray.CreateBuilder<NamedAs>();
        names.Add(new NamedAs(role, block.Name));
        foreach (BlockField field in block.All("names"))
            Add(names, field, role);
        return names;
    }

    private static void Add(ImmutableArray<NamedAs>.Builder names, BlockField field, NameRole role)
    {
        foreach (string value in field.Values())
            names.Add(new NamedAs(role, WithoutTag(value)));
    }

    private static ImmutableArray<string> Written(ImmutableArray<NamedAs>.Builder names) =>
        [.. names.Where(name => name.Role is NameRole.Name or NameRole.Short or NameRole.Acronym).Select(name => name.Name)];

    /// <summary>Drops the language tag of a foreign spelling: <c>Président Macron (fr)</c>.</summary>
    private static string WithoutTag(string value) =>
        value.Length > 5 && value[^1] == ')' && value[^4] == '(' && value[^5] == ' ' && char.IsAsciiLetterLower(value[^3]) ? value[..^5] : value;

    private static string WithoutSpan(BlockField field, string value)
    {
        int cut = value.IndexOf("  ", StringComparison.Ordinal);
        if (cut < 0)
            return value;
        Span(field, value[cut..]);
        return value[..cut];
    }

    private static DateSpan Span(BlockField field, string text) =>
        DateSpan.TryParse(text, out DateSpan span) ? span : throw new KnowledgeException(field.ValuePlace, $"'{text.Trim()}' is no span of dates: FROM .. TO");

    private static CountryCode Code(BlockField field, string text) =>
        CountryCode.TryParse(text, out CountryCode code) ? code : throw new KnowledgeException(field.ValuePlace, $"'{text}' is no country code of three capital letters");

    private static Sector SectorOf(BlockField field, string text) =>
        SectorCodes.TryParse(text, out Sector sector) ? sector : throw new KnowledgeException(field.ValuePlace, $"'{text}' is no sector code");

    private static int Number(BlockField field, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw new KnowledgeException(field.ValuePlace, $"'{text}' is no number");

    private static string Wikidata(BlockField field) =>
        field.Value.Length > 1 && field.Value[0] == 'Q' && field.Value.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0
            ? field.Value
            : throw new KnowledgeException(field.ValuePlace, $"'{field.Value}' is no Wikidata identifier");

    private static KnowledgeException Unknown(BlockField field, string kind) => new(field.Place, $"'{field.Key}' is no field of a {kind}");
}
