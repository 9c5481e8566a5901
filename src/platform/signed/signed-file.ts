import { readFile, stat } from "node:fs/promises";
import type { Database } from "../database/index.ts";
import { InvalidInput, messageOf } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Clock } from "../time/index.ts";
import { type OpenedDocument, openSigned, readSigned } from "./document.ts";
import { keyIdOf, type PublicKey, readPublicKey } from "./key.ts";
import { type OnAdopted, recordEdition } from "./store.ts";

const lookEveryMs = 5_000;

/** The edition in force. `text` is the signed file, as it is published. */
export type Published<Content> = OpenedDocument & { text: string; content: Content };

export type SignedFileOptions<Content extends { version?: number | undefined }> = {
  kind: string;
  file: string;
  keyFile: string;
  /** Reads and checks the payload. Throws when it is no such document. */
  read(payload: string): Content | Promise<Content>;
  /** The id of the key whose private half everybody has. */
  demoKeyId: string;
  isProduction: boolean;
  database: Database;
  clock: Clock;
  log: Log;
  onAdopted: OnAdopted;
  /** Editions that were published in another way than by the file. */
  kept?: KeptEditions;
};

/** While there is an edition of the key here, the file no longer counts: it is how a desk begins. */
type KeptEditions = {
  /** The newest version that is kept. */
  version(keyId: string): Promise<number | undefined>;
  text(keyId: string, version: number): Promise<string | undefined>;
};

/** A signed file that a running desk keeps to, and looks at again while it runs. */
export type SignedFile<Content> = { current(): Promise<Published<Content>> };

export class UnreadableFile extends InvalidInput {
  constructor(what: string, file: string, setting: string, error: unknown) {
    super(
      "unreadable_file",
      `The ${what} can't be read from ${file} (${messageOf(error)}). Correct ${setting}.`,
    );
  }
}

export class DemoKeyInProduction extends InvalidInput {
  constructor(kind: string, file: string) {
    super(
      "demo_key_in_production",
      `${file} is the demo key, which everybody has, but PUBLIC_URL is set. Sign your own ${kind}: see SECURITY.md, "Keys".`,
    );
  }
}

/**
 * Opens the signed file and records its edition. Throws when it does not hold: a desk must not start on it.
 * While the desk runs, a file that was replaced is taken up within seconds; one that does not hold is refused,
 * logged, and the edition before it stays in force.
 */
export async function openSignedFile<Content extends { version?: number | undefined }>(
  options: SignedFileOptions<Content>,
): Promise<SignedFile<Content>> {
  const { kind, keyFile, clock, log } = options;
  const key = await publicKeyIn(kind, keyFile);
  const keyId = await keyIdOf(key);
  let acceptedChange = await changeOf(options, keyId);
  let refusedChange: string | undefined;
  let published = await accept(options, key);
  let lookedAt = clock().getTime();
  let looking: Promise<void> | undefined;

  /** A refused file is tried again at every look: it may have come before its time, or the database was away. */
  async function look(): Promise<void> {
    const change = await changeOf(options, keyId).catch(() => acceptedChange);
    if (change === acceptedChange) return;
    try {
      published = await accept(options, key);
      acceptedChange = change;
      log.info({ kind, edition: published.content.version }, "took up a new edition");
    } catch (error) {
      if (change !== refusedChange)
        log.error({ kind, reason: messageOf(error) }, "refused a new edition");
      refusedChange = change;
    }
  }

  return {
    async current() {
      const now = clock().getTime();
      if (now - lookedAt >= lookEveryMs) {
        lookedAt = now;
        looking ??= look().finally(() => {
          looking = undefined;
        });
      }
      await looking;
      return published;
    },
  };
}

async function accept<Content extends { version?: number | undefined }>(
  options: SignedFileOptions<Content>,
  key: PublicKey,
): Promise<Published<Content>> {
  const { kind, file, keyFile, database, clock } = options;
  const text = (await keptText(options, key)) ?? (await textIn(kind, file, settingOf(kind)));
  const opened = await openSigned(kind, readSigned(kind, text), key);
  if (options.isProduction && opened.keyId === options.demoKeyId) {
    throw new DemoKeyInProduction(kind, keyFile);
  }
  const content = await options.read(opened.payload);
  const edition = { version: content.version ?? 0, sha256: opened.sha256 };
  await recordEdition(database, kind, opened.keyId, edition, clock(), options.onAdopted);
  return { ...opened, text, content };
}

async function keptText(
  { kept }: Pick<SignedFileOptions<never>, "kept">,
  key: PublicKey,
): Promise<string | undefined> {
  const keyId = await keyIdOf(key);
  const version = await kept?.version(keyId);
  return version === undefined ? undefined : await kept?.text(keyId, version);
}

async function changeOf(
  { file, kept }: Pick<SignedFileOptions<never>, "file" | "kept">,
  keyId: string,
): Promise<string> {
  const version = await kept?.version(keyId);
  if (version !== undefined) return `version ${version}`;
  const state = await stat(file, { bigint: true }).catch(() => undefined);
  return state ? `${state.mtimeNs}:${state.size}:${state.ino}` : "missing";
}

function settingOf(kind: string): string {
  return `${kind.toUpperCase()}_FILE`;
}

/** The public key that documents of a kind must be signed with. @throws {UnreadableFile} {KeyInvalid} */
export async function publicKeyIn(kind: string, file: string): Promise<PublicKey> {
  const [what, setting] = [`${kind}'s public key`, `${kind.toUpperCase()}_KEY`];
  const text = await textIn(what, file, setting);
  try {
    return readPublicKey(JSON.parse(text));
  } catch (error) {
    throw error instanceof InvalidInput ? error : new UnreadableFile(what, file, setting, error);
  }
}

async function textIn(what: string, file: string, setting: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new UnreadableFile(what, file, setting, error);
  }
}
