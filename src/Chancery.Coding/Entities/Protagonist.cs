using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The one person of whom a whole report tells, to whom a new paragraph turns back when an acquaintance was quoted in the one before.</summary>
internal sealed class Protagonist(Phrases phrases, SpeechWords speech)
{
    /// <summary>How many sentences may stand between somebody quoted and the paragraph that turns back.</summary>
    private const int Window = 3;

    /// <summary>Whoever is told of no more often only says something.</summary>
    private const int Aside = 3;

    /// <summary>"Karl Beck died. … 'He was kind,' said Ana Roux. [New paragraph] His memoirs …": who is meant instead of her; -1 for nobody else.</summary>
    /// <param name="near">Who was spoken of last.</param>
    /// <param name="fits">Whether somebody can be meant by the pronoun.</param>
    public int Instead(int near, Func<int, bool> fits)
    {
        if (phrases.Table.Count(near) > Aside || !IsQuoted(near) || Of() is not (>= 0 and var main) || main == near)
            return -1;
        return fits(main) && phrases.Table.Count(main) > phrases.Table.Count(near) ? main : -1;
    }

    /// <summary>Somebody who said something lately, and of whom nothing else was told outside.</summary>
    private bool IsQuoted(int person)
    {
        bool says = false;
        foreach (Spoken spoken in phrases.Recall.Back(Window))
        {
            if (spoken.Entity != person || !spoken.IsSubject || spoken.Sentence == phrases.Recall.Sentence)
                continue;
            if (phrases.Tree.Head(spoken.Token) is not (>= 0 and var verb) || !speech.IsSpeech(phrases.Tree[verb].Lemma.ToLowerInvariant()))
                return false;
            says = true;
        }

        return says;
    }

    /// <summary>The only person whom the title and the first sentence name; -1 for none or several.</summary>
    private int Of()
    {
        int only = -1;
        foreach (EntityMention mention in phrases.Table.Mentions)
        {
            if (phrases.Tree.SentenceOf(mention.HeadToken) > 1)
                break;
            if (phrases.Table[mention.Entity] is not { Kind: EntityKind.Person, IsPlural: false } draft || draft is { IsNamed: false, Known: null } || mention.Entity == only)
                continue;
            if (only >= 0)
                return -1;
            only = mention.Entity;
        }

        return only;
    }
}
