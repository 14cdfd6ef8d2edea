using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Those who only tell what happened to another: police, prosecutors, doctors, relatives.</summary>
internal sealed class Tellers(Phrases phrases, SpeechWords speech, NounsAgain again)
{
    /// <summary>How many sentences back the one of whom they tell may stand.</summary>
    private const int Window = 4;

    /// <summary>How many sentences back whoever is caught may stand.</summary>
    private const int LongWindow = 7;

    /// <summary>"A police spokesman, Karl Beck, said he had drowned": who is on duty, or whose coach or brother somebody is, may tell of another of whom the report spoke before.</summary>
    public bool IsOfAnother(int teller, int nominal, int verb, Func<int, bool> fits) =>
        speech.IsSpeech(phrases.Tree[verb].Lemma.ToLowerInvariant()) && (IsTelling(teller) || phrases.Tree.Has(nominal, Relation.NmodPoss)) && HasElder(teller, fits);

    /// <summary>"The prosecutor said so. He left home on Friday": what he did may be what another did.</summary>
    public bool IsOfAnother(int teller, Func<int, bool> fits) => IsTelling(teller) && HasElder(teller, fits);

    /// <summary>Whoever governs tells of what they do themselves.</summary>
    private bool IsTelling(int teller) => again.IsOnDuty(teller) && phrases.Table[teller].Level is not (<= TitleLevel.Minister);

    /// <summary>"The president spoke. Police arrested him": whoever serves the state, where the report has told of another lately.</summary>
    public bool IsOnDutyBeside(int person) =>
        again.IsOnDuty(person) && phrases.Recall.Back(LongWindow).Any(spoken => spoken.Entity != person && !spoken.IsModifier && !again.IsOnDuty(spoken.Entity) && phrases.Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false } other && (other.IsNamed || other.Known is not null));

    /// <summary>"The minister said they had bribed a clerk. He was arrested": whoever only told of another in the sentence before.</summary>
    public bool HasToldOf(int person)
    {
        bool told = false, other = false;
        foreach (Spoken spoken in phrases.Recall.Back(1))
        {
            if (spoken.IsModifier || spoken.Sentence == phrases.Recall.Sentence || phrases.Table[spoken.Entity] is not { Kind: EntityKind.Person, IsPlural: false })
                continue;
            told |= spoken.Entity == person && phrases.IsTelling(spoken.Token);
            other |= spoken.Entity != person && phrases.Tree[spoken.Token].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj;
        }

        return told && other && again.IsOnDuty(person);
    }

    /// <summary>Another private person with a name who can be meant came up before them, and lately too.</summary>
    public bool HasElder(int teller, Func<int, bool> fits)
    {
        foreach (Spoken spoken in phrases.Recall.Back(Window))
        {
            if (spoken.Entity < teller && !spoken.IsModifier && phrases.Table[spoken.Entity] is { IsNamed: true, Known: null } && !again.IsOnDuty(spoken.Entity) && fits(spoken.Entity))
                return true;
        }

        return false;
    }
}
