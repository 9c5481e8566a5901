import type { PolicyJson } from "@cedar-policy/cedar-wasm/nodejs";
import type { Cedar } from "./cedar.ts";
import { type AccessFacts, type FactName, factNames, vectorOf } from "./facts.ts";
import { mentionedIn } from "./mentioned.ts";
import { requestFor } from "./request.ts";

/** More than the facts of any rule that a person can read have combinations. */
const rememberedMax = 10_000;

/** `fails`: Cedar could not evaluate it, so nothing may be concluded from it. */
type Answer = "matches" | "passes" | "fails";

/**
 * One rule. Its answer depends on the facts that it mentions alone, so Cedar is asked once for each combination of
 * those: a request that was never seen before costs a look into a few small tables.
 */
export class Rule {
  readonly name: string;
  readonly effect: PolicyJson["effect"];
  /** All that its answer depends on. */
  readonly facts: readonly FactName[];
  readonly #remembered = new Map<number, Answer>();
  readonly #cedar: Cedar;
  readonly #schemaName: string;
  readonly #setId: string;

  /** @param schemaName of the schema that the rule was checked against; Cedar has parsed it under that name */
  constructor(cedar: Cedar, schemaName: string, name: string, text: string) {
    const read = cedar.policyToJson(text);
    if (read.type === "failure") throw new Error(`the rule ${name} was not checked before`);
    const mentioned = mentionedIn(read.json);
    this.name = name;
    this.effect = read.json.effect;
    this.facts = mentioned.has("context")
      ? factNames
      : factNames.filter((fact) => mentioned.has(fact));
    this.#cedar = cedar;
    this.#schemaName = schemaName;
    this.#setId = `${schemaName}/${name}`;
    cedar.preparsePolicySet(this.#setId, { staticPolicies: { [name]: text } });
  }

  /** @throws {TypeError} for a value that a fact can't have */
  answer(facts: AccessFacts): Answer {
    const vector = vectorOf(facts, this.facts);
    const known = this.#remembered.get(vector);
    if (known !== undefined) return known;
    if (this.#remembered.size >= rememberedMax) this.#remembered.clear();
    const answer = this.#ask(facts);
    this.#remembered.set(vector, answer);
    return answer;
  }

  #ask(facts: AccessFacts): Answer {
    const answer = this.#cedar.statefulIsAuthorized({
      ...requestFor(facts),
      preparsedPolicySetId: this.#setId,
      preparsedSchemaName: this.#schemaName,
      validateRequest: true,
    });
    if (answer.type === "failure" || answer.response.diagnostics.errors.length > 0) return "fails";
    return answer.response.diagnostics.reason.length > 0 ? "matches" : "passes";
  }
}
