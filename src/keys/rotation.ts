import { type Database, type Id, InvalidInput, transaction } from "#platform";
import { boundToClient, boundToIndex } from "./additional-data.ts";
import type { KeyEncryption } from "./key-encryption.ts";
import type { Keyring, NewKek } from "./keyring.ts";
import {
  clientKeysToRewrap,
  forgetKek,
  indexKeysToRewrap,
  kekUses,
  type Place,
  type Rewrapped,
  registerKek,
  retireOtherKeks,
  storeRewrappedClientKeys,
  storeRewrappedIndexKeys,
  type Wrapped,
} from "./store.ts";

const batchKeys = 200;

export type Rotation = {
  /** What wraps everything now. */
  kek: Id<"kek">;
  /** It went on with a rotation that was stopped, instead of beginning one. */
  resumed: boolean;
  rewrapped: number;
  /** Keys that didn't unwrap, by client and number, or by index: they were changed, or their old key isn't theirs. */
  failed: string[];
};

export class KekInUse extends InvalidInput {
  constructor(id: Id<"kek">, keys: number) {
    super(
      "kek_in_use",
      `${id} still wraps ${keys} keys; without it, what they encrypt is lost. Run holdfast keys rotate first.`,
    );
  }
}

export class KekNewest extends InvalidInput {
  constructor(id: Id<"kek">) {
    super("kek_newest", `${id} wraps every new key. Run holdfast keys rotate first.`);
  }
}

export class NoSuchKek extends InvalidInput {
  constructor(id: string, directory: string) {
    super(
      "no_such_kek",
      `${directory} has no key ${id}. holdfast keys lists those that are there.`,
    );
  }
}

/**
 * Wraps every key anew by a key-encryption key that is made now, in batches, while the desk runs. When it was stopped,
 * calling it again goes on. The old key-encryption key stays until it is dropped: older backups need it.
 * @param onRewrapped told how many more keys are done
 */
export async function rotate(
  database: Database,
  keyring: Keyring,
  asked: NewKek,
  now: Date,
  onRewrapped: (keys: number) => void,
): Promise<Rotation> {
  const resumed = await isUnfinished(database, keyring);
  if (!resumed) await keyring.make(asked, now);
  const newest = keyring.newest;
  await transaction(database, async (joined) => {
    await registerKek(joined, newest.id, now);
    await retireOtherKeks(joined, newest.id, now);
  });
  const rotation: Rotation = { kek: newest.id, resumed, rewrapped: 0, failed: [] };
  const count = (stored: number) => {
    rotation.rewrapped += stored;
    onRewrapped(stored);
  };
  const indexKeys = await indexKeysToRewrap(database, newest.id);
  const named = ({ name }: (typeof indexKeys)[number]) => ({
    title: name,
    boundTo: (kek: Id<"kek">) => boundToIndex(name, kek),
  });
  const rewrapped = await rewrap(keyring, indexKeys, named, rotation.failed);
  count(await storeRewrappedIndexKeys(database, newest.id, rewrapped));
  await rewrapClientKeys(database, keyring, rotation.failed, count);
  return rotation;
}

/**
 * Destroys a key-encryption key for good.
 * @throws {NoSuchKek} {KekNewest} {KekInUse} it still wraps something
 */
export async function drop(database: Database, keyring: Keyring, id: Id<"kek">): Promise<void> {
  if (!keyring.ids.includes(id)) throw new NoSuchKek(id, keyring.directory);
  if (keyring.newest.id === id) throw new KekNewest(id);
  const use = (await kekUses(database)).find((each) => each.id === id);
  const keys = use ? use.clientKeys + use.indexKeys : 0;
  if (keys > 0) throw new KekInUse(id, keys);
  await forgetKek(database, id);
  await keyring.destroy(id);
}

async function isUnfinished(database: Database, keyring: Keyring): Promise<boolean> {
  const newest = keyring.ids.at(-1);
  if (newest === undefined) return false;
  const uses = await kekUses(database);
  return uses.some((use) => use.id !== newest && use.clientKeys + use.indexKeys > 0);
}

async function rewrapClientKeys(
  database: Database,
  keyring: Keyring,
  failed: string[],
  count: (stored: number) => void,
): Promise<void> {
  const { id } = keyring.newest;
  for (let after: Place | undefined; ; ) {
    const batch = await clientKeysToRewrap(database, id, after, batchKeys);
    if (batch.length === 0) return;
    const named = ({ client, number }: Place) => ({
      title: `${client} ${number}`,
      boundTo: (kek: Id<"kek">) => boundToClient(client, number, kek),
    });
    const rewrapped = await rewrap(keyring, batch, named, failed);
    count(await storeRewrappedClientKeys(database, id, rewrapped));
    after = batch.at(-1);
  }
}

async function rewrap<Key extends Wrapped>(
  keyring: Keyring,
  keys: readonly Key[],
  named: (key: Key) => { title: string; boundTo(kek: Id<"kek">): Buffer },
  failed: string[],
): Promise<Rewrapped<Key>[]> {
  const newest: KeyEncryption = keyring.newest;
  const rewrapped: Rewrapped<Key>[] = [];
  for (const old of keys) {
    const { title, boundTo } = named(old);
    const key = await (await keyring.find(old.kek)).unwrap(old.wrapped, boundTo(old.kek));
    if (key) rewrapped.push({ old, wrapped: await newest.wrap(key, boundTo(newest.id)) });
    else failed.push(title);
  }
  return rewrapped;
}
