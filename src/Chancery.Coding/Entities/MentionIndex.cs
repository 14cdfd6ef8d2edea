using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The entities and mentions of a document, found by token.</summary>
public sealed class MentionIndex
{
    private readonly int[] byHead;
    private readonly int[] covering;
    private readonly int[] nextSameHead;

    public MentionIndex(DocumentTree tree, ImmutableArray<Entity> entities, ImmutableArray<EntityMention> mentions)
    {
        Entities = entities;
        Mentions = mentions;
        byHead = new int[tree.Count];
        covering = new int[tree.Count];
        nextSameHead = new int[mentions.Length];
        Array.Fill(byHead, -1);
        Array.Fill(covering, -1);
        int token = 0;
        for (int m = 0; m < mentions.Length; m++)
        {
            EntityMention mention = mentions[m];
            nextSameHead[m] = -1;
            if (byHead[mention.HeadToken] is >= 0 and var first)
            {
                // The widest mention of a head comes first; others with the same range are further entities of the same words.
                if (mention.Range.Length > mentions[first].Range.Length)
                {
                    byHead[mention.HeadToken] = m;
                }
                else if (mention.Range == mentions[first].Range)
                {
                    nextSameHead[m] = nextSameHead[first];
                    nextSameHead[first] = m;
                }
            }
            else
            {
                byHead[mention.HeadToken] = m;
            }

            if (mention.Kind == MentionKind.Adjective)
                continue;
            while (token > 0 && tree[token].Range.Start >= mention.Range.Start)
                token--;
            for (int t = token; t < tree.Count && tree[t].Range.Start < mention.Range.End; t++)
            {
                if (tree[t].Range.Start < mention.Range.Start)
                    continue;
                if (covering[t] < 0 || mentions[covering[t]].Range.Length < mention.Range.Length)
                    covering[t] = m;
            }
        }
    }

    public ImmutableArray<Entity> Entities { get; }

    /// <summary>Whose voice a release is; null for a report.</summary>
    public IssuerVoice? Issuer { get; init; }

    public ImmutableArray<EntityMention> Mentions { get; }

    /// <summary>"I promise to lead our country": the state that one acts for is no other side of it.</summary>
    public bool IsOwnState(int actor, int side) =>
        Entities[side].Kind == EntityKind.State && !Entities[side].Country.IsNone && Entities[side].Country == Entities[actor].Country;

    /// <summary>The mentions that this token is the head of, all of one range: more than one for "the two ministers".</summary>
    public SameHeadEnumerator At(int token) => new(this, token < 0 ? -1 : byHead[token]);

    /// <summary>The widest mention around a token that is no mere adjective, or -1.</summary>
    public int Around(int token) => token < 0 ? -1 : covering[token];

    /// <summary>True when the token heads a mention or stands in one.</summary>
    public bool Knows(int token) => byHead[token] >= 0 || covering[token] >= 0;

    /// <summary>All mentions with one head and range.</summary>
    public struct SameHeadEnumerator(MentionIndex index, int first)
    {
        private int upcoming = first;

        public int Current { get; private set; } = -1;

        public readonly SameHeadEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            Current = upcoming;
            if (Current < 0)
                return false;
            upcoming = index.nextSameHead[Current];
            return true;
        }
    }
}
