import { type Id, newId } from "#platform";
import type { VaultDesk } from "../desk.ts";
import { type Target, targetOf } from "./change.ts";
import type { BadLine, ClientLine } from "./line.ts";
import { referencesOf } from "./reference.ts";
import { clientsByAccount, clientsByReference } from "./store.ts";

/** What an import works with. */
export type ImportDesk = Pick<VaultDesk, "database" | "appender" | "keykeeper" | "clock">;

/** A line, and the client whom it is about. */
export type Lined = Target & { line: ClientLine };

/** Whom lines are about, as the vault knows their clients at this moment. */
export async function targetsOf(
  desk: ImportDesk,
  lines: readonly ClientLine[],
): Promise<{ targets: Lined[]; bad: BadLine[] }> {
  const { database, clock } = desk;
  const references = await referencesOf(
    desk,
    lines.map(({ id }) => id),
  );
  const found = await clientsByReference(database, references);
  const byReference = new Map(found.map((one) => [one.reference?.toString("latin1"), one]));
  const accounts = lines.flatMap(({ account }) => account ?? []);
  const owners = await clientsByAccount(database, accounts);
  const newClient = (): Id<"client"> => newId("client", clock());
  const targets: Lined[] = [];
  const bad: BadLine[] = [];
  for (const [place, line] of lines.entries()) {
    const reference = references[place];
    if (!reference) throw new Error("a line has no reference");
    const standing = {
      reference,
      byReference: byReference.get(Buffer.from(reference).toString("latin1")),
      owner: line.account === undefined ? undefined : owners.get(line.account),
    };
    const target = targetOf(line, standing, newClient);
    if ("error" in target) bad.push({ line: line.line, id: line.id, ...target });
    else targets.push({ ...target, line });
  }
  return { targets, bad };
}
