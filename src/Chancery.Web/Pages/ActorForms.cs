using Chancery.Record;

namespace Chancery.Web;

/// <summary>What people have said of who is meant, and the forms to say more.</summary>
internal static class ActorForms
{
    /// <summary>Corrections of this name that stand.</summary>
    public static void WriteStanding(Markup page, Visit visit, string name) => CorrectionForms.WriteStanding(page, visit, name);

    public static void Write(Markup page, Visit visit, NameRow actor) => _ = (page, visit, actor);
}
