import { randomBytes } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "@hono/zod-openapi";
import { InvalidInput } from "../errors.ts";
import { replaceFile } from "../files.ts";
import type { DocumentKind } from "./document.ts";
import type { Edition } from "./edition.ts";

const fileName = "editions-seen.json";

const seenSchema = z.array(
  z.strictObject({
    kind: z.string().max(50),
    firm: z.string().max(200),
    key: z.string().max(100),
    version: z.int().positive(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
);

type SeenEdition = z.infer<typeof seenSchema>[number];

/** The newest editions that this machine accepted, so that an older one served later is refused. */
export type Seen = { last(kind: DocumentKind, firm: string, keyId: string): Edition | undefined };

/**
 * Reads the editions seen from the data directory; none when there is no file yet.
 * @throws {InvalidInput} `seen_damaged`: guessing here would let an old directory pass
 */
export async function readSeen(dataDirectory: string): Promise<Seen> {
  const editions = await readEditions(dataDirectory);
  return {
    last: (kind, firm, keyId) =>
      editions.find((seen) => seen.kind === kind && seen.firm === firm && seen.key === keyId),
  };
}

/** Remembers an accepted edition. The file is replaced whole, so a crash leaves the old one or the new one. */
export async function rememberSeen(dataDirectory: string, edition: SeenEdition): Promise<void> {
  const { kind, firm, key } = edition;
  const others = (await readEditions(dataDirectory)).filter(
    (seen) => seen.kind !== kind || seen.firm !== firm || seen.key !== key,
  );
  const seen = [...others, edition];
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const file = join(dataDirectory, fileName);
  // Two commands may remember at once: each writes a file of its own first.
  const fresh = `${file}.${randomBytes(6).toString("hex")}.new`;
  await replaceFile(file, `${JSON.stringify(seen, null, 2)}\n`, 0o600, fresh);
}

async function readEditions(dataDirectory: string): Promise<SeenEdition[]> {
  const file = join(dataDirectory, fileName);
  try {
    return seenSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw new InvalidInput(
      "seen_damaged",
      `${file}, which keeps the last version seen of each signed document, can't be read. Restore it from a backup; if you remove it, compare the document's version with what the firm says elsewhere.`,
    );
  }
}
