using Acornima.Ast;
using Jint;

namespace Send.Engine.Expressions.JavaScript;

/// <summary>A parsed script and the names it takes from outside, so that only those are made for an evaluation.</summary>
/// <param name="Script">The syntax tree; immutable and shared by all evaluations.</param>
/// <param name="FreeNames">Names that the script uses without declaring them.</param>
/// <param name="UsesAnyName">True if it can reach names that do not stand in its source (by <c>globalThis</c> or <c>this</c>).</param>
/// <param name="IsSimple">True if it needs no guards (see <see cref="SimpleScript"/>).</param>
internal sealed record PreparedScript(Prepared<Script> Script, IReadOnlyList<string> FreeNames, bool UsesAnyName, bool IsSimple);
