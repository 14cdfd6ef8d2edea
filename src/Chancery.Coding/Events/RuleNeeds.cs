using System.Collections.Frozen;
using Chancery.Knowledge;

namespace Chancery.Coding;

/// <summary>The sides that a rule needs to be known.</summary>
internal static class RuleNeeds
{
    /// <summary>Why a reading is none, by what its rule needs.</summary>
    public static readonly FrozenDictionary<string, string> Text = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["actor"] = "no actor is known",
        ["recipient"] = "no recipient is known",
        ["both"] = "not both sides are known",
        ["any"] = "no side is known",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the sides that a rule needs are known; of a passive that tells no doer, the one to whom it was done.</summary>
    public static bool AreMet(EventRule rule, RuleReading reading)
    {
        bool actor = reading.Actors.Count > 0;
        bool recipient = reading.Recipients.Count > 0 || (rule.Reciprocal && reading.Actors.Count > 1);
        return rule.Needs switch
        {
            "actor" => actor || (reading.IsUntold && recipient),
            "recipient" => recipient,
            "both" => (actor || reading.IsUntold) && recipient,
            "none" => true,
            _ => actor || recipient,
        };
    }
}
