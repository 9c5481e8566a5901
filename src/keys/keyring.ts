import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "@hono/zod-openapi";
import { type Id, InvalidInput, isId, newId, timeOf } from "#platform";
import { fileKek, makeFileKek, openFileKek } from "./kek-file.ts";
import { makePassphraseKek, openPassphraseKek, passphraseKek } from "./kek-passphrase.ts";
import { makePkcs11Kek, openPkcs11Kek, pkcs11Kek, type TokenPlace } from "./kek-pkcs11.ts";
import type { KeyEncryption } from "./key-encryption.ts";
import {
  destroyFile,
  privateDirectory,
  readPrivateFile,
  writePrivateFile,
} from "./private-file.ts";

const kekSchema = z.discriminatedUnion("kind", [fileKek, passphraseKek, pkcs11Kek]);
type Kek = z.infer<typeof kekSchema>;

/** What opens key-encryption keys that their files alone don't open. */
export type Unlocking = {
  /** Each is tried: an old and a new one may stand side by side while keys are rotated. */
  passphrases: readonly string[];
  pin?: string;
};

/** Asked each time a key comes into the directory: its passphrase may be new too. */
export type Unlock = () => Promise<Unlocking>;

/** What kind of key-encryption key to make, and what it takes. */
export type NewKek =
  | { kind: "file" }
  | { kind: "passphrase" }
  | { kind: "pkcs11"; place: TokenPlace };

export class NoKek extends InvalidInput {
  constructor(directory: string) {
    super(
      "no_kek",
      `There is no key-encryption key in ${directory}. Make one with holdfast keys new, or bring back the one that was there.`,
    );
  }
}

export class KekMissing extends InvalidInput {
  constructor(id: string, directory: string) {
    super(
      "kek_missing",
      `Keys in the database are wrapped by ${id}, which isn't in ${directory}. Bring back ${id}.json from where you keep its copy.`,
    );
  }
}

class KekInvalid extends InvalidInput {
  constructor(file: string) {
    super(
      "kek_invalid",
      `${file} isn't a key-encryption key that holdfast keys wrote. Bring back the right file.`,
    );
  }
}

/** A key, and how to make another one like it. */
type Opened = { kek: KeyEncryption; like: NewKek };

/**
 * The key-encryption keys in a directory that only the keykeeper can enter, a file each. The newest wraps; the older ones
 * only unwrap, until nothing needs them.
 */
export class Keyring {
  readonly directory: string;
  readonly #unlock: Unlock;
  readonly #opened = new Map<Id<"kek">, Opened>();
  #reloading: Promise<void> = Promise.resolve();

  private constructor(directory: string, unlock: Unlock) {
    this.directory = directory;
    this.#unlock = unlock;
  }

  /** Opens every key of a directory, which is made when it isn't there; it may hold none. */
  static async open(directory: string, unlock: Unlock): Promise<Keyring> {
    await privateDirectory(directory);
    const keyring = new Keyring(directory, unlock);
    await keyring.reload();
    return keyring;
  }

  /** From the oldest to the newest: ids sort by the time they were made. */
  get ids(): readonly Id<"kek">[] {
    return [...this.#opened.keys()].sort();
  }

  /** @throws {NoKek} */
  get newest(): KeyEncryption {
    return this.#newest.kek;
  }

  /** What makes another key of the newest one's kind, in its place. @throws {NoKek} */
  get likeNewest(): NewKek {
    return this.#newest.like;
  }

  get #newest(): Opened {
    const opened = this.#opened.get(this.ids.at(-1) ?? "kek_");
    if (!opened) throw new NoKek(this.directory);
    return opened;
  }

  /** A key by its id, also one that came into the directory since. @throws {KekMissing} */
  async find(id: Id<"kek">): Promise<KeyEncryption> {
    if (!this.#opened.has(id)) await this.reload();
    const opened = this.#opened.get(id);
    if (!opened) throw new KekMissing(id, this.directory);
    return opened.kek;
  }

  /**
   * Takes up the keys that came into the directory, and lets go of those that went. One at a time: else one that looked
   * early would take away what one that looked late had brought.
   */
  reload(): Promise<void> {
    this.#reloading = this.#reloading.catch(() => {}).then(() => this.#readDirectory());
    return this.#reloading;
  }

  async #readDirectory(): Promise<void> {
    const names = await readdir(this.directory);
    const ids = names.flatMap((name) => {
      const id = name.replace(/\.json$/, "");
      return name !== id && isId("kek", id) ? [id] : [];
    });
    for (const id of this.#opened.keys()) if (!ids.includes(id)) this.#opened.delete(id);
    for (const id of ids) {
      if (!this.#opened.has(id)) this.#opened.set(id, await this.#read(id));
    }
  }

  /** Makes a key, which is the newest from now on. */
  async make(asked: NewKek, now: Date): Promise<Id<"kek">> {
    const id = newId("kek", this.#after(now));
    const kek = await this.#made(id, asked);
    await writePrivateFile(this.#file(id), `${JSON.stringify(kek)}\n`);
    await this.reload();
    return id;
  }

  /** Destroys a key for good. The caller has made sure that it wraps nothing; a token's own key stays on the token. */
  async destroy(id: Id<"kek">): Promise<void> {
    await destroyFile(this.#file(id));
    this.#opened.delete(id);
  }

  /** Later than every key that is there, also after the clock was set back: the newest by its id is the newest. */
  #after(now: Date): Date {
    const last = this.ids.at(-1);
    return last ? new Date(Math.max(now.getTime(), timeOf(last).getTime() + 1)) : now;
  }

  async #made(id: Id<"kek">, asked: NewKek): Promise<Kek> {
    const { passphrases, pin = "" } = await this.#unlock();
    switch (asked.kind) {
      case "file":
        return makeFileKek();
      case "passphrase":
        return await makePassphraseKek(passphrases[0] ?? "");
      case "pkcs11":
        return await makePkcs11Kek(id, asked.place, pin);
    }
  }

  async #read(id: Id<"kek">): Promise<Opened> {
    const found = kekIn(await readPrivateFile(this.#file(id)), this.#file(id));
    const { passphrases, pin = "" } = await this.#unlock();
    switch (found.kind) {
      case "file":
        return { kek: openFileKek(id, found), like: { kind: "file" } };
      case "passphrase":
        return {
          kek: await openPassphraseKek(id, found, passphrases),
          like: { kind: "passphrase" },
        };
      case "pkcs11": {
        const { module, token, environment } = found;
        const like: NewKek = { kind: "pkcs11", place: { module, token, environment } };
        return { kek: await openPkcs11Kek(id, found, pin), like };
      }
    }
  }

  #file(id: Id<"kek">): string {
    return join(this.directory, `${id}.json`);
  }
}

function kekIn(text: string, file: string): Kek {
  try {
    return kekSchema.parse(JSON.parse(text));
  } catch {
    throw new KekInvalid(file);
  }
}
