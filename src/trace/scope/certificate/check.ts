import type { MessageKey } from "../messages.ts";

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
type CodeOf<Key> = Key extends `fault.${infer Code}` ? Code : never;
type FaultCode = CodeOf<MessageKey>;

/** What doesn't hold: the words are `fault.<code>`, with these values. */
export type CheckFault = { code: FaultCode; values?: Values };

/** One thing that was looked at. Without faults it holds, and the words are `holds.<name>`, with these values. */
export type Check = { name: CheckName; values?: Values; faults: readonly CheckFault[] };

/** The fault, where what is to hold doesn't. */
export function unless(holds: boolean, code: FaultCode, values?: Values): CheckFault[] {
  return holds ? [] : [{ code, ...(values && { values }) }];
}
