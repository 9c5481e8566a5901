import { hash } from "node:crypto";
import { leafOf, saltsFrom } from "../encoding.ts";
import { writeActor, writeEvent } from "../event-bytes.ts";
import { PartWriter } from "../part-writer.ts";
import { isNobody, type RawRow, timeMs } from "./raw-row.ts";

const none = Buffer.alloc(0);

// Used again and again, since millions of rows are hashed: each is read by the call that wrote it.
const eventWriter = new PartWriter();
const actorWriter = new PartWriter();

/**
 * The leaf hash of a row as it stands, were `previousLeaf` the leaf before it in its client's chain. A row that no event
 * is must be hashed too, so its columns are taken as they are.
 */
export function leafOfRow(row: RawRow, previousLeaf: Uint8Array): Buffer {
  const { actorCommitment, salt = none } = row;
  // Where who acted was erased, what is kept is the event's own salt; otherwise it is the seed of both.
  const salts = actorCommitment ? { event: salt, actor: none } : saltsFrom(salt);
  const bytes = writeEvent(eventWriter, salts.event, {
    ...row,
    occurredAt: row.occurredAt && timeMs(row),
    client: isNobody(row.client) ? undefined : row.client,
    actorCommitment: actorCommitment ?? actorCommitmentOf(row, salts.actor),
    previousLeaf,
  });
  return Buffer.from(leafOf(sha256(bytes)));
}

function actorCommitmentOf({ actorKind, actor }: RawRow, salt: Uint8Array): Uint8Array {
  return sha256(writeActor(actorWriter, salt, actorKind, isNobody(actor) ? undefined : actor));
}

function sha256(bytes: Uint8Array): Buffer {
  return hash("sha256", bytes, "buffer");
}
