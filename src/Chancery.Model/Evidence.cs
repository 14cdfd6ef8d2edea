namespace Chancery.Model;

/// <summary>Where a fact was read and which rule read it. Every derived fact carries one.</summary>
public readonly record struct Evidence(TextRange Range, RuleId Rule);
