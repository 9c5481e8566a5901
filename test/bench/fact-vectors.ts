import type { AccessFacts } from "#policy";

const values: { readonly [Name in keyof AccessFacts]: readonly AccessFacts[Name][] } = {
  action: ["reveal", "test", "break_glass"],
  employer: ["firm", "vendor"],
  offShift: [false, true],
  freeze: ["none", "client", "all"],
  grant: ["none", "ticket", "request", "call", "break_glass"],
  contact: ["none", "open", "over"],
  isAssignee: [false, true],
  purposeCovers: [false, true],
  fieldClass: ["open", "personal", "sensitive", "restricted"],
  clientClass: ["ordinary", "exposed", "colleague"],
  passkey: [false, true],
  stepUp: [false, true],
  secondPerson: [false, true],
  reasonGiven: [false, true],
  budget: ["within", "hour", "day", "month", "contact", "ratio", "uncontacted", "predicates"],
};

/** Vectors of facts, each another one: over three million before the first comes again. */
export function factVectors(): { next(): AccessFacts } {
  let number = 0;
  return {
    next: () => {
      let rest = number++;
      const chosen = Object.entries(values).map(([name, among]) => {
        const value = among[rest % among.length];
        rest = Math.floor(rest / among.length);
        return [name, value];
      });
      return Object.fromEntries(chosen) as AccessFacts;
    },
  };
}
