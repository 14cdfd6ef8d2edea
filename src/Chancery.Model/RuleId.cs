namespace Chancery.Model;

/// <summary>The name of the rule or of the step that read a fact, e.g. <c>consult.visit</c> or <c>date.weekday</c>.</summary>
public readonly record struct RuleId(string Name)
{
    public override string ToString() => Name ?? "";
}
