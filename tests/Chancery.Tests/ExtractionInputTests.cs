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
    public void Packed_data_that_end_too_early_are_read_to_their_end_and_say_so()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 4000).Select(number => $"Line {number} of the report. ")));
        RawDocument cut = Assert.Single(Read("a.txt.gz", Gzip(text)[..2000])).Document!;
        Assert.StartsWith("Line 0 of the report.", Encoding.UTF8.GetString(cut.Bytes.Span), StringComparison.Ordinal);
        Assert.Equal(DiagnosticId.MalformedRecord, Assert.Single(cut.Problems).Id);
        List<InputRecord> archive = Read("a.warc.gz", Gzip(Warc("https://a.example/1", Encoding.UTF8.GetBytes(Page), "", false))[..^30]);
        Assert.Contains(archive, record => record.Problem is { Id: DiagnosticId.MalformedRecord });
    }

    [Fact]
    public void An_answer_whose_record_names_no_type_is_read()
    {
        byte[] record = Encoding.UTF8.GetBytes("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\nContent-Length: 70\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Rain fell.</p>        \r\n\r\n");
        Assert.Equal("https://a.example/1", Assert.Single(Read("a.warc", record)).Document!.Uri);
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
    public void A_feed_that_is_no_good_xml_is_read_as_a_browser_reads_it_and_says_so()
    {
        const string feed = "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss version=\"2.0\"><channel><title>Volta&nbsp;News</title>"
            + "<item><title>Мост &mdash; &lsquo;A&rsquo; &unknown; &#8212; R&D</title><link>https://volta.example/?a=1&b=2</link><description><![CDATA[<p>Stays &nbsp; as it is ]] > here.</p>]]></description></item>"
            + "<item><title>Second \u0001 item</title><link>https://volta.example/2</link></item></channel></rss>";
        List<InputRecord> records = Read("feed.xml", CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(feed));
        Assert.Equal(["https://volta.example/?a=1&b=2", "https://volta.example/2"], records.Select(record => record.Document!.Uri));
        var problems = new List<Diagnostic>();
        Document first = DocumentReader.Read(records[0].Document!, TestKnowledge.All, problems);
        Assert.Equal("Мост — ‘A’ &unknown; — R&D", first.Title);
        Assert.Contains(problems, problem => problem.Id == DiagnosticId.MalformedRecord && problem.Message.Contains("&nbsp;", StringComparison.Ordinal));
        Assert.Empty(records[1].Document!.Problems);
    }

    [Fact]
    public void Entities_of_a_feed_are_never_expanded_and_no_file_is_opened()
    {
        string bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"aaaaaaaaaa\">" + string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};&a{i - 1};\">"))
            + "<!ENTITY file SYSTEM \"file:///etc/hostname\">]><rss version=\"2.0\"><channel><item><title>Port &a30; &file; closed</title><link>https://a.example/1</link></item></channel></rss>";
        Assert.Equal("Port &a30; &file; closed", ReadOne(Assert.Single(Read("bomb.xml", Encoding.UTF8.GetBytes(bomb))).Document!).Title);
    }

    [Fact]
    public void A_gigabyte_of_one_tag_is_cut_in_flat_memory()
    {
        using var endless = new RepeatingStream("<div>"u8.ToArray(), 1L << 30);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var problems = new List<Diagnostic>();
        Document document = DocumentReader.Read(Assert.Single(Inputs.Read(endless, "a.html")).Document!, TestKnowledge.All, problems);
        Assert.Contains(problems, problem => problem.Id == DiagnosticId.OversizedInput);
        Assert.Equal("", document.Text);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 700_000_000);
        Assert.InRange(endless.Given, 0, 64 << 20);
    }

    [Theory]
    [InlineData("a.txt.gz")]
    [InlineData("a.warc.gz")]
    public void A_gzip_bomb_is_left_after_a_bounded_time(string name)
    {
        byte[] start = name == "a.txt.gz" ? [] : "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 300000000\r\n\r\n"u8.ToArray();
        var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest, true))
        {
            stream.Write(start);
            using var noughts = new RepeatingStream("0"u8.ToArray(), 300_000_000);
            noughts.CopyTo(stream);
        }

        List<InputRecord> records = Read(name, packed.ToArray());
        var problems = new List<Diagnostic>();
        foreach (InputRecord record in records)
        {
            if (record.Document is { } raw)
                DocumentReader.Read(raw, TestKnowledge.All, problems);
            else
                problems.Add(record.Problem!);
        }

        Assert.Contains(problems, problem => problem.Id == DiagnosticId.OversizedInput);
    }

    [Fact]
    public void A_web_archive_in_a_damaged_zip_comes_to_an_end()
    {
        byte[] zip = Zip(("a.warc", [.. Enumerable.Repeat(Warc("https://a.example/1", Encoding.UTF8.GetBytes(Page), "", false), 40).SelectMany(part => part)]));
        Array.Fill(zip, (byte)0xFF, 200, 40);
        Assert.InRange(Read("a.zip", zip).Count(record => record.Problem is not null), 1, 3);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    [InlineData(200)]
    public void A_truncated_zip_is_told_and_not_thrown(int lost)
    {
        byte[] zip = Zip(("page.html", Encoding.UTF8.GetBytes(Page)), ("other.html", Encoding.UTF8.GetBytes(Page)));
        Assert.Equal(DiagnosticId.MalformedRecord, Assert.Single(Read("a.zip", zip[..^lost])).Problem!.Id);
    }

    [Fact]
    public void Standard_input_may_be_any_kind()
    {
        byte[] page = Encoding.UTF8.GetBytes(Page);
        byte[] archive = Warc("https://a.example/1", page, "", false);
        foreach (byte[] bytes in new[] { page, archive, Gzip(archive), Zip(("p.html", page)), Gzip(page) })
        {
            using var pipe = new RepeatingStream(bytes, bytes.Length);
            Assert.Equal("Bridge over the Volta opened", ReadOne(Assert.Single(Inputs.Read(pipe, "-")).Document!).Title);
        }

        using var lines = new RepeatingStream("{\"text\":\"One.\"}\n"u8.ToArray(), 32);
        Assert.Equal(2, Inputs.Read(lines, "-").Count());
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

    /// <summary>The same bytes again and again up to a number, as a pipe gives them: forward only.</summary>
    private sealed class RepeatingStream(byte[] piece, long length) : ForwardStream
    {
        public long Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            int count = (int)Math.Min(buffer.Length, length - Given);
            for (int i = 0; i < count; i++)
                buffer[i] = piece[(int)((Given + i) % piece.Length)];
            Given += count;
            return count;
        }
    }
}
