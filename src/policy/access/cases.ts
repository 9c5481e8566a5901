import { z } from "@hono/zod-openapi";
import { inPlainWords, jsonIn, misfitIn } from "#platform";
import type { AccessDecision, AccessPolicy } from "./access-policy.ts";
import { type AccessFacts, factNames, factValues } from "./facts.ts";
import type { AccessRules } from "./section.ts";

/** A request in words, and what the rules must say to it. */
type AccessCase = { line: number; name: string; facts: AccessFacts; expected: AccessDecision };

/** What doesn't hold. Lines count from 1. */
export type CaseFailure =
  | { is: "unreadable"; line: number; problem: string }
  | ({ is: "failed"; got: AccessDecision } & AccessCase)
  | { is: "untested"; rule: string };

const someFacts = z
  .strictObject(Object.fromEntries(factNames.map((name) => [name, z.literal(factValues[name])])))
  .partial();

const caseSchema = z.strictObject({
  case: z.string().min(1),
  facts: someFacts,
  allowed: z.boolean(),
  rules: z.array(z.string()),
});

const unlessSaidSchema = z.strictObject({ unless_said: someFacts });

/**
 * Holds every case against a policy. The first line may say `unless_said`: the facts of every case that doesn't say
 * otherwise. A rule that no case names is told too, since nobody would see it change.
 * @param source JSON lines, each `{"case", "facts", "allowed", "rules"}`
 */
export function tryCases(
  policy: AccessPolicy,
  { policies }: AccessRules,
  source: string,
): { count: number; failures: CaseFailure[] } {
  const read = readCases(source);
  const named = new Set(read.flatMap((one) => ("problem" in one ? [] : one.expected.rules)));
  const failures = read.flatMap((one): CaseFailure[] => {
    if ("problem" in one) return [{ is: "unreadable", ...one }];
    const got = policy.decide(one.facts);
    return isSame(got, one.expected) ? [] : [{ is: "failed", ...one, got }];
  });
  const untested = Object.keys(policies).filter((rule) => !named.has(rule));
  return {
    count: read.length,
    failures: [...failures, ...untested.map((rule) => ({ is: "untested" as const, rule }))],
  };
}

function isSame(got: AccessDecision, expected: AccessDecision): boolean {
  return got.allowed === expected.allowed && got.rules.join() === expected.rules.toSorted().join();
}

function readCases(source: string): (AccessCase | { line: number; problem: string })[] {
  const lines = source.split("\n").map((text, place) => ({ line: place + 1, text }));
  const written = lines.filter(({ text }) => text.trim() !== "");
  const first = unlessSaidSchema.safeParse(jsonIn(written[0]?.text ?? ""));
  const unlessSaid = first.data?.unless_said ?? {};
  return written.slice(first.success ? 1 : 0).map(({ line, text }) => {
    const json = jsonIn(text);
    if (json === undefined) {
      return { line, problem: "This line isn't JSON. Write one object a line." };
    }
    const read = caseSchema.safeParse(json, inPlainWords);
    if (!read.success) return { line, problem: misfitIn(read.error) };
    const { allowed, rules, case: name } = read.data;
    const facts = { ...unlessSaid, ...read.data.facts };
    const missing = factNames.filter((fact) => facts[fact] === undefined);
    if (missing.length > 0) return { line, problem: `nothing says ${missing.join(", ")}` };
    return { line, name, facts: facts as AccessFacts, expected: { allowed, rules } };
  });
}
