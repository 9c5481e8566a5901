import { createHmac, createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { seal, unseal } from "#keys";
import { type Actor, type Id, idBytes } from "#platform";
import type { TraceDesk } from "../desk.ts";
import { type OpeningPurpose, traceOpened } from "../events.ts";
import { TraceUnknown } from "./refusals.ts";
import { type ContentKind, contentOf, keyCiphertextOf } from "./store.ts";
import { ownClientOf } from "./trace.ts";

/** Where cases' keys are encrypted; the field is the trace's id. */
export const caseKeyTable = "trace.traces";
const version = 1;
const keyBytes = 32;

type SealingDesk = Pick<TraceDesk, "appender" | "database" | "keykeeper">;

/** A new case's own key, and as the database keeps it: encrypted by the keykeeper for a client who is nobody. */
export async function newCaseKey(
  { keykeeper }: Pick<TraceDesk, "keykeeper">,
  trace: Id<"trace">,
): Promise<{ key: KeyObject; ciphertext: Uint8Array }> {
  const bytes = randomBytes(keyBytes);
  const { ciphertext } = await keykeeper.encrypt({
    ...{ table: caseKeyTable, field: trace, client: ownClientOf(trace), version },
    ...{ kind: "text", value: bytes.toString("base64url") },
  });
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return { key, ciphertext };
}

/** Who opens a case, and what for. `apikey`: one of the firm's own systems does. */
export type Opening = { actor: Actor; purpose: OpeningPurpose; apikey?: Id<"apikey"> | undefined };

/**
 * Opens a case: its key, for a committed event that says who opens it and what for. Nothing of it is there before.
 * @throws {TraceUnknown} it is shredded {KeykeeperRefused} {KeykeeperAway}
 */
export async function openCase(
  { appender, database, keykeeper }: SealingDesk,
  trace: Id<"trace">,
  { actor, purpose, apikey }: Opening,
  now: Date,
): Promise<KeyObject> {
  const ciphertext = await keyCiphertextOf(database, trace);
  if (!ciphertext) throw new TraceUnknown();
  const place = { field: trace, client: ownClientOf(trace) };
  const details = { trace, purpose, version, ...(apikey && { key: apikey }) };
  const draft = { kind: traceOpened, details, ...place, decision: "allow" as const };
  const { event } = await appender.append(actor, draft, now);
  const asked = { ...place, table: caseKeyTable, version, event, ciphertext };
  const bytes = Buffer.from(await keykeeper.decrypt(asked), "base64url");
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}

/** What stands in the open for a sample: keyed, since one of a single row could be guessed by its SHA-256. */
export function sampleDigest(key: KeyObject, sample: Uint8Array): Buffer {
  return createHmac("sha256", key).update("holdfast/trace/digest/1\0").update(sample).digest();
}

export function sealContent(
  key: KeyObject,
  trace: Id<"trace">,
  kind: ContentKind,
  plain: Uint8Array,
): Uint8Array {
  return seal(key, plain, boundTo(trace, kind));
}

/** What a case holds of this kind; undefined when there is none yet. */
export async function openContent(
  { database }: Pick<TraceDesk, "database">,
  key: KeyObject,
  trace: Id<"trace">,
  kind: ContentKind,
): Promise<Buffer | undefined> {
  const sealed = await contentOf(database, trace, kind);
  if (!sealed) return undefined;
  const plain = unseal(key, sealed, boundTo(trace, kind));
  if (!plain) throw new Error(`the ${kind} of ${trace} doesn't open`);
  return plain;
}

/** What a content is bound to: put in another's place it doesn't open. */
function boundTo(trace: Id<"trace">, kind: ContentKind): Buffer {
  return Buffer.concat([Buffer.from(`holdfast/trace/${kind}/1\0`), idBytes(trace)]);
}
