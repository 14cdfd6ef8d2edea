using System.IO.Compression;
using System.Text;
using Chancery.Extraction;
using Chancery.Model;
using Xunit;

namespace Chancery.Tests;

/// <summary>Every kind of input, and the ways in which archives and feeds are broken or made to harm.</summary>
public sealed class ExtractionInputTests
{
    private const string Page =
        "<html><head><meta property=\"article:published_time\" content=\"2021-03-04\"></head><body><h1>Bridge over the Volta opened</h1>"
        + "<p>The bridge over the Volta was opened on Thursday by the minister of works and her deputy.</p></body></html>";

    [Fact]
    public void Lines_of_json_are_documents_and_a_bad_line_does_not_end_the_file()
    {
        const string lines = "{\"text\":\"The king of Tonga died.\",\"id\":\"a\",\"title\":\"T\",\"outlet\":\"Radio\",\"published\":\"2020-02-03\",\"language\":\"en\"}\n{bad\n\n[1]\n{\"text\":\"Über alles.\\n\",\"id\":7}\n";
        List<InputRecord> records = Read("pile.jsonl", Encoding.UTF8.GetBytes(lines));
        Assert.Equal(["a", null, null, "7"], records.Select(record => record.Document?.Id));
        Assert.Equal(["pile.jsonl:2", "pile.jsonl:4"], records.Where(record => record.Problem is not null).Select(record => record.Place));
        Document given = ReadOne(records[0].Document!);
        Assert.Equal(("The king of Tonga died.", "T", "Radio", "2020-02-03", "given"), (given.Text, given.Title, given.Outlet, given.Published!.Date.ToString(), given.Published.Basis));
        Assert.Equal("Über alles.\n", ReadOne(records[3].Document!).Text);
    }

    [Fact]
    public void A_feed_gives_its_items_and_what_stands_before_its_damage()
    {
        const string feed = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss version=\"2.0\"><channel><title>Volta News</title><language>en-gb</language>"
            + "<item><title>Bridge &amp; road opened</title><link>https://volta.example/1</link><pubDate>Thu, 04 Mar 2021 10:33:30 GMT</pubDate><description><![CDATA[<p>The bridge was opened on Thursday by the minister.</p>]]></description></item>"
            + "<item><title>Broken <b></item></channel></rss>";
        List<InputRecord> records = Read("feed.xml", Encoding.UTF8.GetBytes(feed));
        Assert.Equal(2, records.Count);
        Document first = ReadOne(records[0].Document!);
        Assert.Equal(("https://volta.example/1", "Bridge & road opened", "Volta News", "2021-03-04"), (first.Uri, first.Title, first.Outlet, first.Published!.Date.ToString()));
        Assert.Equal(DiagnosticId.MalformedRecord, records[1].Problem!.Id);
    }

    [Fact]
    public void Atom_entries_are_read_and_a_feed_that_is_a_page_is_read_as_a_page()
    {
        const string atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Lagoon</title><entry><title>Ferry</title><link href=\"https://lagoon.example/f\"/><published>2020-02-03T00:00:00Z</published><content type=\"html\">&lt;p&gt;The ferry sails again.&lt;/p&gt;</content></entry></feed>";
        Document entry = ReadOne(Assert.Single(Read("f.atom", Encoding.UTF8.GetBytes(atom))).Document!);
        Assert.Equal(("Ferry", "2020-02-03"), (entry.Title, entry.Published!.Date.ToString()));
        Assert.Equal("Bridge over the Volta opened", ReadOne(Assert.Single(Read("f.rss", Encoding.UTF8.GetBytes(Page))).Document!).Title);
    }

    [Fact]
    public void A_web_archive_gives_its_pages_whole_chunked_and_packed_and_never_the_day_of_the_crawl()
    {
        byte[] archive = [.. Warc("https://a.example/1", Encoding.UTF8.GetBytes(Page), "", false), .. Warc("https://a.example/2", Encoding.UTF8.GetBytes(Page), "", true), .. Warc("https://a.example/3", Gzip(Encoding.UTF8.GetBytes(Page)), "gzip", true)];
        foreach (byte[] bytes in new[] { archive, Gzip(archive) })
        {
            List<InputRecord> records = Read("a.warc.gz", bytes);
            Assert.Equal(["https://a.example/1", "https://a.example/2", "https://a.example/3"], records.Select(record => record.Document!.Uri));
            Assert.All(records, record => Assert.Equal("2021-03-04", ReadOne(record.Document!).Published!.Date.ToString()));
        }
    }

    [Fact]
    public void A_damaged_member_of_a_web_archive_does_not_end_it()
    {
        var random = new Random(5);
        byte[] filler = new byte[6000];
        byte[] archive = [];
        for (int i = 0; i < 5; i++)
        {
            random.NextBytes(filler);
            string page = Page.Replace("</p>", " " + Convert.ToHexString(filler) + "</p>", StringComparison.Ordinal);
            byte[] member = Gzip(Warc($"https://a.example/{i}", Encoding.UTF8.GetBytes(page), "", false));
            if (i == 2)
                Array.Fill(member, (byte)0xFF, 100, 60);
            archive = [.. archive, .. member];
        }

        List<InputRecord> records = Read("a.warc.gz", archive);
        Assert.Contains(records, record => record.Problem is not null);
        Assert.Equal(["https://a.example/0", "https://a.example/1", "https://a.example/3", "https://a.example/4"], records.Where(record => record.Document is not null).Select(record => record.Document!.Uri));
    }

