import { createHash } from "node:crypto";
import { RulesInvalid } from "../refusals.ts";
import { type FactChoices, findAllowed } from "./allowing.ts";
import { type Cedar, loadCedar } from "./cedar.ts";
import type { AccessFacts } from "./facts.ts";
import { Rule } from "./rule.ts";
import { rulesFaults } from "./rules-faults.ts";
import type { AccessRules } from "./section.ts";

/**
 * `rules`: the names of the rules that decided, in the order of the alphabet; else `nothing_permits`, or `undecided`
 * when a rule could not be evaluated.
 */
export type AccessDecision = { readonly allowed: boolean; readonly rules: readonly string[] };

/**
 * Decides who may see what, by the Cedar rules of a bundle: one that forbids wins, and what none permits is denied. So
 * is everything when a rule can't be evaluated: Cedar would leave it out, and it may be one that forbids.
 */
export class AccessPolicy {
  /** A short digest of the rules and their schema: with the facts, it says what any decision was. */
  readonly edition: string;
  readonly #rules: readonly Rule[];

  /** @throws {RulesInvalid} naming the first fault */
  static async open(access: AccessRules): Promise<AccessPolicy> {
    const cedar = await loadCedar();
    const [first] = rulesFaults(cedar, access);
    if (first) throw new RulesInvalid(first.fault);
    return new AccessPolicy(cedar, access);
  }

  private constructor(cedar: Cedar, access: AccessRules) {
    this.edition = editionOf(access);
    cedar.preparseSchema(this.edition, access.schema);
    this.#rules = sorted(access).map(([name, text]) => new Rule(cedar, this.edition, name, text));
  }

  /** The same facts have the same answer. @throws {TypeError} for a value that a fact can't have */
  decide(facts: AccessFacts): AccessDecision {
    const permitting: string[] = [];
    const forbidding: string[] = [];
    for (const rule of this.#rules) {
      const answer = rule.answer(facts);
      if (answer === "fails") return { allowed: false, rules: ["undecided"] };
      if (answer === "matches")
        (rule.effect === "permit" ? permitting : forbidding).push(rule.name);
    }
    if (forbidding.length > 0) return { allowed: false, rules: forbidding };
    if (permitting.length > 0) return { allowed: true, rules: permitting };
    return { allowed: false, rules: ["nothing_permits"] };
  }

  /** Facts of these values that are allowed; undefined only when none are. */
  findAllowed(choices: FactChoices): AccessFacts | undefined {
    return findAllowed(this.#rules, choices);
  }
}

const digestCharacters = 16;

function sorted({ policies }: AccessRules): [name: string, text: string][] {
  return Object.entries(policies).sort(([a], [b]) => (a < b ? -1 : 1));
}

function editionOf(access: AccessRules): string {
  const text = JSON.stringify([sorted(access), access.schema]);
  return createHash("sha256").update(text).digest("base64url").slice(0, digestCharacters);
}

/** Editions that are open in this process: bundles with the same rules share what was worked out. */
const open = new Map<string, Promise<AccessPolicy>>();
const openMax = 4;
const openedFor = new WeakMap<AccessRules, Promise<AccessPolicy>>();

/** The rules of a bundle, opened when first asked for. @throws {RulesInvalid} */
export function accessOf({ access }: { access: AccessRules }): Promise<AccessPolicy> {
  const opening = openedFor.get(access) ?? openShared(access);
  openedFor.set(access, opening);
  return opening;
}

function openShared(access: AccessRules): Promise<AccessPolicy> {
  const edition = editionOf(access);
  const opening = open.get(edition) ?? AccessPolicy.open(access);
  open.delete(edition);
  open.set(edition, opening);
  for (const oldest of [...open.keys()].slice(0, -openMax)) open.delete(oldest);
  return opening;
}
