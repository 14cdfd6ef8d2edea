using Chancery.Model;

namespace Chancery.Record;

/// <summary>One actor and one recipient of an event, as formats with one of each want it.</summary>
/// <param name="Row">The event.</param>
/// <param name="Source">Null when nobody is named as acting.</param>
/// <param name="Target">Null when it is done to nobody named.</param>
internal readonly record struct DirectedRow(EventRow Row, Entity? Source, Entity? Target)
{
    /// <summary>Every actor with every recipient; actors that act together with each other, both ways round.</summary>
    public static IEnumerable<DirectedRow> Of(EventRow row)
    {
        Entity[] actors = [.. row.Event.Actors.Select(side => row.Entities[side.Entity])];
        Entity[] recipients = [.. row.Event.Recipients.Select(side => row.Entities[side.Entity])];
        if (recipients.Length == 0 && actors.Length > 1)
            return actors.SelectMany(source => actors.Where(target => target != source).Select(target => new DirectedRow(row, source, target)));
        if (actors.Length == 0)
            return recipients.Select(target => new DirectedRow(row, null, target));
        return recipients.Length == 0
            ? actors.Select(source => new DirectedRow(row, source, null))
            : actors.SelectMany(source => recipients.Select(target => new DirectedRow(row, source, target)));
    }
}

/// <summary>Small things that the formats share.</summary>
internal static class ExportText
{
    public static string Sectors(Entity? entity) => entity is null ? "" : string.Join(',', entity.Sectors.Select(sector => sector.Code()));

    public static string Chain(EventMention item) => string.Join(" < ", item.Attribution.Select(link => link.Text));

    /// <summary>One line without tabs.</summary>
    public static string Line(string? text) =>
        text is null ? "" : string.Join(' ', text.Split((char[])['\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).Trim();

    public static string Sides(EventRow row)
    {
        string actors = string.Join(", ", row.Event.Actors.Select(side => row.Entities[side.Entity].Name));
        string recipients = string.Join(", ", row.Event.Recipients.Select(side => row.Entities[side.Entity].Name));
        return recipients.Length == 0 ? actors : $"{actors} - {recipients}";
    }
}
