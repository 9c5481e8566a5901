import type { PolicyJson } from "@cedar-policy/cedar-wasm/nodejs";

/**
 * What a rule's answer can depend on: the names of facts, `action`, `principal` and `resource`; `context` too when it
 * does more with all the facts together than to take one out.
 */
export function mentionedIn(rule: PolicyJson): ReadonlySet<string> {
  const { action, principal, resource } = rule;
  const scope = Object.entries({ action, principal, resource });
  const mentioned = new Set(scope.filter(([, { op }]) => op !== "All").map(([name]) => name));
  collect(rule.conditions, mentioned);
  return mentioned;
}

/** Walks Cedar's JSON, in which `context.x` is `{".": {left: {Var: "context"}, attr: "x"}}`. */
function collect(node: unknown, mentioned: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  const { ".": access, Var: variable } = node as { ".": unknown; Var: unknown };
  if (isOfContext(access)) {
    mentioned.add(access.attr);
    return;
  }
  if (typeof variable === "string") mentioned.add(variable);
  for (const part of Object.values(node)) collect(part, mentioned);
}

function isOfContext(access: unknown): access is { attr: string } {
  const { left, attr } = (access ?? {}) as { left?: { Var?: unknown }; attr?: unknown };
  return left?.Var === "context" && typeof attr === "string";
}
