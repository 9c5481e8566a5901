import { z } from "@hono/zod-openapi";
import { shreddedAt } from "#keys";
import { type EventKind, liftHold, placeHold, standingHold, standingHolds } from "#ledger";
import { type Id, isId, type Queryable, type Transaction, transaction } from "#platform";
import { type Account, accountOf, holdAccount } from "../account/index.ts";
import type { ApprovalKind, Approvals } from "../approval/index.ts";
import type { Desk } from "../desk.ts";
import { staffNames } from "../staff/index.ts";
import { clientNamed } from "./erasing.ts";
import { NoSuchAccount } from "./erasure.ts";
import { HeldForThis, LiftAsked, WrongHoldReason } from "./hold-refusals.ts";
import { say } from "./messages.ts";

export const holdLiftKind = "accounts.hold_lift";
/** As many as the ledger takes. */
export const holdReasonLettersMax = 200;
export const holdsListedMax = 100;

/** A hold as a page shows it. Who placed it is undefined where that isn't known any more. */
export type ShownHold = { hold: Id<"event">; placedAt: Date; placedBy: string | undefined };

/** What counsel reads of one client: which holds stand, and why. */
export type ClientHolds = { account: string; holds: readonly (ShownHold & { reason: string })[] };

/** Counsel read which holds stand on a client, and why. */
export const holdsRead: EventKind<{ holds: string[] }> = {
  name: "accounts.holds_read",
  version: 1,
  columns: { client: "required" },
  details: z.strictObject({ holds: z.array(z.string().startsWith("event_")).max(holdsListedMax) }),
};

/**
 * Places a legal hold on a client, at once: it only protects. The account is held meanwhile, as it is by who erases it:
 * a hold comes before an erasure, or finds nobody.
 * @returns when the client's keys were destroyed, if an erasure began before and never ended
 * @throws {NoSuchAccount} {WrongHoldReason} {HeldForThis}
 */
export async function placeLegalHold(
  { database, appender }: Pick<Desk, "database" | "appender">,
  counsel: Id<"staff">,
  asked: { account: string; reason: string },
  now: Date,
): Promise<Date | undefined> {
  const client = await clientNamed(database, asked.account);
  const reason = reasonIn(asked.reason);
  return await transaction(database, async (joining) => {
    await holdKnown(joining, client);
    const standing = await standingHolds(joining, { client, limit: holdsListedMax });
    if (standing.some((one) => one.reason === reason)) throw new HeldForThis();
    const by = { is: "staff", id: counsel } as const;
    await placeHold(appender, joining, by, { client, reason }, now);
    return await shreddedAt(joining, client);
  });
}

/** The oldest holds that stand, without whom they are on and why. @returns one more than are listed, where there are more */
export async function holdsThatStand({ database }: Pick<Desk, "database">): Promise<ShownHold[]> {
  const holds = await standingHolds(database, { limit: holdsListedMax + 1 });
  const nameOf = await placers(database, holds);
  return holds.map((one) => ({ hold: one.hold, placedAt: one.placedAt, placedBy: nameOf(one) }));
}

/**
 * Which holds stand on a client, and why: found by the public account id or by one of them. The event that says who
 * read them is committed before anything is shown.
 * @throws {NoSuchAccount} {NoSuchHold}
 */
export async function readHolds(
  { database, appender }: Pick<Desk, "database" | "appender">,
  counsel: Id<"staff">,
  of: { account: string } | { hold: string },
  now: Date,
): Promise<ClientHolds> {
  const client =
    "hold" in of
      ? (await standingHold(database, of.hold)).client
      : await clientNamed(database, of.account);
  return await transaction(database, async (joining) => {
    const { publicId } = await holdKnown(joining, client);
    const holds = await standingHolds(joining, { client, limit: holdsListedMax });
    const details = { holds: holds.map(({ hold }) => hold) };
    const by = { is: "staff", id: counsel } as const;
    await appender.append(by, { kind: holdsRead, client, details }, now, joining);
    const nameOf = await placers(joining, holds);
    const shown = holds.map(({ hold, reason, ...placed }) => {
      return { hold, reason, placedAt: placed.placedAt, placedBy: nameOf(placed) };
    });
    return { account: publicId, holds: shown };
  });
}

/**
 * Asks somebody whom the desk draws to agree that a hold is lifted, once while nobody has decided: the account is held meanwhile.
 * @throws {NoSuchHold} {WrongHoldReason} {LiftAsked} and what `Approvals.ask` throws
 */
export async function askLift(
  { database }: Pick<Desk, "database">,
  approvals: Approvals,
  counsel: Id<"staff">,
  asked: { hold: string; why: string },
  now: Date,
): Promise<void> {
  const { client, hold } = await standingHold(database, asked.hold);
  const reason = reasonIn(asked.why);
  const about = { kind: holdLiftKind, subject: hold, scope: {} };
  await transaction(database, async (joining) => {
    await holdKnown(joining, client);
    if (await approvals.isAwaited(about, now, joining)) throw new LiftAsked();
    await standingHold(joining, hold); // who was asked may just have agreed
    await approvals.ask({ ...about, reason, asker: counsel }, now, joining);
  });
}

/** Lifting a hold takes two people. Approved, it is done at once. */
export function holdLift({
  database,
  appender,
}: Pick<Desk, "database" | "appender">): ApprovalKind {
  return {
    name: holdLiftKind,
    word: "other",
    role: "approver",
    scope: z.strictObject({}),
    async describe(language, { subject }) {
      const [found] = isId("event", subject)
        ? await standingHolds(database, { hold: subject, limit: 1 })
        : [];
      const account = found && (await accountOf(database, found.client));
      if (!account) return { title: say(language, "lift.done"), facts: [] };
      const nameOf = await placers(database, [found]);
      const by = nameOf(found) ?? say(language, "holds.by.unknown");
      const value = say(language, "holds.placed_by", { at: found.placedAt, by });
      const title = say(language, "lift.title", { account: account.publicId });
      return { title, facts: [{ label: say(language, "lift.placed"), value }] };
    },
    async act(joining, { subject, reason, approver }, now) {
      const { client, hold } = await standingHold(joining, subject);
      const by = { is: "staff", id: approver } as const;
      await liftHold(appender, joining, by, { client, hold, reason }, now);
    },
  };
}

/** The client's account, which nobody erases until the transaction ends. @throws {NoSuchAccount} */
async function holdKnown(joining: Transaction, client: Id<"client">): Promise<Account> {
  const account = await holdAccount(joining, client);
  if (!account) throw new NoSuchAccount();
  return account;
}

/** @throws {WrongHoldReason} */
function reasonIn(typed: string): string {
  const reason = typed.trim();
  if (reason === "" || reason.length > holdReasonLettersMax)
    throw new WrongHoldReason(holdReasonLettersMax);
  return reason;
}

type Placed = { placedBy: Id<"staff"> | undefined };

/** What those are called who placed these. */
async function placers(queryable: Queryable, holds: readonly Placed[]) {
  const names = await staffNames(
    queryable,
    holds.flatMap(({ placedBy }) => placedBy ?? []),
  );
  return ({ placedBy }: Placed) => placedBy && names.get(placedBy);
}