    [Fact]
    public void A_truncated_archive_gives_what_stood_before_its_end()
    {
        byte[] archive = [.. Warc("https://a.example/1", Encoding.UTF8.GetBytes(Page), "", false), .. Warc("https://a.example/2", Encoding.UTF8.GetBytes(Page), "", false)];
        List<InputRecord> records = Read("a.warc", archive[..^200]);
        Assert.Equal("https://a.example/1", records[0].Document!.Uri);
        Assert.Equal(DiagnosticId.MalformedRecord, records[1].Problem!.Id);
    }

    [Fact]
    public void A_zip_gives_its_entries_whatever_they_are_called_and_writes_nothing()
    {
        byte[] zip = Zip(("../../etc/report.txt", "The port was closed on Monday.\n"u8.ToArray()), ("page.html", Encoding.UTF8.GetBytes(Page)), ("pile.jsonl", "{\"text\":\"One.\"}\n"u8.ToArray()), ("picture.png", [1, 2, 3]));
        List<InputRecord> records = Read("a.zip", zip);
        Assert.Equal(["a.zip/../../etc/report.txt", "a.zip/page.html", "a.zip/pile.jsonl:1"], records.Select(record => record.Place));
        Assert.False(File.Exists("../../etc/report.txt"));
    }

    [Fact]
    public void Bombs_are_refused_with_a_diagnostic()
    {
        byte[] noughts = new byte[40_000_000];
        Array.Fill(noughts, (byte)'0');
        Assert.Equal(DiagnosticId.OversizedInput, Assert.Single(Read("bomb.zip", Zip(("b.txt", noughts)))).Problem!.Id);
        var limits = new ExtractionLimits { DocumentBytes = 1_000_000 };
        RawDocument cut = Assert.Single(Inputs.Read(new MemoryStream(Gzip(noughts)), "bomb.txt.gz", limits)).Document!;
        var problems = new List<Diagnostic>();
        DocumentReader.Read(cut, TestKnowledge.All, limits, problems);
        Assert.Contains(problems, problem => problem.Id == DiagnosticId.OversizedInput);
        byte[] nested = Zip(("x.txt", "x"u8.ToArray()));
        for (int depth = 0; depth < 4; depth++)
            nested = Zip(("in.zip", nested));
        Assert.Equal(DiagnosticId.OversizedInput, Assert.Single(Read("nest.zip", nested)).Problem!.Id);
    }

    [Fact]
    public void A_saved_page_is_decoded_from_its_parts()
    {
        string saved = "From: <Saved>\r\nSnapshot-Content-Location: https://m.example/p\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"xx\"\r\n\r\n--xx\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            + Page.Replace("=", "=3D", StringComparison.Ordinal).Replace("Volta", "V=C3=B6l=\r\nta", StringComparison.Ordinal) + "\r\n--xx--\r\n";
        RawDocument raw = Assert.Single(Read("p.mhtml", Encoding.Latin1.GetBytes(saved))).Document!;
        Assert.Equal(("https://m.example/p", "Bridge over the Völta opened"), (raw.Uri, ReadOne(raw).Title));
    }

    [Theory]
    [InlineData("%PDF-1.7\n%", "a PDF")]
    [InlineData("PK\u0003\u0004rest of it", "a zip archive")]
    public void A_text_file_that_is_none_is_refused(string start, string kind)
    {
        var problems = new List<Diagnostic>();
        Document document = DocumentReader.Read(new RawDocument { Uri = "a.txt", Bytes = Encoding.Latin1.GetBytes(start) }, TestKnowledge.All, problems);
        Assert.Equal("", document.Text);
        Assert.Contains(kind, Assert.Single(problems, problem => problem.Id == DiagnosticId.BinaryInput).Message, StringComparison.Ordinal);
    }

    private static List<InputRecord> Read(string name, byte[] bytes) => [.. Inputs.Read(new MemoryStream(bytes), name)];

    private static Document ReadOne(RawDocument raw) => DocumentReader.Read(raw, TestKnowledge.All, []);

    private static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
            stream.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Zip(params ReadOnlySpan<(string Name, byte[] Bytes)> entries)
    {
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, true))
        {
            foreach ((string name, byte[] bytes) in entries)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Warc(string uri, byte[] body, string encoding, bool chunked)
    {
        string head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + (encoding.Length > 0 ? $"Content-Encoding: {encoding}\r\n" : "") + (chunked ? "Transfer-Encoding: chunked\r\n" : "") + "\r\n";
        if (chunked)
        {
            var chunks = new MemoryStream();
            foreach (byte[] chunk in body.Chunk(50))
            {
                chunks.Write(Encoding.Latin1.GetBytes($"{chunk.Length:x}\r\n"));
                chunks.Write(chunk);
                chunks.Write("\r\n"u8);
            }

            chunks.Write("0\r\n\r\n"u8);
            body = chunks.ToArray();
        }

        byte[] block = [.. Encoding.Latin1.GetBytes(head), .. body];
        string record = $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2025-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {block.Length}\r\n\r\n";
        return [.. Encoding.Latin1.GetBytes(record), .. block, .. "\r\n\r\n"u8];
    }
}
