using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>Where and when a report comes from.</summary>
/// <param name="Outlet">The publisher, or null.</param>
/// <param name="Via">Upstream sources.</param>
/// <param name="Published">With its basis, or null.</param>
/// <param name="Dateline">Of the first paragraph, or null.</param>
internal sealed record Origin(string? Outlet, ImmutableArray<string> Via, DatedBasis? Published, Dateline? Dateline);
