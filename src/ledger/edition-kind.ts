import { z } from "@hono/zod-openapi";
import type { EventKind } from "./event.ts";

/** A signed edition that the desk keeps to from now on: which key signed it, and the hash of what it signed. */
export type EditionAdopted = { keyId: string; version: number; sha256: string };

/** The kind of event by which a slice says that it took up an edition of its signed document. */
export function editionKind(name: EventKind["name"]): EventKind<EditionAdopted> {
  return {
    name,
    version: 1,
    columns: {},
    details: z.strictObject({
      keyId: z.string(),
      version: z.int(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  };
}
