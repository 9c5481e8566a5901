import { z } from "@hono/zod-openapi";
import type { Permit } from "#keys";
import { type ClientErasing, erase, refuseHeld } from "#ledger";
import {
  type Id,
  isId,
  type Erasure as ListedErasure,
  newId,
  type Queryable,
  transaction,
} from "#platform";
import { type Account, accountOf, holdAccount, publicIdIn } from "../account/index.ts";
import type { Approval, ApprovalKind, Approvals } from "../approval/index.ts";
import type { Desk } from "../desk.ts";
import {
  AccountStillOpen,
  type ClientErasureReason,
  clientErasureAgreed,
  type Erasure,
  NoSuchAccount,
} from "./erasure.ts";
import { say } from "./messages.ts";
import { clientOf, erasureById, insertErasure } from "./store.ts";

export const clientErasureKind = "accounts.client_erasure";

/** What erasing a whole client reaches beside accounts. */
type ErasingParts = ClientErasing & {
  /** Writes to the list of what a restored backup must erase again. */
  record(erasure: ListedErasure): Promise<void>;
  /** Destroys a client's keys, for a committed event. */
  shred(request: { client: Id<"client">; event: Id<"event"> }): Promise<void>;
};

/** Two people's word lets the keykeeper destroy a client's keys. */
export const accountsPermits: readonly Permit[] = [
  { kind: clientErasureAgreed.name, act: "shred", check: async () => {} },
];

/**
 * Asks somebody whom the desk draws to agree that a client is erased, whose account is closed.
 * @throws {NoSuchAccount} {AccountStillOpen} {LegalHold} and what `Approvals.ask` throws
 */
export async function askErasure(
  desk: Pick<Desk, "database">,
  approvals: Approvals,
  asker: Id<"staff">,
  asked: { account: string; reason: ClientErasureReason; why: string },
  now: Date,
): Promise<void> {
  const client = await clientNamed(desk.database, asked.account);
  requireClosed(await accountOf(desk.database, client));
  await refuseHeld(desk.database, client);
  const { reason } = asked;
  const id = newId("erasure", now);
  await transaction(desk.database, async (joining) => {
    await insertErasure(joining, { id, client, reason, askedBy: asker, askedAt: now });
    const about = { kind: clientErasureKind, subject: id, scope: {} };
    await approvals.ask({ ...about, reason: asked.why, asker }, now, joining);
  });
}

/** Whose account it is, open or closed. @throws {NoSuchAccount} */
export async function clientNamed(queryable: Queryable, typed: string): Promise<Id<"client">> {
  const publicId = publicIdIn(typed);
  const client = publicId && (await clientOf(queryable, publicId));
  if (!client) throw new NoSuchAccount();
  return client;
}

/**
 * What takes two people here. Approved, it is done at once: first the client's keys go, so that whatever a crash leaves
 * can't be read, then everything else in one transaction. What fails is asked for again.
 */
export function clientErasure(desk: Desk, parts: ErasingParts): ApprovalKind {
  const found = async (subject: string): Promise<Erasure | undefined> =>
    isId("erasure", subject) ? await erasureById(desk.database, subject) : undefined;

  return {
    name: clientErasureKind,
    word: "erasure",
    role: "approver",
    scope: z.strictObject({}),
    async describe(language, { subject }) {
      const { client, reason } = (await found(subject)) ?? {};
      const account = client && (await accountOf(desk.database, client));
      if (!account || !reason) return { title: say(language, "approval.done"), facts: [] };
      const facts = [{ label: say(language, "reason"), value: say(language, `reason.${reason}`) }];
      if (account.standing.is === "closed") {
        const value = say(language, "closed_at", { at: account.standing.at });
        facts.push({ label: say(language, "closed"), value });
      }
      return { title: say(language, "approval.title", { account: account.publicId }), facts };
    },
    async act(joining, approval, now) {
      const erasure = await found(approval.subject);
      if (!erasure?.client) throw new NoSuchAccount();
      const { client, reason } = erasure;
      requireClosed(await holdAccount(joining, client));
      await refuseHeld(joining, client);
      await shredKeys(desk, parts, client, reason, approval, now);
      const { clientErasers, formerIds, record } = parts;
      const options = { appender: desk.appender, clientErasers, formerIds, record };
      const by = { is: "staff", id: approval.approver } as const;
      await erase(options, joining, by, { of: "client", client }, reason, now);
    },
  };
}

/** @throws {NoSuchAccount} {AccountStillOpen} */
function requireClosed(account: Account | undefined): void {
  if (!account) throw new NoSuchAccount();
  if (account.standing.is !== "closed") throw new AccountStillOpen();
}

/** In a transaction of its own: the keykeeper acts for what is committed. */
async function shredKeys(
  { appender }: Pick<Desk, "appender">,
  { shred }: ErasingParts,
  client: Id<"client">,
  reason: ClientErasureReason,
  { id, approver }: Approval,
  now: Date,
): Promise<void> {
  const columns = { client, decision: "allow" as const };
  const details = { reason, approval: id };
  const draft = { kind: clientErasureAgreed, ...columns, details };
  const { event } = await appender.append({ is: "staff", id: approver }, draft, now);
  await shred({ client, event });
}
