using System.Diagnostics;
using System.Text;
using Chancery.Extraction;
using Chancery.Model;
using Xunit;

namespace Chancery.Tests;

/// <summary>Encodings, languages, dates in addresses, bounds of markup, and what holds for every document.</summary>
public sealed class ExtractionReadingTests
{
    public static TheoryData<string, string, string> Encodings() => new()
    {
        { "utf-16", "en", "The minister said that the talks would go on for a week." },
        { "utf-16BE", "en", "The minister said that the talks would go on for a week." },
        { "windows-1251", "ru", "Министр заявил, что переговоры продолжатся на следующей неделе в столице страны." },
        { "koi8-r", "ru", "Министр заявил, что переговоры продолжатся на следующей неделе в столице страны." },
        { "gb18030", "zh", "外交部长星期二表示，会谈将在首都继续进行一个星期。中国政府对此表示欢迎。" },
        { "big5", "zh", "外交部長星期二表示，會談將在首都繼續進行一個星期。中國政府對此表示歡迎。" },
        { "shift_jis", "ja", "外務大臣は火曜日に、会談が首都で続くと述べた。日本政府はこれを歓迎した。" },
        { "euc-kr", "ko", "외교부 장관은 화요일에 회담이 수도에서 계속될 것이라고 말했다." },
        { "windows-1256", "ar", "قال وزير الخارجية يوم الثلاثاء إن المحادثات ستستمر أسبوعا آخر في العاصمة." },
        { "windows-1250", "pl", "Minister powiedział we wtorek, że rozmowy będą trwały jeszcze tydzień w stolicy, a później się zobaczy." },
        { "iso-8859-2", "cs", "Ministr v úterý řekl, že jednání budou v hlavním městě pokračovat ještě týden, ačkoli žádná dohoda není." },
        { "iso-8859-5", "ru", "Министр заявил, что переговоры продолжатся на следующей неделе в столице страны." },
        { "windows-1253", "el", "Ο υπουργός δήλωσε την Τρίτη ότι οι συνομιλίες θα συνεχιστούν στην πρωτεύουσα για μία εβδομάδα." },
        { "windows-1254", "tr", "Bakan, bu görüşmelerin iki yıl daha başka bir şekilde olduğu gibi devam edeceğini söyledi, ancak anlaşma değil." },
        { "windows-1255", "he", "השר אמר ביום שלישי כי השיחות יימשכו בבירה שבוע נוסף." },
        { "iso-8859-1", "de", "Der Minister erklärte am Dienstag, die Gespräche würden in der Hauptstadt noch eine Woche für alle geführt." },
        { "windows-1252", "fr", "Le ministre a déclaré mardi que les négociations dureraient encore une semaine, même sans la délégation." },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Old_encodings_are_told_from_the_bytes_alone(string encoding, string language, string text)
    {
        byte[] bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(text);
        Document document = Read("a.txt", bytes, out _);
        Assert.Equal((text, language), (document.Text, document.Language));
    }

    [Fact]
    public void A_page_names_its_encoding_and_a_header_goes_before_it()
    {
        byte[] page = CodePagesEncodingProvider.Instance.GetEncoding("koi8-r")!.GetBytes("<html><head><meta charset=\"koi8-r\"></head><body><h1>Мост открыт</h1><p>Мост открыт.</p></body></html>");
        Assert.Equal("Мост открыт", Read("a.html", page, out _).Title);
        byte[] other = CodePagesEncodingProvider.Instance.GetEncoding("windows-1251")!.GetBytes("<html><head><meta charset=\"koi8-r\"></head><body><h1>Мост открыт</h1></body></html>");
        Assert.Equal("Мост открыт", DocumentReader.Read(new RawDocument { Uri = "a.html", Bytes = other, Charset = "windows-1251" }, TestKnowledge.All, []).Title);
    }

    [Theory]
    [InlineData("en", "The government said on Friday that it would not sign.")]
    [InlineData("de", "Die Regierung sagte am Freitag, sie werde nicht unterschreiben.")]
    [InlineData("fr", "Le gouvernement a dit vendredi qu'il ne signerait pas.")]
    [InlineData("es", "El gobierno dijo el viernes que no firmaría el acuerdo.")]
    [InlineData("pt", "O governo disse na sexta-feira que não assinaria o acordo.")]
    [InlineData("it", "Il governo ha detto venerdì che non firmerà questo accordo.")]
    [InlineData("nl", "De regering zei vrijdag dat zij het verdrag niet zou tekenen.")]
    [InlineData("sv", "Regeringen sade i fredags att den inte skulle skriva under avtalet.")]
    [InlineData("da", "Regeringen sagde fredag, at den ikke ville skrive under på aftalen.")]
    [InlineData("fi", "Hallitus sanoi perjantaina, että se ei allekirjoita sopimusta.")]
    [InlineData("pl", "Rząd powiedział w piątek, że nie podpisze umowy.")]
    [InlineData("cs", "Vláda v pátek uvedla, že smlouvu nepodepíše, protože je špatná.")]
    [InlineData("hu", "A kormány pénteken azt mondta, hogy nem írja alá a szerződést.")]
    [InlineData("ro", "Guvernul a spus vineri că nu va semna acordul.")]
    [InlineData("ru", "Правительство сообщило в пятницу, что оно не подпишет договор.")]
    [InlineData("uk", "Уряд повідомив у п'ятницю, що він не підпише цей договір.")]
    [InlineData("bg", "Правителството съобщи в петък, че няма да подпише договора.")]
    [InlineData("el", "Η κυβέρνηση είπε την Παρασκευή ότι δεν θα υπογράψει.")]
    [InlineData("tr", "Hükümet cuma günü anlaşmayı imzalamayacağını söyledi ve bu kadar dedi.")]
    [InlineData("ar", "قالت الحكومة يوم الجمعة إنها لن توقع على هذا الاتفاق.")]
    [InlineData("fa", "دولت روز جمعه گفت که این قرارداد را امضا نمی کند.")]
    [InlineData("he", "הממשלה אמרה ביום שישי כי לא תחתום על ההסכם.")]
    [InlineData("hi", "सरकार ने शुक्रवार को कहा कि वह समझौते पर हस्ताक्षर नहीं करेगी।")]
    [InlineData("id", "Pemerintah mengatakan pada hari Jumat bahwa mereka tidak akan menandatangani perjanjian itu.")]
    [InlineData("vi", "Chính phủ cho biết hôm thứ Sáu rằng họ sẽ không ký thỏa thuận này.")]
    [InlineData("ko", "정부는 금요일에 서명하지 않겠다고 말했다.")]
    [InlineData("ja", "政府は金曜日に署名しないと述べた。")]
    [InlineData("zh", "政府星期五表示不会签署这项协议。")]
    public void Languages_are_told_apart(string language, string text) =>
        Assert.Equal(language, LanguageIdentifier.Identify(text, TestKnowledge.All.Pages.Profiles));

    [Fact]
    public void Months_are_known_in_twenty_languages_and_more()
    {
        Assert.True(TestKnowledge.All.Pages.Calendars.LanguageCount >= 30);
        foreach ((string language, string text) in new[] { ("fr", "6 mai 2019"), ("es", "6 de mayo de 2019"), ("ru", "6 мая 2019 г."), ("hu", "2019. május 6."), ("vi", "6 tháng 5 năm 2019"), ("zh", "2019年5月6日"), ("ko", "2019년 5월 6일"), ("ar", "6 مايو 2019"), ("fi", "6. toukokuuta 2019"), ("cs", "6. května 2019"), ("en-US", "05/06/2019"), ("en-GB", "06/05/2019"), ("de", "6.5.2019"), ("ar", "٦ مايو ٢٠١٩"), ("de", "6. Mai 2019"), ("it", "6 maggio 2019"), ("pt", "6 de maio de 2019"), ("nl", "6 mei 2019"), ("sv", "6 maj 2019"), ("da", "6. maj 2019"), ("nb", "6. mai 2019"), ("pl", "6 maja 2019"), ("uk", "6 травня 2019 р."), ("el", "6 Μαΐου 2019"), ("tr", "6 Mayıs 2019"), ("ro", "6 mai 2019"), ("bg", "6 май 2019 г."), ("hr", "6. svibnja 2019."), ("lt", "2019 m. gegužės 6 d."), ("id", "6 Mei 2019"), ("ja", "2019年5月6日"), ("he", "6 במאי 2019"), ("hi", "6 मई 2019"), ("fa", "6 مه 2019") })
            Assert.Equal("2019-05-06", Assert.Single(DateScan.Find(text, TestKnowledge.All.Pages.Calendars, language)).Value.ToString());
        Assert.DoesNotContain(DateScan.Find("31 February 2019 and 10:33:30", TestKnowledge.All.Pages.Calendars, "en"), date => date.IsDay);
    }

    [Fact]
    public void A_paragraph_in_another_language_is_told_and_not_taken_for_the_report()
    {
        const string text = "Port of Beira closed\n\nThe port of Beira was closed on Monday after a storm, the police of Mozambique said.\n\n"
            + "O porto da Beira foi fechado na segunda-feira por causa de uma tempestade, disse a polícia do país, e não se sabe quando abre.\n\n"
            + "It will open again when the ships that sank have been raised, the police also said.\n";
        Document document = Read("a.txt", Encoding.UTF8.GetBytes(text), out List<Diagnostic> problems);
        Assert.Equal([null, "pt", null], document.Body.Select(block => block.Language));
        Assert.Equal(document.Body[1].Range, Assert.Single(problems, problem => problem.Id == DiagnosticId.UntranslatedWords).Range);
    }

    [Theory]
    [InlineData("https://a.example/2019/05/06/title", "2019-05-06")]
    [InlineData("https://a.example/2019-05/06/c_138036374.htm", "2019-05-06")]
    [InlineData("https://a.example/news/20190506103330.html", "2019-05-06")]
    [InlineData("https://a.example/x-196190506081530771.htm", "2019-05-06")]
    [InlineData("https://web.archive.example/web/20200101000000/https://a.example/2019/may/06/x", "2019-05-06")]
    [InlineData("https://a.example/news/06-05-2019", "2019-05-06")]
    [InlineData("https://a.example/2019/05/title", "2019-05")]
    [InlineData("https://a.example/story/1234567890123", null)]
    [InlineData("https://a.example/20191399/", null)]
    [InlineData("https://a.example/١٢١٢١٢١٢/", null)]
    public void Addresses_hold_days(string address, string? day) =>
        Assert.Equal(day, AddressDate.Read(address, TestKnowledge.All.Pages.Calendars)?.ToString());

    public static TheoryData<string, string> Harmful() => new()
    {
        { "div", string.Concat(Enumerable.Repeat("<div>", 100_000)) },
        { "b", string.Concat(Enumerable.Repeat("<b>", 100_000)) },
        { "table", string.Concat(Enumerable.Repeat("<table><tr><td>", 100_000)) },
        { "a", string.Concat(Enumerable.Repeat("<a href=x><p>", 30_000)) },
        { "p", string.Concat(Enumerable.Repeat("<p>", 1_000_000)) },
        { "attributes", "<div " + string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i}=1")) + ">" },
        { "unclosed", "<div title=\"" + new string('x', 1_000_000) },
        { "entities", string.Concat(Enumerable.Repeat("&amp;&#x41;&lt", 100_000)) },
    };

    [Theory]
    [MemberData(nameof(Harmful))]
    public void Markup_made_to_harm_is_read_in_bounded_time(string name, string markup)
    {
        var watch = Stopwatch.StartNew();
        Document document = Read("a.html", Encoding.UTF8.GetBytes("<html><body>" + markup + "<p>The port was closed on Monday, the police said.</p>"), out List<Diagnostic> problems);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), name);
        Assert.True(name == "unclosed" || problems.Any(problem => problem.Id == DiagnosticId.OversizedInput) || document.Text.Contains("The port was closed", StringComparison.Ordinal), name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("<")]
    [InlineData("<html><body><p>\ud800</p>")]
    [InlineData("\r\n\r\n \t")]
    public void Any_bytes_give_a_document(string text)
    {
        foreach (string name in new[] { "a.txt", "a.html", "-" })
            Assert.NotNull(Read(name, Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void Every_character_that_is_not_blank_is_title_body_or_dropped_with_a_reason()
    {
        const string text = "Home\r\n\r\nPort of Beira closed\r\n\r\nThe port of Beira was closed on Monday after a storm, the police of Mozambique said.\r\n\r\nShare this\r\n***\r\n";
        Document document = Read("a.txt", Encoding.UTF8.GetBytes(text), out _);
        Assert.Equal(text, document.Text);
        IEnumerable<TextRange> covered = document.Body.Select(block => block.Range).Concat(document.Dropped.Select(dropped => dropped.Range)).Append(document.TitleRange!.Value);
        Assert.All(Enumerable.Range(0, text.Length).Where(i => !char.IsWhiteSpace(text[i])), i => Assert.Single(covered, range => range.Contains(i)));
        Assert.All(document.Dropped, dropped => Assert.NotEqual("", dropped.Reason));
    }

    private static Document Read(string name, byte[] bytes, out List<Diagnostic> problems)
    {
        problems = [];
        return DocumentReader.Read(new RawDocument { Uri = name, Bytes = bytes }, TestKnowledge.All, problems);
    }
}
