using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Names that stand behind the comma after a noun or office and say whose it is.</summary>
internal sealed class NamesBehind(Phrases phrases)
{
    /// <summary>How many words may stand between an office and the comma before the name of its holder.</summary>
    private const int LongestTail = 12;

    /// <summary>How many words may stand between a comma and the name behind it that they describe.</summary>
    private const int LongestAge = 8;

    /// <summary>The person whose name stands as an apposition after a comma: "the minister, Sergei Lavrov"; -1 for none.</summary>
    /// <param name="first">Where the phrase begins.</param>
    /// <param name="last">Its last token; "to the House" may follow before the comma.</param>
    /// <param name="isSingle">Whether an article or an owner says that but one is meant.</param>
    public int AfterComma(int first, int last, bool isSingle)
    {
        int comma = last + 1;
        // "the head of the teachers' union, Karl Beck", "a deputy close to her, Karl Beck".
        bool close = comma < phrases.Tree.Count && phrases.Tree[comma] is { Pos: PartOfSpeech.Adj, Relation: Relation.Amod } && phrases.Tree.Head(comma) >= first && phrases.Tree.Head(comma) <= last;
        if (close || phrases.Words.IsOwnerCase(phrases.Form(comma)) || phrases.Form(comma) is "to" or "on" || IsInside(comma, first))
        {
            while (phrases.Form(comma) is not ("," or "") && comma - last < LongestTail && phrases.Tree[comma].Pos is not (PartOfSpeech.Verb or PartOfSpeech.Aux))
                comma++;
        }

        // "the clerk there, Karl Beck".
        if (phrases.Form(comma + 1) == "," && comma < phrases.Tree.Count && phrases.Tree[comma].Pos == PartOfSpeech.Adv && phrases.Tree.Head(comma) >= first && phrases.Tree.Head(comma) <= last)
            comma++;

        // "the captain, a man named Karl Beck".
        for (int i = comma + 2; phrases.Form(comma) == "," && phrases.Form(comma + 1) is "a" or "an" && i < comma + 6; i++)
        {
            if (phrases.Words.IsNamingVerb(phrases.Form(i)) && phrases.PersonAt(i + 1) is { } called)
                return called.Meant[0];
        }

        int start = comma + 1;
        while (start - comma < 3 && phrases.IsHonorific(start))
            start += phrases.Form(start + 1) == "." ? 2 : 1;
        if (phrases.Form(comma) == "," && start == comma + 1)
            start = AfterAge(start);
        bool ranked = false;

        // "a police spokeswoman, Inspector Ana Roux, said": the name has an office of its own.
        int office = phrases.Words.IsDefinite(phrases.Form(start)) ? start + 1 : start;

        // "the mediator, former Danish premier Karl Beck, said".
        bool former = phrases.Known.PhraseWords.Of(phrases.Form(office)) == PhraseWordKind.Former;
        if (former)
            office = phrases.Signs.At(office + 1) is { Kind: SightingKind.State } land && land.First == office + 1 ? land.Last + (phrases.Form(land.Last + 1) is "'s" or "’s" ? 2 : 1) : office + 1;

        // "the owner, Danish tycoon Karl Beck, sued".
        else if (phrases.Signs.At(office) is { Kind: SightingKind.State, Role: NameRole.Adjective } home && home.First == office)
            office = home.Last + 1;
        if (phrases.Form(comma) == "," && start == comma + 1 && phrases.Signs.At(office) is { Kind: SightingKind.Title, IsPlural: false } rank && rank.First == office && (former || phrases.Known.Titles.All[rank.Index].Level >= TitleLevel.Deputy) && phrases.NameAfter(rank.Last) is { } titled)
            (start, ranked) = (titled.First, true);
        if (phrases.Form(comma) != "," || phrases.PersonAt(start) is not { } next || next.First != start)
            return -1;
        if (ranked && phrases.Form(next.Last + 1) == "of" && phrases.Signs.At(next.Last + 2) is { Kind: SightingKind.State } state && phrases.Form(state.Last + 1) is "," or ".")
            return next.Meant[0];
        if (ranked)
            return phrases.Form(next.Last + 1) is "," or "." or ")" && !phrases.Words.IsCoordinator(phrases.Form(next.Last + 2)) ? next.Meant[0] : -1;
        bool opening = first <= phrases.Sentence.FirstToken + 2;

        // "the pilot, Karl Beck, and his daughter": a full name that a comma or the end closes, and no list of persons.
        bool closed = phrases.Form(next.Last + 1) is "," or "." or ";" or ")" or "";
        bool list = phrases.Words.IsCoordinator(phrases.Form(next.Last + 2)) && !isSingle || phrases.PersonAt(next.Last + 2) is not null;
        if ((next.First < next.Last || start > comma + 1) && closed && !list)
            return next.Meant[0];
        return phrases.Tree[phrases.Tree.HeadOf(next.First, next.Last)].Relation switch
        {
            Relation.Appos => next.Meant[0],
            Relation.Nsubj when opening && phrases.Form(next.Last + 1) is not "and" => next.Meant[0],
            _ when phrases.Form(next.Last + 1) == "," && !phrases.Words.IsCoordinator(phrases.Form(next.Last + 2)) && opening => next.Meant[0],
            _ => -1,
        };
    }

    /// <summary>"the head of the teachers' union": an owner within what stands behind the noun; "the boy's aunt" is an owner before it.</summary>
    private bool IsInside(int mark, int first) =>
        phrases.Form(mark) is "'" or "’" or "'s" or "’s" && phrases.Tree.Head(mark) is >= 0 and var owner && phrases.Tree.Head(owner) is var owned && owned > mark && !IsSomebody(owned) && phrases.Tree.Head(owned) is >= 0 and var above && above >= first && above < owner;

    private bool IsSomebody(int noun) =>
        phrases.Signs.At(noun) is { Kind: SightingKind.Title } || phrases.Signs.At(noun) is { Kind: SightingKind.Agent } agent && phrases.Known.Agents[agent.Index].Kind == EntityKind.Person;

    /// <summary>"the survivor, 17-year-old student Karl Beck": where the name stands behind its age and a noun that is no office; where it began for none.</summary>
    private int AfterAge(int start)
    {
        for (int i = start; i < start + LongestAge; i++)
        {
            if (phrases.Signs.At(i) is { Kind: SightingKind.Person or SightingKind.Name } name)
                return name.First == i && name.First < name.Last && phrases.PersonAt(i) is not null ? i : start;
            bool noun = phrases.Signs.At(i) is { IsPlural: false } beside && (beside.Kind == SightingKind.Agent && phrases.Known.Agents[beside.Index].Kind == EntityKind.Person
                || beside.Kind == SightingKind.Title && phrases.Known.Titles.All[beside.Index].Sector is Sector.Cvl or Sector.Edu or Sector.Unk);
            if (!noun && !(phrases.Signs.At(i) is null && (phrases.Tree[Math.Min(i, phrases.Tree.Count - 1)].Pos is PartOfSpeech.Num or PartOfSpeech.Adj || phrases.Tree[Math.Min(i, phrases.Tree.Count - 1)].Relation == Relation.Amod)) && !phrases.IsAge(i))
                return start;
        }

        return start;
    }
}
