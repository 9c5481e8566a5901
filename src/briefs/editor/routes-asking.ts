import { type Accounts, requireRole, type StaffSession } from "#accounts";
import { type Clock, HoldfastError, type HttpContext } from "#platform";
import { type Brief, knownBrief } from "../brief/index.ts";
import { writers } from "../claim/index.ts";
import type { BriefsDesk, Hand } from "../hand.ts";
import type { ReadDocument } from "../source/index.ts";

/** What the editor's pages work with. */
export type Editor = {
  desk: BriefsDesk;
  accounts: Accounts;
  clock: Clock;
  /** The words of a PDF, read where it can do no harm. */
  readDocument: ReadDocument;
  /** What readers should do now, in the policy's words. */
  readAdvice(): Promise<readonly string[]>;
};

export type Asking = { session: StaffSession; hand: Hand; brief: Brief };

/** Who is signed in and may work on briefs: whoever acts is the actor of what follows. */
export async function workerIn(
  { accounts }: Editor,
  context: HttpContext,
): Promise<{ session: StaffSession; hand: Hand }> {
  const session = await accounts.sessions.staff(context);
  const person = await requireRole(accounts.desk, session, ...writers);
  return { session, hand: { person, actor: { is: "staff", id: person.id } } };
}

/** The same, and the brief of the address. @throws {BriefUnknown} */
export async function askingIn(editor: Editor, context: HttpContext): Promise<Asking> {
  const worker = await workerIn(editor, context);
  const brief = await knownBrief(editor.desk.database, context.req.param("brief") ?? "");
  return { ...worker, brief };
}

/** What a refusal says, for the page on which somebody typed: nothing that was typed is lost. */
export function saidOf(error: unknown): string {
  if (error instanceof HoldfastError) return error.message;
  throw error;
}
