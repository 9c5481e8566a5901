import type { Id } from "#platform";
import type { VaultDesk } from "../../desk.ts";
import { clientOfAccount } from "./store.ts";

/** By what a client is named: exactly, or not at all. */
export const identifierKinds = ["account"] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

export type Identifier = { by: IdentifierKind; value: string };

/** Whom an identifier names; undefined when it is nobody's. */
export async function clientNamed(
  { database }: Pick<VaultDesk, "database">,
  { value }: Identifier,
): Promise<Id<"client"> | undefined> {
  const digits = value.replaceAll(/[\s‐-―-]/g, "");
  return await clientOfAccount(database, digits.replaceAll(/(\d{4})(?=\d)/g, "$1-"));
}
