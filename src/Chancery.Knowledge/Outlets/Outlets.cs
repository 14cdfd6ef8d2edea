using System.Buffers;
using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>Who publishes.</summary>
/// <param name="Name">The name that readings give.</param>
/// <param name="Kind">agency, newspaper, broadcaster, magazine, site or ministry.</param>
/// <param name="Country">None when unknown.</param>
/// <param name="Names">The header, other names and acronyms.</param>
/// <param name="Domains">Lower case, without <c>www.</c>.</param>
/// <param name="Languages">BCP 47.</param>
/// <param name="Place">Where it is written.</param>
public sealed record Outlet(
    string Name, string Kind, CountryCode Country, ImmutableArray<string> Names, ImmutableArray<string> Domains, ImmutableArray<string> Languages, FilePlace Place)
{
    /// <summary>Names of capitals alone, which several outlets of the world may bear.</summary>
    public ImmutableArray<string> Acronyms { get; init; } = [];

    /// <summary>An agency whose copy comes from everywhere; the others tell of their own country.</summary>
    public bool IsOfWorld { get; init; }
}

/// <summary>All known outlets, found by name, acronym or address; a separate tree finds their names in source lines and credits.</summary>
public sealed class Outlets
{
    private readonly NameTrie trie;
    private readonly ImmutableArray<int> outletOfName;
    private readonly Dictionary<string, int> byDomain;

    private Outlets(ImmutableArray<Outlet> all, NameTrie trie, ImmutableArray<int> outletOfName, Dictionary<string, int> byDomain)
    {
        All = all;
        this.trie = trie;
        this.outletOfName = outletOfName;
        this.byDomain = byDomain;
    }

    public ImmutableArray<Outlet> All { get; }

    /// <summary>Adds every outlet named in the text; acronyms count with their case. Allocates nothing beyond the list.</summary>
    public void Match(ReadOnlySpan<char> text, List<NameMatch> matches) => trie.Match(text, matches);

    /// <summary>The outlet of a match of <see cref="Match"/>.</summary>
    public Outlet Of(NameMatch match) => All[outletOfName[match.Name]];

    /// <summary>The outlet whose name or acronym the whole text is, or null.</summary>
    public Outlet? Find(string name)
    {
        var matches = new List<NameMatch>();
        trie.Match(name, matches);
        foreach (NameMatch match in matches)
        {
            if (name.AsSpan(0, match.Start).IndexOfAnyExcept(Blank) < 0 && name.AsSpan(match.End).IndexOfAnyExcept(Blank) < 0)
                return Of(match);
        }

        return null;
    }

    /// <summary>The outlet of a host, or of a host that it is part of: <c>www.afp.com</c>; null when unknown.</summary>
    public Outlet? ByDomain(string host)
    {
        host = host.ToLowerInvariant();
        while (true)
        {
            if (byDomain.TryGetValue(host, out int index))
                return All[index];
            int dot = host.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
                return null;
            host = host[(dot + 1)..];
        }
    }

    private static readonly SearchValues<char> Blank = SearchValues.Create(" \t\r\n.,:;-()");

    internal static Outlets Load(KnowledgeSource source, IReadOnlyList<KnowledgeSource> layers, Folding folding, Action<KnowledgeException> report)
    {
        var all = new List<Outlet>();
        var acronyms = new List<ImmutableArray<string>>();
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (KnowledgeSource part in layers.Prepend(source))
        {
            foreach ((string file, string text) in part.Below("outlets/", ".outlets"))
            {
                try
                {
                    foreach (Block block in BlockFile.Parse(file, text))
                        Read(block);
                }
                catch (KnowledgeException error)
                {
                    report(error);
                }
            }

            void Read(Block block)
            {
                Outlet outlet = ReadOutlet(block, out ImmutableArray<string> brief);
                if (byName.TryGetValue(outlet.Name, out int index))
                {
                    if (all[index].Place.File.StartsWith(part.Name + "/", StringComparison.Ordinal))
                        report(new KnowledgeException(block.Place, $"'{outlet.Name}' stands in {all[index].Place} too"));
                    all[index] = outlet;
                    acronyms[index] = brief;
                    return;
                }

                byName.Add(outlet.Name, all.Count);
                all.Add(outlet);
                acronyms.Add(brief);
            }
        }

        var trie = new NameTrieBuilder(folding, new Naming(source), 2048);
        var outletOfName = new List<int>();
        var domains = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < all.Count; i++)
        {
            foreach (string name in all[i].Names)
            {
                int id = trie.Add(name, acronyms[i].Contains(name) ? NameCase.Exact : NameCase.Capital);
                if (id == outletOfName.Count)
                    outletOfName.Add(i);
            }

            foreach (string domain in all[i].Domains)
                domains.TryAdd(domain, i);
        }

        return new Outlets([.. all], trie.ToTrie(), [.. outletOfName], domains);
    }

    private static readonly ImmutableArray<string> Kinds = ["agency", "newspaper", "broadcaster", "magazine", "site", "ministry"];

    private static Outlet ReadOutlet(Block block, out ImmutableArray<string> acronyms)
    {
        if (block.Keyword != "outlet")
            throw new KnowledgeException(block.Place, $"'{block.Keyword}' is no outlet");
        var names = ImmutableArray.CreateBuilder<string>();
        names.Add(block.Name);
        acronyms = [];
        string kind = "";
        CountryCode country = default;
        ImmutableArray<string> domains = [];
        ImmutableArray<string> languages = [];
        bool world = false;
        foreach (BlockField field in block.Fields)
        {
            switch (field.Key)
            {
                case "names":
                    names.AddRange(field.Values());
                    break;
                case "acronyms":
                    acronyms = field.Values();
                    names.AddRange(acronyms);
                    break;
                case "kind":
                    kind = Kinds.Contains(field.Value) ? field.Value : throw new KnowledgeException(field.ValuePlace, $"'{field.Value}' is no kind of outlet: {string.Join(", ", Kinds)}");
                    break;
                case "country":
                    if (!CountryCode.TryParse(field.Value, out country))
                        throw new KnowledgeException(field.ValuePlace, $"'{field.Value}' is no country code of three capital letters");
                    break;
                case "domains":
                    domains = field.Values();
                    break;
                case "language":
                    languages = field.Values();
                    break;
                case "world":
                    world = field.Value == "yes" ? true : throw new KnowledgeException(field.ValuePlace, "an outlet of the world says 'yes'");
                    break;
                case "wikidata":
                    break;
                default:
                    throw new KnowledgeException(field.Place, $"'{field.Key}' is no field of an outlet");
            }
        }

        return new Outlet(block.Name, kind, country, names.ToImmutable(), domains, languages, block.Place) { Acronyms = acronyms, IsOfWorld = world };
    }
}
