import type { Appender } from "#ledger";
import {
  type Actor,
  type Database,
  newId,
  readSigned,
  system,
  type Transaction,
  transaction,
} from "#platform";
import { directoryUploaded } from "../events.ts";
import { documentKind, type VerifiedDirectory } from "../signature.ts";
import type { DirectorySource } from "../source.ts";
import type { Proposal } from "./proposal.ts";
import { NotNewer } from "./refusals.ts";
import { insertProposal } from "./store.ts";

/** A signed edition that is kept here, as events name it. */
export type KeptEdition = Pick<Proposal, "id" | "keyId" | "version" | "sha256">;

export type UploadingDesk = { database: Database; appender: Appender; source: DirectorySource };

/**
 * Keeps an edition that nobody of the staff proposed yet, as a command on the server does.
 * @throws what `verifiedNewer` throws
 */
export async function uploadEdition(
  { database, appender, source }: UploadingDesk,
  text: string,
  now: Date,
): Promise<KeptEdition> {
  const verified = await verifiedNewer(source, text, now);
  return await transaction(database, (joining) =>
    keepEdition(appender, joining, verified, text, system, now),
  );
}

/** By the rules under which a desk starts on a directory, and newer than the one in force. @throws {NotNewer} and those */
export async function verifiedNewer(
  source: DirectorySource,
  text: string,
  now: Date,
): Promise<VerifiedDirectory> {
  const verified = await source.verify(readSigned(documentKind, text), now);
  const { version = 0 } = (await source.current()).published.content;
  if (verified.version <= version) throw new NotNewer(verified.version, version);
  return verified;
}

export async function keepEdition(
  appender: Pick<Appender, "append">,
  joining: Transaction,
  { keyId, version, sha256 }: VerifiedDirectory,
  text: string,
  actor: Actor,
  now: Date,
): Promise<KeptEdition> {
  const kept = { id: newId("proposal", now), keyId, version, sha256 };
  await insertProposal(joining, kept, text, now);
  const details = { proposal: kept.id, keyId, version, sha256 };
  await appender.append(actor, { kind: directoryUploaded, details }, now, joining);
  return kept;
}
