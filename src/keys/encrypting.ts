import type { KeyObject } from "node:crypto";
import type { Id } from "#platform";
import { blindIndex, indexName } from "./blind-index.ts";
import { type DataKey, encryptField } from "./ciphertext.ts";
import { fingerprint, fingerprintKeyName } from "./fingerprint.ts";
import type { Encrypted, EncryptRequest, ReplaceRequest } from "./keykeeper.ts";
import { isIndexed, maskOf } from "./kind.ts";
import { inTurns } from "./turns.ts";

/** What gives the keys, by the name of an index and by client. */
export type KeysFor = {
  indexKey(name: string): Promise<KeyObject>;
  dataKeys(clients: ReadonlySet<Id<"client">>): Promise<ReadonlyMap<Id<"client">, DataKey>>;
};

/** Encrypts values, none of which is known. @throws {WrongKind} and what finding the keys throws */
export async function encryptAll(
  keys: KeysFor,
  requests: readonly EncryptRequest[],
): Promise<Encrypted[]> {
  const encrypted = await encryptChanged(keys, requests);
  return encrypted.map((one) => {
    if (!one) throw new Error("a value wasn't encrypted");
    return one;
  });
}

/**
 * Encrypts values for their places, all or none, but those that are known to be there already: no data key is made before
 * every value is known to be of its kind.
 * @throws {WrongKind} and what finding the keys throws
 */
export async function encryptChanged(
  { indexKey, dataKeys }: KeysFor,
  requests: readonly ReplaceRequest[],
): Promise<(Encrypted | undefined)[]> {
  const fingerprintKey = await indexKey(fingerprintKeyName);
  const indexKeys = new Map<string, KeyObject>();
  for (const name of new Set(requests.filter(({ kind }) => isIndexed(kind)).map(indexName))) {
    indexKeys.set(name, await indexKey(name));
  }
  const marks: (Omit<Encrypted, "ciphertext"> | undefined)[] = [];
  await inTurns(requests, (request) => {
    const { kind, value, known } = request;
    const mark = fingerprint(fingerprintKey, request, value);
    if (known && mark.equals(known)) return marks.push(undefined);
    const index = blindIndex(indexKeys.get(indexName(request)), kind, value);
    return marks.push({ mask: maskOf(kind, value), ...(index && { index }), fingerprint: mark });
  });
  const changed = requests.filter((_, place) => marks[place]);
  const clientKeys = await dataKeys(new Set(changed.map(({ client }) => client)));
  const encrypted: (Encrypted | undefined)[] = [];
  await inTurns(requests, (request) => {
    const mark = marks[encrypted.length];
    if (!mark) return encrypted.push(undefined);
    const key = clientKeys.get(request.client);
    if (!key) throw new Error("a value has no key");
    return encrypted.push({ ciphertext: encryptField(key, request, request.value), ...mark });
  });
  return encrypted;
}
