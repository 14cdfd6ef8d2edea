using System.Text;
using Chancery.Knowledge;
using Xunit;

namespace Chancery.Tests;

/// <summary>The compiled form of the knowledge that is kept between starts: it must answer as the texts do, and never be in the way.</summary>
public sealed class KnowledgeImageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("chancery-image-").FullName;

    private string Data => Path.Combine(folder, "data");

    private string Kept => Path.Combine(folder, "knowledge.image");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>All entities with all they hold, all names with all they may mean, all office holders, outlets, rules, profiles.</summary>
    [Fact]
    public void A_base_kept_from_an_earlier_start_answers_as_one_from_the_texts()
    {
        string data = Path.Combine(TestKnowledge.Root(), "data");
        KnowledgeBase first = KnowledgeFiles.Load(data, Kept);
        DateTime made = File.GetLastWriteTimeUtc(Kept);
        KnowledgeBase again = KnowledgeFiles.Load(data, Kept);
        Assert.Equal(made, File.GetLastWriteTimeUtc(Kept));
        KnowledgeBase texts = KnowledgeBase.Load(KnowledgeSource.FromFolder(data));
        string expected = Told(texts);
        Assert.Equal(expected, Told(first));
        Assert.Equal(expected, Told(again));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(200)]
    [InlineData(-1)]
    public void A_damaged_image_is_made_anew(int at)
    {
        WriteWorld("president");
        Load();
        byte[] content = File.ReadAllBytes(Kept);
        byte[] good = [.. content];
        content[at < 0 ? content.Length - 1 : at] ^= 4;
        File.WriteAllBytes(Kept, content);
        Assert.Equal("president", Title(Load()));
        Assert.Equal(good, File.ReadAllBytes(Kept));
        File.WriteAllBytes(Kept, good[..(good.Length / 2)]);
        Assert.Equal("president", Title(Load()));
        File.WriteAllBytes(Kept, []);
        Assert.Equal("president", Title(Load()));
    }

    [Fact]
    public void A_changed_file_is_noticed()
    {
        WriteWorld("president");
        Assert.Equal("president", Title(Load()));
        Assert.Equal("president", Title(Load()));
        WriteWorld("monarch");
        Assert.Equal("monarch", Title(Load()));
    }

    [Fact]
    public void A_file_of_the_same_length_and_nearly_the_same_time_is_noticed()
    {
        WriteWorld("president");
        Load();
        string file = WriteWorld("presidium");
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(Kept).AddSeconds(-1));
        Assert.Equal("presidium", Title(Load()));
        DateTime written = File.GetLastWriteTimeUtc(file);
        WriteWorld("president");
        File.SetLastWriteTimeUtc(file, written);
        Assert.Equal("president", Title(Load()));
    }

    [Fact]
    public void A_damaged_file_stops_the_start_though_an_image_is_there()
    {
        string file = WriteWorld("president");
        Load();
        File.AppendAllText(file, "  hat     blue\n");
        var error = Assert.Throws<KnowledgeException>(() => Load());
        Assert.EndsWith("x.entities:3:3: 'hat' is no field of a person", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_image_can_be_written_nothing_is_said_and_all_is_known()
    {
        WriteWorld("president");
        Assert.Equal("president", Title(KnowledgeFiles.Load(Data, Path.Combine(folder, "no such folder", "knowledge.image"))));
    }

    [Fact]
    public void The_layers_of_a_user_are_not_kept()
    {
        WriteWorld("president");
        string layer = Directory.CreateDirectory(Path.Combine(folder, "mine", "entities")).FullName;
        File.WriteAllText(Path.Combine(layer, "y.entities"), "person Yuri Borin\n  office  RRT GOV king  2004-05 ..\n");
        Assert.Equal("king", Title(KnowledgeFiles.Load(Data, Kept, Path.Combine(folder, "mine"))));
        Assert.Equal("president", Title(Load()));
    }

    private KnowledgeBase Load() => KnowledgeFiles.Load(Data, Kept);

    private static string Title(KnowledgeBase knowledge) => knowledge.Entities.Find("person:Yuri Borin")!.Offices[0].Title;

    /// <summary>A world of one person, old enough to be kept; gives the file of that person.</summary>
    private string WriteWorld(string title)
    {
        foreach (string path in TestKnowledge.Source.Paths.Where(path => path.StartsWith("unicode/", StringComparison.Ordinal) || path.StartsWith("ontology/", StringComparison.Ordinal)))
            Write(path, TestKnowledge.Source[path]!);
        return Write("entities/people/x.entities", $"person Yuri Borin\n  office  RRT GOV {title}  2004-05 ..\n");
    }

    private string Write(string path, string text)
    {
        string file = Path.Combine(Data, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddHours(-1));
        return file;
    }

    private static string Told(KnowledgeBase knowledge)
    {
        var text = new StringBuilder(knowledge.Version).AppendLine();
        KnownEntities known = knowledge.Entities;
        foreach (KnownEntity entity in known.All)
            Tell(text, known, entity);
        for (int name = 0; name < known.NameCount; name++)
        {
            text.Append(known.Written(name));
            foreach (NameCandidate candidate in known.Candidates(name))
                text.Append(' ').Append(candidate.Role).Append(candidate.Index);
            text.AppendLine();
        }

        foreach (OfficeHolder holder in known.AllHolders)
            text.AppendLine($"{holder.Person.Key} {holder.Office}");
        foreach (Title title in known.Titles.All)
            text.AppendLine($"{title.Name} {title.Sector} {title.Level} {string.Join('|', title.Forms)} {known.Titles.Find(title.Forms[^1])!.Name}");
        foreach (Agent agent in known.Agents)
            text.AppendLine(agent.ToString());
        foreach (RegionWord region in known.Regions)
            text.AppendLine($"{region.Word} {string.Join(' ', region.States)}");
        foreach (EntityExample example in knowledge.Examples)
            text.AppendLine(example.ToString());
        foreach (Outlet outlet in knowledge.Outlets.All)
            text.AppendLine($"{outlet.Name} {outlet.Kind} {outlet.Country} {string.Join('|', outlet.Names)} {string.Join('|', outlet.Domains)} {knowledge.Outlets.Find(outlet.Name)?.Name} {outlet.Place}");
        foreach (EventRule rule in knowledge.EventRules.Rules)
            text.AppendLine($"{rule.Id} {rule.Type} {rule.Cameo} {string.Join('|', rule.Triggers)} {rule.Place}");
        LanguageProfiles profiles = knowledge.Pages.Profiles;
        float[] scores = new float[profiles.Width];
        foreach (string word in (string[])["the", "der", "министр", "總統", "qxz"])
            profiles.Add(word, 1, scores, new int[scores.Length]);
        return text.AppendJoin(' ', scores).ToString();
    }

    private static void Tell(StringBuilder text, KnownEntities known, KnownEntity entity)
    {
        text.AppendLine($"{entity.Index} {entity.Key} {entity.Name} {entity.Kind} {entity.Country} {entity.Valid} {entity.Parent} {entity.HasOwnCode} {entity.Codes} {entity.Position} {entity.PlaceKind} {entity.Wikidata} {entity.Place}");
        text.AppendLine($"  {string.Join('|', entity.Names)} / {string.Join('|', entity.Families)} / {string.Join('|', entity.Regions)} / {string.Join('|', entity.Sectors)}");
        foreach (Office office in entity.Offices)
            text.AppendLine($"  {office}");
        foreach (Membership member in entity.Members)
            text.AppendLine($"  {member}");
        text.AppendLine($"  {known.Find(entity.Key)?.Index} {(entity.HasOwnCode ? known.State(entity.Country)?.Key : "")} {known.IsGivenName(entity.Name.Split(' ')[0])}");
    }
}
