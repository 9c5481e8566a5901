import type { KeyObject } from "node:crypto";
import { blindIndex, indexName } from "./blind-index.ts";
import { fingerprint, fingerprintKeyName } from "./fingerprint.ts";
import type { FingerprintRequest, IndexRequest } from "./keykeeper.ts";
import { isIndexed, WrongKind } from "./kind.ts";
import { isTooLong } from "./refusals.ts";
import { inTurns } from "./turns.ts";

/** What gives the key of an index, by its name. */
export type FindKey = (name: string) => Promise<KeyObject>;

/** Blind indexes of values, each in the place of its request; none for one that no field could hold. */
export async function blindIndexesOf(
  findKey: FindKey,
  requests: readonly IndexRequest[],
): Promise<(Uint8Array | undefined)[]> {
  const keys = new Map<string, KeyObject>();
  const indexed = requests.filter(({ kind }) => isIndexed(kind));
  for (const name of new Set(indexed.map(indexName))) keys.set(name, await findKey(name));
  const indexes: (Uint8Array | undefined)[] = [];
  await inTurns(requests, (request) => {
    const { kind, value } = request;
    const key = isTooLong(value) ? undefined : keys.get(indexName(request));
    indexes.push(key && isIndexed(kind) ? indexOrNothing(key, request) : undefined);
  });
  return indexes;
}

/** Fingerprints of values, each in the place of its request; none for one that no field could hold. */
export async function fingerprintsOf(
  findKey: FindKey,
  requests: readonly FingerprintRequest[],
): Promise<(Uint8Array | undefined)[]> {
  const fingerprints: (Uint8Array | undefined)[] = [];
  if (requests.length === 0) return fingerprints;
  const key = await findKey(fingerprintKeyName);
  await inTurns(requests, (request) => {
    const { value } = request;
    const isKept = !isTooLong(value) && value.isWellFormed();
    fingerprints.push(isKept ? fingerprint(key, request, value) : undefined);
  });
  return fingerprints;
}

function indexOrNothing(key: KeyObject, { kind, value }: IndexRequest): Uint8Array | undefined {
  try {
    return blindIndex(key, kind, value);
  } catch (error) {
    if (error instanceof WrongKind) return undefined;
    throw error;
  }
}
