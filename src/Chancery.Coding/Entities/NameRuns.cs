using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Joins capitalized words that no data know into names, with weak names beside them: "Ricardo Lagos" is no city.</summary>
internal sealed class NameRuns(DocumentTree tree, KnownEntities known, MentionWords words, NameTagger? tagger)
{
    private readonly List<TaggedName> tagged = [];

    private const int LongestRun = 8;

    /// <param name="sentence">Where.</param>
    /// <param name="found">What was found so far; changed.</param>
    /// <param name="taken">The same by token, from the first of the sentence.</param>
    public void Join(Sentence sentence, List<Sighting> found, Sighting?[] taken)
    {
        if (!HasLowerCase(sentence.Range.In(tree.Text)))
            return;
        tagged.Clear();
        tagger?.Enter(sentence, taken);
        tagger?.Tag(tagged);
        int token = sentence.FirstToken;
        var gone = new HashSet<Sighting>();
        while (token < sentence.EndToken)
        {
            if (!IsFree(token, sentence, taken))
            {
                token++;
                continue;
            }

            int first = token;
            if (first > sentence.FirstToken && taken[first - 1 - sentence.FirstToken] is { } before && IsJoinable(before, first))
                first = before.First;
            while (first - 1 > sentence.FirstToken && taken[first - 1 - sentence.FirstToken] is null && tree[first - 1].Pos is PartOfSpeech.Adj or PartOfSpeech.Noun
                && IsCapital(first - 1) && !words.IsCalendar(tree[first - 1].Range.Of(tree.Text).ToLowerInvariant()))
            {
                first--;
            }

            int last = token;
            Sighting? ending = null;
            while (last + 1 < sentence.EndToken && last - first < LongestRun)
            {
                int next = last + 1;
                Sighting? sighting = taken[next - sentence.FirstToken];
                if (IsFree(next, sentence, taken))
                {
                    last = next;
                }
                else if (sighting is not null && sighting.First == next && IsJoinable(sighting, last))
                {
                    last = sighting.Last;
                }
                else if (sighting is { Kind: SightingKind.Agent, IsPlural: false } && sighting.First == next && IsCapital(next) && known.Agents[sighting.Index].Kind != EntityKind.Person)
                {
                    ending = sighting;
                    last = sighting.Last;
                    break;
                }
                else if (next + 1 < sentence.EndToken && sighting is null && IsLink(next) && IsFree(next + 1, sentence, taken) && !IsCoordinator(next))
                {
                    last = next + 1;
                }
                else
                {
                    break;
                }
            }

            if (Around(first, last, sentence, taken) is { } longer)
                (first, last, ending) = (longer.First, longer.Last, ending ?? HeadOf(longer, sentence, taken));
            var whole = new Sighting
            {
                First = first,
                Last = last,
                Range = TextRange.FromBounds(tree[first].Range.Start, tree[last].Range.End),
                Kind = SightingKind.Name,
                NameAgent = ending?.Index ?? -1,
                Weights = Weigh(first, last),
                People = PeopleOf(first, last, sentence, taken),
            };
            for (int i = first; i <= last; i++)
            {
                if (taken[i - sentence.FirstToken] is { } part)
                    gone.Add(part);
                taken[i - sentence.FirstToken] = whole;
            }

            found.Add(whole);
            token = last + 1;
        }

        if (gone.Count > 0)
            found.RemoveAll(gone.Contains);
    }

    private float[] Weigh(int first, int last)
    {
        if (tagger is null)
            return [];
        var weights = new float[NameVote.Kinds];
        tagger.Weigh(first, last, weights);
        return weights;
    }

