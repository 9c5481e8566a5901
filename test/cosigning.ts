import { generateKeyPairSync } from "node:crypto";
import type { Queryable } from "#platform";
import { parseNote, printAnswer, printKey, type Signer, signerFrom, signText } from "#tlog";

/** A witness that isn't asked over HTTP: a test says when it cosigns. */
export type TestWitness = { name: string; url: string; signer: Signer };

export function makeTestWitness(name: string): TestWitness {
  const { privateKey } = generateKeyPairSync("ed25519");
  const signer = signerFrom(`${name}.example/w`, "ed25519-cosignature", privateKey);
  return { name, url: `https://${name}.example`, signer };
}

/** A tlog-policy of a log's keys and some witnesses, of which `quorum` ("none", "all", "any" or how many) must sign. */
export function policyText(
  log: { signers: readonly Signer[] },
  witnesses: readonly TestWitness[],
  quorum: string,
): string {
  const lines = [
    ...log.signers.map(({ key }) => `log ${printKey(key)}`),
    ...witnesses.map(({ name, url, signer }) => `witness ${name} ${printKey(signer.key)} ${url}`),
  ];
  if (quorum === "none") return [...lines, "quorum none", ""].join("\n");
  const names = witnesses.map(({ name }) => name).join(" ");
  return [...lines, `group enough ${quorum} ${names}`, "quorum enough", ""].join("\n");
}

/** Has a witness cosign the newest kept head, as the sealer's rounds would store it. */
export async function cosignNewest(
  queryable: Queryable,
  { url, signer }: TestWitness,
  at: Date,
): Promise<void> {
  const { rows } = await queryable.query<{ size: string; note: string }>(
    "select size, note from ledger.checkpoints order by size desc limit 1",
  );
  for (const { size, note } of rows) {
    const lines = [signText(signer, parseNote(note).text, at)];
    await queryable.query(
      "insert into ledger.cosignatures (size, witness, lines, cosigned_at) values ($1, $2, $3, $4) on conflict do nothing",
      [size, url, printAnswer({ is: "cosigned", lines }).body, at],
    );
  }
}
