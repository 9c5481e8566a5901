import type { Id } from "#platform";
import type { VaultDesk } from "../desk.ts";
import type { AskedPass, Pass } from "./pass.ts";
import { passById } from "./store.ts";

/** How something that was asked for stands. */
export type PassState =
  | { is: "asked"; until: Date }
  | { is: "refused" | "expired" | "withdrawn" }
  /** Agreed to, and nobody has that identifier. */
  | { is: "nobody" }
  | { is: "given" | "over"; pass: Pass };

export async function passStateOf(
  { database, accounts }: Pick<VaultDesk, "database" | "accounts">,
  asked: Pick<AskedPass, "id" | "approval">,
  now: Date,
): Promise<PassState> {
  const pass = await passById(database, asked.id);
  if (pass) return { is: now < pass.until ? "given" : "over", pass };
  const state = (await accounts.approvals.find(asked.approval, now))?.state;
  if (state?.is === "asked") return { is: "asked", until: state.until };
  if (state?.is === "used" || state?.is === "approved") return { is: "nobody" };
  return { is: state?.is ?? "expired" };
}

/** A live pass of this person. */
export function isOpenFor(
  state: PassState,
  staff: Id<"staff">,
): state is Extract<PassState, { pass: Pass }> {
  return state.is === "given" && state.pass.staff === staff;
}
