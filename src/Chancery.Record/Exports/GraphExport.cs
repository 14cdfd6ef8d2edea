using System.Globalization;
using System.Xml;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>GraphML: who takes part as nodes, each event as an edge from every actor to every recipient.</summary>
public static class GraphExport
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";
    private static readonly string[] NodeKeys = ["name", "country", "kind"];
    private static readonly string[] EdgeKeys = ["event", "type", "mode", "cameo", "score", "date", "precision", "basis", "factuality", "historical", "chain", "report"];

    /// <param name="stream">Left open.</param>
    /// <param name="rows">Held until the end: nodes must stand before edges.</param>
    public static void Write(Stream stream, IEnumerable<EventRow> rows)
    {
        DirectedRow[] directed = [.. rows.SelectMany(DirectedRow.Of).Where(row => row.Source is not null && row.Target is not null)];
        var nodes = new Dictionary<(string, string), int>();
        var settings = new XmlWriterSettings { Indent = true, CheckCharacters = false, CloseOutput = false };
        using XmlWriter xml = XmlWriter.Create(stream, settings);
        xml.WriteStartElement("graphml", Namespace);
        WriteKeys(xml, "node", "n", NodeKeys);
        WriteKeys(xml, "edge", "e", EdgeKeys);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (Entity entity in directed.SelectMany(row => new[] { row.Source!, row.Target! }))
        {
            if (nodes.TryAdd((entity.Name, entity.Country.ToString()), nodes.Count))
                WriteNode(xml, entity, nodes.Count - 1);
        }

        foreach (DirectedRow row in directed)
            WriteEdge(xml, row, nodes[(row.Source!.Name, row.Source.Country.ToString())], nodes[(row.Target!.Name, row.Target.Country.ToString())]);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteKeys(XmlWriter xml, string target, string prefix, string[] names)
    {
        foreach (string name in names)
        {
            xml.WriteStartElement("key", Namespace);
            xml.WriteAttributeString("id", prefix + name);
            xml.WriteAttributeString("for", target);
            xml.WriteAttributeString("attr.name", name);
            xml.WriteAttributeString("attr.type", name == "score" ? "double" : "string");
            xml.WriteEndElement();
        }
    }

    private static void WriteNode(XmlWriter xml, Entity entity, int number)
    {
        xml.WriteStartElement("node", Namespace);
        xml.WriteAttributeString("id", string.Create(CultureInfo.InvariantCulture, $"n{number}"));
        WriteData(xml, "nname", entity.Name);
        WriteData(xml, "ncountry", entity.Country.ToString());
        WriteData(xml, "nkind", Names.Of(entity.Kind));
        xml.WriteEndElement();
    }

    private static void WriteEdge(XmlWriter xml, DirectedRow directed, int source, int target)
    {
        EventMention item = directed.Row.Event;
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("source", string.Create(CultureInfo.InvariantCulture, $"n{source}"));
        xml.WriteAttributeString("target", string.Create(CultureInfo.InvariantCulture, $"n{target}"));
        WriteData(xml, "eevent", item.Id);
        WriteData(xml, "etype", item.Type?.Name() ?? "");
        WriteData(xml, "emode", string.Join(' ', item.Modes));
        WriteData(xml, "ecameo", item.Cameo);
        WriteData(xml, "escore", item.Score?.ToString(CultureInfo.InvariantCulture) ?? "");
        WriteData(xml, "edate", item.Date.Date.ToString());
        WriteData(xml, "eprecision", Names.Of(item.Date.Date.Precision));
        WriteData(xml, "ebasis", item.Date.Basis);
        WriteData(xml, "efactuality", Names.Of(item.Factuality));
        WriteData(xml, "ehistorical", item.Historical ? "yes" : "no");
        WriteData(xml, "echain", ExportText.Chain(item));
        WriteData(xml, "ereport", directed.Row.Report.Id);
        xml.WriteEndElement();
    }

    private static void WriteData(XmlWriter xml, string key, string value)
    {
        if (value.Length == 0)
            return;
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", key);
        xml.WriteString(string.Concat(value.Where(c => XmlConvert.IsXmlChar(c))));
        xml.WriteEndElement();
    }
}