    /// <summary>The longer name that the tagger sees around a run, when nothing in it stands for itself: "Center for River Studies" is not three names.</summary>
    private TaggedName? Around(int first, int last, Sentence sentence, Sighting?[] taken)
    {
        foreach (TaggedName name in tagged)
        {
            if (name.First > first || name.Last < last || name.Last - name.First == last - first || name.Last - name.First >= LongestRun || name.Kind == NameKind.Person)
                continue;
            bool free = name.Kind == NameKind.Organization || !HasCoordinator(name);
            for (int i = name.First; i <= name.Last && free; i++)
            {
                free = taken[i - sentence.FirstToken] is not { } part
                    || part.First >= name.First && part.Last <= name.Last && part.Kind switch
                    {
                        SightingKind.State => part.Role == NameRole.Capital,
                        SightingKind.Place or SightingKind.Name => true,
                        SightingKind.Agent => !part.IsPlural && IsCapital(part.First) && known.Agents[part.Index].Kind != EntityKind.Person,
                        SightingKind.Person => part.IsWeak,
                        _ => false,
                    };
            }

            if (free)
                return name;
        }

        return null;
    }

    private bool HasCoordinator(TaggedName name)
    {
        for (int i = name.First; i <= name.Last; i++)
        {
            if (IsCoordinator(i))
                return true;
        }

        return false;
    }

    /// <summary>The common noun that heads a long name: its last word, or the one before "of" and "for".</summary>
    private Sighting? HeadOf(TaggedName name, Sentence sentence, Sighting?[] taken)
    {
        int head = tree.HeadOf(name.First, name.Last);
        return taken[head - sentence.FirstToken] is { Kind: SightingKind.Agent } noun ? noun : null;
    }

    private static ImmutableArray<int> PeopleOf(int first, int last, Sentence sentence, Sighting?[] taken)
    {
        for (int i = last; i >= first; i--)
        {
            if (taken[i - sentence.FirstToken] is { People.Length: > 0 } bearer)
                return bearer.People;
        }

        return [];
    }

    private bool IsFree(int token, Sentence sentence, Sighting?[] taken)
    {
        if (taken[token - sentence.FirstToken] is not null || tree[token].Pos is not (PartOfSpeech.Propn or PartOfSpeech.X) || !IsCapital(token))
            return false;
        string form = tree[token].Range.Of(tree.Text);
        if (words.IsCalendar(form.ToLowerInvariant()) || known.PhraseWords.Of(known.Folding.Fold(form).TrimEnd('.')) == PhraseWordKind.Honorific)
            return false;
        return form.Any(char.IsLetter);
    }

    private bool IsCapital(int token) => char.IsUpper(tree.Text[tree[token].Range.Start]);

    private static bool HasLowerCase(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLower(c))
                return true;
        }

        return false;
    }

    /// <summary>A name that may be part of a longer one: a surname, a city, and a state or adjective only where the tree makes it a part.</summary>
    private bool IsJoinable(Sighting sighting, int neighbour)
    {
        if (sighting.Last < neighbour ? sighting.Last + 1 != neighbour : neighbour + 1 != sighting.First)
            return false;
        bool bound = tree[sighting.First].Head == neighbour && tree[sighting.First].Relation is Relation.Flat
            || tree[neighbour].Head == sighting.First && tree[neighbour].Relation is Relation.Flat
            || sighting.First > neighbour && tree[sighting.First].Relation == Relation.Flat;
        return sighting.Kind switch
        {
            SightingKind.Person => sighting.IsWeak && (sighting.First > neighbour || bound),
            SightingKind.Place => sighting.First == sighting.Last && bound,
            SightingKind.State => sighting.First == sighting.Last && bound && sighting.Role is NameRole.Name or NameRole.Capital && sighting.First > neighbour,
            _ => false,
        };
    }

    private bool IsLink(int token) =>
        tree[token].Range.Length == 1 && tree.Text[tree[token].Range.Start] == '-' && tree[token - 1].Range.End == tree[token].Range.Start
        || known.Naming.IsParticle(tree[token].Range.Of(tree.Text));

    private bool IsCoordinator(int token) => words.IsCoordinator(tree[token].Range.Of(tree.Text).ToLowerInvariant());
}
