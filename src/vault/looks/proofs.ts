import { printEventProof, printRemark, provenEvent, readServedPolicy } from "#ledger";
import type { Database, Id, Language } from "#platform";
import { looksMax, pastLooks } from "../past-look/index.ts";
import { say } from "./messages.ts";

/** While one waits for the database, the next ones do too. */
const proofsAtOnce = 4;

export type ProvingDesk = { database: Database; policyFile: string };

/**
 * The proofs of all looks at a client as a file that `holdfast verify-proof` and the page /log/verify read, piece by
 * piece, the newest first. It ends with what isn't in it, and why. The event of a pass names who agreed, so its proof is
 * in none.
 */
export async function* proofsOf(
  { database, policyFile }: ProvingDesk,
  client: Id<"client">,
  language: Language,
  now: Date,
): AsyncGenerator<string> {
  const policy = await readServedPolicy(policyFile);
  const all = await pastLooks(database, client, { now, limit: looksMax });
  const looks = all.looks.filter(({ seen }) => seen.is !== "pass");
  const sealed = all.sealed.length;
  const made = { at: now.toISOString(), looks: looks.length, sealed };
  yield printRemark(say(language, "file.made", made));
  for (const { until, entries } of all.sealed) {
    yield printRemark(say(language, "file.sealed", { entries, until: new Date(until) }));
  }
  const left = new Map<string, number>();
  for (let from = 0; from < looks.length; from += proofsAtOnce) {
    const some = looks.slice(from, from + proofsAtOnce);
    const found = await Promise.all(
      some.map(
        async ({ id, client: of }) =>
          policy && (await provenEvent(database, of, id, { policy, now })),
      ),
    );
    for (const one of found) {
      if (one?.is === "proven") yield printEventProof(one.proof);
      else left.set(one?.is ?? "unsealed", (left.get(one?.is ?? "unsealed") ?? 0) + 1);
    }
  }
  for (const [is, entries] of left) {
    yield printRemark(say(language, `file.${is as "unsealed"}`, { entries }));
  }
}
