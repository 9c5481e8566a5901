import { HoldfastError, type Id, type Queryable, writeNewFile } from "#platform";
import { printEventProof } from "../event-proof.ts";
import { readPolicyFile } from "../policy-file.ts";
import { type Proving, provenEvent } from "./proven-event.ts";
import { ownerOf } from "./store.ts";

/** Its owner's to read: it says what was done, of whom and perhaps by whom. */
const fileMode = 0o600;

const reasons: Readonly<Record<Exclude<Proving["is"], "proven">, string>> = {
  unsealed: "It isn't sealed yet. While a sealer runs, that takes less than a second: try again.",
  unwitnessed:
    "It is sealed, but no head with it has its quorum of witnesses yet. While they answer, that takes a minute or two: try again, or look at /log for who is late.",
  erased: "What would prove it was erased. Proofs that were given out before stay valid.",
  withheld:
    "Another entry of this client is sealed, and a proof's numbers would show where it stands. Open that one first, or wait until it has opened.",
};

class NotProven extends HoldfastError {
  readonly code = "event_not_proven";
  readonly refusal = "conflict";
  constructor(id: Id<"event">, is: keyof typeof reasons) {
    super(`${id} can't be proven. ${reasons[is]}`);
  }
}

class NoSuchEvent extends HoldfastError {
  readonly code = "no_such_event";
  readonly refusal = "not_found";
  constructor(id: Id<"event">) {
    super(`There is no ${id} in this database. Check the id.`);
  }
}

/**
 * Writes the proof of an event, whoever's it is, into a file that isn't there yet. A sealed one isn't in the database,
 * as far as anybody is told.
 * @throws {NoSuchEvent | NotProven | EventChanged | InvalidInput}
 */
export async function writeProof(
  queryable: Queryable,
  policyFile: string,
  id: Id<"event">,
  { file, withActor }: { file: string; withActor: boolean },
  now: Date,
): Promise<void> {
  const policy = await readPolicyFile(policyFile);
  const owner = await ownerOf(queryable, id);
  const options = { policy, now, withActor };
  const proving = owner && (await provenEvent(queryable, owner.client, id, options));
  if (!proving) throw new NoSuchEvent(id);
  if (proving.is !== "proven") throw new NotProven(id, proving.is);
  await writeNewFile(file, printEventProof(proving.proof), fileMode);
}
