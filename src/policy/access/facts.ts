import { classNames } from "./fields.ts";

/**
 * All that a decision looks at, each fact with every value it can have: a small closed set, so that decisions can be
 * remembered and a table of cases can cover them. The Cedar schema lists the same words.
 */
export const factValues = {
  /** `break_glass`: may it be asked for? */
  action: ["reveal", "test", "break_glass"],
  /** `vendor`: not among the policy's `own_employers`. */
  employer: ["firm", "vendor"],
  /** Has working hours, and is not at work now. */
  offShift: [false, true],
  freeze: ["none", "client", "all"],
  /** The best one that is live and whose fields hold this one. */
  grant: ["none", "ticket", "request", "call", "break_glass"],
  /** The ticket: not there, still open, or solved or closed. */
  contact: ["none", "open", "over"],
  isAssignee: [false, true],
  /** The purpose is one of the ticket's topic and lists the field. */
  purposeCovers: [false, true],
  fieldClass: classNames,
  clientClass: ["ordinary", "exposed", "colleague"],
  /** The grant carries the client's passkey assertion. */
  passkey: [false, true],
  /** The actor proved a passkey just now. */
  stepUp: [false, true],
  /** An approval of a second person stands behind it. */
  secondPerson: [false, true],
  /** A text where one is required is there. */
  reasonGiven: [false, true],
  /** The first that is used up. */
  budget: ["within", "hour", "day", "month", "contact", "ratio", "uncontacted", "predicates"],
} as const;

export type FactName = keyof typeof factValues;

/** The facts of one request. They come from rows and from the session, never from the browser. */
export type AccessFacts = { [Name in FactName]: (typeof factValues)[Name][number] };

export const factNames = Object.keys(factValues) as readonly FactName[];

/** How many different vectors of facts there are. */
export const vectorCount = factNames.reduce((count, name) => count * factValues[name].length, 1);

/**
 * The facts of these names as one number, different for different values.
 * @throws {TypeError} for a value that a fact can't have: a bug
 */
export function vectorOf(facts: AccessFacts, names: readonly FactName[] = factNames): number {
  let vector = 0;
  for (const name of names) {
    const values: readonly unknown[] = factValues[name];
    const place = values.indexOf(facts[name]);
    if (place < 0) throw new TypeError(`the fact ${name} can't be ${String(facts[name])}`);
    vector = vector * values.length + place;
  }
  return vector;
}

/** The facts that `vectorOf` makes this number of. */
export function factsOf(vector: number): AccessFacts {
  let rest = vector;
  const facts = factNames.toReversed().map((name) => {
    const values = factValues[name];
    const value = values[rest % values.length];
    rest = Math.floor(rest / values.length);
    return [name, value];
  });
  return Object.fromEntries(facts.reverse()) as AccessFacts;
}
