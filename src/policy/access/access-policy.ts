import { createHash } from "node:crypto";
import { PolicyInvalid } from "../refusals.ts";
import { type Cedar, loadCedar } from "./cedar.ts";
import { type AccessFacts, vectorOf } from "./facts.ts";
import { requestFor } from "./request.ts";
import { rulesFaults } from "./rules-faults.ts";
import type { AccessSection } from "./section.ts";

/** How many decisions are remembered, each under 100 bytes. */
const rememberedMax = 20_000;

/** `rules`: the names of the rules that decided, in the order of the alphabet. */
export type AccessDecision = { readonly allowed: boolean; readonly rules: readonly string[] };

type Rules = Pick<AccessSection, "policies" | "schema">;

/**
 * Decides who may see what, by the Cedar rules of a bundle. What no rule permits is denied, and so is what Cedar
 * can't decide: a rule that fails would otherwise not count, and one that forbids must.
 */
export class AccessPolicy {
  /** A short digest of the rules and their schema: with the facts, it says what any decision was. */
  readonly edition: string;
  readonly #cedar: Cedar;
  readonly #remembered = new Map<number, AccessDecision>();

  /** @throws {PolicyInvalid} naming the first fault */
  static async open(access: Rules): Promise<AccessPolicy> {
    const cedar = await loadCedar();
    const [fault] = rulesFaults(cedar, access);
    if (fault !== undefined) throw new PolicyInvalid(fault);
    return new AccessPolicy(cedar, access);
  }

  private constructor(cedar: Cedar, access: Rules) {
    this.#cedar = cedar;
    this.edition = editionOf(access);
    cedar.preparseSchema(this.edition, access.schema);
    cedar.preparsePolicySet(this.edition, { staticPolicies: access.policies });
  }

  /** The same facts have the same answer: it is worked out once, and remembered. @throws {TypeError} for no fact */
  decide(facts: AccessFacts): AccessDecision {
    const vector = vectorOf(facts);
    const known = this.#remembered.get(vector);
    if (known) return known;
    const decision = this.#ask(facts);
    if (this.#remembered.size >= rememberedMax) this.#forgetOldest();
    this.#remembered.set(vector, decision);
    return decision;
  }

  #ask(facts: AccessFacts): AccessDecision {
    const answer = this.#cedar.statefulIsAuthorized({
      ...requestFor(facts),
      preparsedPolicySetId: this.edition,
      preparsedSchemaName: this.edition,
      validateRequest: false, // `vectorOf` let nothing else pass, and `rulesFaults` tried every value
    });
    if (answer.type !== "success" || answer.response.diagnostics.errors.length > 0) {
      return { allowed: false, rules: ["undecided"] };
    }
    const { decision, diagnostics } = answer.response;
    if (diagnostics.reason.length === 0) return { allowed: false, rules: ["nothing_permits"] };
    return { allowed: decision === "allow", rules: diagnostics.reason.toSorted() };
  }

  #forgetOldest(): void {
    const [oldest] = this.#remembered.keys();
    if (oldest !== undefined) this.#remembered.delete(oldest);
  }
}

const digestCharacters = 16;

function editionOf({ policies, schema }: Rules): string {
  const sorted = Object.entries(policies).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([sorted, schema]);
  return createHash("sha256").update(text).digest("base64url").slice(0, digestCharacters);
}

const opened = new WeakMap<{ access: Rules }, Promise<AccessPolicy>>();

/** The rules of a bundle, opened once for it. @throws {PolicyInvalid} */
export function accessOf(bundle: { access: Rules }): Promise<AccessPolicy> {
  const opening = opened.get(bundle) ?? AccessPolicy.open(bundle.access);
  opened.set(bundle, opening);
  return opening;
}
