import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "@hono/zod-openapi";
import { type Edition, InvalidInput, messageOf } from "#platform";

const fileName = "directories-seen.json";

const seenSchema = z.array(
  z.strictObject({
    firm: z.string().max(200),
    key: z.string().max(100),
    version: z.int().positive(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
);

/** The newest editions that this machine accepted, so that an older one served later is refused. */
export type Seen = z.infer<typeof seenSchema>;

export function lastSeen(seen: Seen, firm: string, keyId: string): Edition | undefined {
  return seen.find((edition) => edition.firm === firm && edition.key === keyId);
}

/**
 * Reads the editions seen from the data directory; none when there is no file yet.
 * @throws {InvalidInput} `seen_damaged`: guessing here would let an old directory pass
 */
export async function readSeen(dataDirectory: string): Promise<Seen> {
  const file = join(dataDirectory, fileName);
  try {
    return seenSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw new InvalidInput(
      "seen_damaged",
      `${file}, which keeps the last version seen of each directory, can't be read. Restore it from a backup; if you remove it, compare the directory's version with the firm's DNS line.`,
    );
  }
}

/** Remembers an accepted edition. The file is replaced whole, so a crash leaves the old one or the new one. */
export async function rememberSeen(
  dataDirectory: string,
  firm: string,
  keyId: string,
  edition: Edition,
): Promise<void> {
  const others = (await readSeen(dataDirectory)).filter(
    (seen) => seen.firm !== firm || seen.key !== keyId,
  );
  const { version, sha256 } = edition;
  const seen: Seen = [...others, { firm, key: keyId, version, sha256 }];
  const file = join(dataDirectory, fileName);
  try {
    await replaceFile(file, `${JSON.stringify(seen, null, 2)}\n`);
  } catch (error) {
    throw new InvalidInput(
      "seen_not_written",
      `${file} can't be written (${messageOf(error)}), so an older directory couldn't be told later. Set HOLDFAST_DATA to a directory that you may write to.`,
    );
  }
}

async function replaceFile(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${randomBytes(6).toString("hex")}.new`;
  try {
    const handle = await open(fresh, "wx", 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}
