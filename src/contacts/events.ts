import { z } from "@hono/zod-openapi";
import { type EventKind, editionKind } from "#ledger";

/** The desk answers by another edition of the directory. */
export const directoryAdopted = editionKind("contacts.directory_adopted");

const edition = z.strictObject({
  proposal: z.string().startsWith("proposal_"),
  keyId: z.string(),
  version: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

function step(name: string): EventKind<z.infer<typeof edition>> {
  return { name: `contacts.directory_${name}`, version: 1, columns: {}, details: edition };
}

/** Each step of a change names the edition by the hash under which it would be published. */
export const directoryUploaded = step("uploaded");
export const directoryProposed = step("proposed");
export const directoryAgreed = step("agreed");
export const directoryWithdrawn = step("withdrawn");
export const directoryPublished = step("published");

export const contactsEventKinds = [
  directoryAdopted,
  directoryUploaded,
  directoryProposed,
  directoryAgreed,
  directoryWithdrawn,
  directoryPublished,
] as readonly EventKind[];
