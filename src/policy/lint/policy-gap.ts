import type { Fault, Material } from "./material.ts";

/** A policy bundle lacks one of the eight items, a wording or a rule, or contradicts itself. */
export function policyGap({ policies }: Material): Fault[] {
  return policies.flatMap(({ file, faults }) =>
    faults.map(({ line, fault }) => ({ file, line, sentence: fault, found: fault })),
  );
}
