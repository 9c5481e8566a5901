import type { Policy } from "#tlog";
import type { Case } from "./case.ts";
import type { Heads } from "./heads.ts";
import type { SignerMemory } from "./signer-memory.ts";

const sentences = {
  tail_unsigned: (count: number) =>
    `The newest ${count} leaves are sealed but not signed yet: normal for a moment.`,
  tail_unwitnessed: (count: number) =>
    `The newest ${count} leaves aren't cosigned by enough witnesses yet: normal for some minutes.`,
  no_quorum: () => "The policy asks for no witness: nobody outside vouches for this log.",
  signer_unread: () => "What the signer remembers can't be read here, so it wasn't compared.",
};

/** What isn't wrong, but worth knowing. The codes are stable. */
export type Remark = { code: keyof typeof sentences; sentence: string };

export function remarksOn(
  { log, settlement }: Case,
  { publishedSize, witnessedSize }: Heads,
  { quorum }: Policy,
  signer: SignerMemory,
): Remark[] {
  const { size } = log.leaves.tree;
  const remarks: Remark[] = [];
  const add = (code: Remark["code"], count = 0) =>
    remarks.push({ code, sentence: sentences[code](count) });
  if (publishedSize < size) add("tail_unsigned", size - publishedSize);
  const unwitnessed = size - Math.min(witnessedSize, settlement.vouched);
  if (quorum === undefined) add("no_quorum");
  else if (unwitnessed > 0) add("tail_unwitnessed", unwitnessed);
  if (signer.is === "unread") add("signer_unread");
  return remarks;
}
