using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>How entities, their examples, titles and common nouns lie in an image. What one method writes the one below it reads.</summary>
internal static class EntityRecord
{
    /// <summary>Writes all but the key and the index, which tables hold.</summary>
    public static void Write(ImageWriter image, KnownEntity entity)
    {
        image.Write(entity.Name);
        image.Write((int)entity.Kind);
        Write(image, entity.Country);
        image.Write(entity.Sectors.Length);
        foreach (Sector sector in entity.Sectors)
            image.Write((int)sector);
        image.Write(entity.Names);
        image.Write(entity.Families);
        image.Write(entity.Offices.Length);
        foreach (Office office in entity.Offices)
        {
            Write(image, office.Country);
            image.Write((int)office.Sector);
            image.Write(office.Title);
            image.Write((int)office.Level);
            Write(image, office.Span);
        }

        Write(image, entity.Valid);
        Write(image, entity.Parent);
        image.Write(entity.HasOwnCode);
        image.Write(entity.Regions);
        image.Write(entity.Members.Length);
        foreach (Membership member in entity.Members)
        {
            Write(image, member.Country);
            Write(image, member.Span);
        }

        image.Write(entity.Codes.Iso2);
        Write(image, entity.Codes.Numeric);
        Write(image, entity.Codes.Cow);
        Write(image, entity.Codes.GleditschWard);
        image.Write(entity.Position is not null);
        if (entity.Position is { } position)
        {
            image.Write(position.Latitude);
            image.Write(position.Longitude);
        }

        image.Write(entity.PlaceKind);
        image.Write(entity.Wikidata);
        Write(image, entity.Place);
    }

    public static KnownEntity Read(ref ImageReader image, int index, string key) => new()
    {
        Index = index,
        Key = key,
        Name = image.ReadText(),
        Kind = (EntityKind)image.ReadNumber(),
        Country = ReadCountry(ref image),
        Sectors = ReadSectors(ref image),
        Names = image.ReadTexts(),
        Families = image.ReadTexts(),
        Offices = ReadOffices(ref image),
        Valid = ReadSpan(ref image),
        Parent = ReadCountry(ref image),
        HasOwnCode = image.ReadFlag(),
        Regions = image.ReadTexts(),
        Members = ReadMembers(ref image),
        Codes = (image.ReadOptional(), ReadCode(ref image), ReadCode(ref image), ReadCode(ref image)),
        Position = image.ReadFlag() ? (image.ReadDouble(), image.ReadDouble()) : null,
        PlaceKind = image.ReadOptional(),
        Wikidata = image.ReadOptional(),
        Place = ReadPlace(ref image),
    };

    public static void Write(ImageWriter image, EntityExample example)
    {
        image.Write(example.Entity);
        Write(image, example.Date);
        image.Write(example.Text);
        Write(image, example.Country);
        image.Write(example.Sector is { } sector ? (int)sector + 1 : 0);
        Write(image, example.Place);
    }

    public static EntityExample ReadExample(ref ImageReader image)
    {
        string entity = image.ReadText();
        DateOnly? date = ReadDay(ref image);
        string text = image.ReadText();
        CountryCode country = ReadCountry(ref image);
        int sector = image.ReadNumber();
        return new EntityExample(entity, date, text, country, sector == 0 ? null : (Sector)(sector - 1), ReadPlace(ref image));
    }

    public static void Write(ImageWriter image, Title title)
    {
        image.Write(title.Name);
        image.Write((int)title.Sector);
        image.Write((int)title.Level);
        image.Write(title.Forms);
    }

    public static Title ReadTitle(ref ImageReader image) =>
        new(image.ReadText(), (Sector)image.ReadNumber(), (TitleLevel)image.ReadNumber(), image.ReadTexts());

    public static void Write(ImageWriter image, Agent agent)
    {
        image.Write(agent.Noun);
        image.Write(agent.Plural);
        image.Write((int)agent.Sector);
        image.Write((int)agent.Kind);
    }

    public static Agent ReadAgent(ref ImageReader image) =>
        new(image.ReadText(), image.ReadOptional(), (Sector)image.ReadNumber(), (EntityKind)image.ReadNumber());

    /// <summary>A number for each code, by which lists of them are ordered.</summary>
    public static int NumberOf(CountryCode code) => Unsafe.BitCast<CountryCode, int>(code);

    private static void Write(ImageWriter image, CountryCode code) => image.Write(NumberOf(code));

    private static CountryCode ReadCountry(ref ImageReader image) => Unsafe.BitCast<int, CountryCode>(image.ReadNumber());

    private static void Write(ImageWriter image, int? code) => image.Write(code is { } number ? number + 1 : 0);

    private static int? ReadCode(ref ImageReader image) => image.ReadNumber() is var number and > 0 ? number - 1 : null;

    private static void Write(ImageWriter image, DateOnly? day) => image.Write(day is { } date ? date.DayNumber + 1 : 0);

    private static DateOnly? ReadDay(ref ImageReader image) => image.ReadNumber() is var number and > 0 ? DateOnly.FromDayNumber(number - 1) : null;

    private static void Write(ImageWriter image, DateSpan span)
    {
        Write(image, span.From);
        Write(image, span.To);
    }

    private static DateSpan ReadSpan(ref ImageReader image) => new(ReadDay(ref image), ReadDay(ref image));

    private static void Write(ImageWriter image, FilePlace place)
    {
        image.Write(place.File);
        image.Write(place.Line);
        image.Write(place.Column);
    }

    private static FilePlace ReadPlace(ref ImageReader image) => new(image.ReadText(), image.ReadNumber(), image.ReadNumber());

    private static ImmutableArray<Sector> ReadSectors(ref ImageReader image)
    {
        int count = image.ReadNumber();
        if (count == 0)
            return [];
        var sectors = ImmutableArray.CreateBuilder<Sector>(count);
        for (int i = 0; i < count; i++)
            sectors.Add((Sector)image.ReadNumber());
        return sectors.MoveToImmutable();
    }

    private static ImmutableArray<Office> ReadOffices(ref ImageReader image)
    {
        int count = image.ReadNumber();
        if (count == 0)
            return [];
        var offices = ImmutableArray.CreateBuilder<Office>(count);
        for (int i = 0; i < count; i++)
            offices.Add(new Office(ReadCountry(ref image), (Sector)image.ReadNumber(), image.ReadText(), (TitleLevel)image.ReadNumber(), ReadSpan(ref image)));
        return offices.MoveToImmutable();
    }

    private static ImmutableArray<Membership> ReadMembers(ref ImageReader image)
    {
        int count = image.ReadNumber();
        if (count == 0)
            return [];
        var members = ImmutableArray.CreateBuilder<Membership>(count);
        for (int i = 0; i < count; i++)
            members.Add(new Membership(ReadCountry(ref image), ReadSpan(ref image)));
        return members.MoveToImmutable();
    }
}
