/** What a verifier looks at, in this order. */
export const checkNames = [
  "form",
  "words",
  "figures",
  "signature_1",
  "signature_2",
  "signers",
  "list",
  "earlier",
] as const;
export type CheckName = (typeof checkNames)[number];

type Values = Record<string, string | number>;

/** What doesn't hold: the words are `scope.fault.<code>`, with these values. */
export type CheckFault = { code: string; values?: Values };

/** One thing that was looked at. Without faults it holds, and the words are `scope.holds.<name>`, with these values. */
export type Check = { name: CheckName; values?: Values; faults: readonly CheckFault[] };
