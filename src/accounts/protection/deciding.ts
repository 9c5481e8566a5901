import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";
import { type Id, isId, type NamedRequest, newId, once, system, type Transaction } from "#platform";
import { accountOf, clientByPublicId, holdAccount, publicIdIn } from "../account/index.ts";
import { AccountClosed, changeEvent, insertChange, tell, undoUntilOf } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import { protectionOf } from "../lock/index.ts";
import type { ApiKey } from "../machine/index.ts";
import {
  addressByIndex,
  addressField,
  addressOf,
  addressTable,
  type Network,
  standingOf,
} from "../withdrawal-address/index.ts";
import {
  answerFor,
  type ProtectedChange,
  type ProtectionAnswer,
  protectedChangeNames,
  protectionReasons,
} from "./protected-change.ts";

/** Where money would be sent: by the id that this desk gave it, or as the other system has it. */
export type AskedAddress = { id: Id<"address"> } | { network: Network; value: string };

export type Question = {
  /** A client's id, or the public id of the account. */
  account: string;
  change: ProtectedChange;
  address?: AskedAddress;
};

const refusal = z.strictObject({
  change: z.enum(protectedChangeNames),
  decision: z.enum(["wait", "deny"]),
  reasons: z.array(z.enum(protectionReasons)).min(1),
  until: z.int().optional(),
  key: z.string().startsWith("apikey_"),
});

/** Another system asked whether a change may happen now, and heard that it may not. */
export const changeRefused: EventKind<z.infer<typeof refusal>> = {
  name: "accounts.change_refused",
  version: 1,
  columns: { client: "required" },
  details: refusal,
};

/** Answers one of the firm's systems. What isn't allowed becomes an event of its client. */
export async function answer(
  desk: Desk,
  key: Pick<ApiKey, "id">,
  { account: asked, change, address }: Question,
  now: Date,
): Promise<ProtectionAnswer> {
  const client = await clientIn(desk, asked);
  if (!client) return { decision: "deny", reasons: ["unknown_account"] };
  const [account, protection, profile, found] = await Promise.all([
    accountOf(desk.database, client),
    protectionOf(desk.database, client, now),
    desk.profile(),
    address && find(desk, client, address),
  ]);
  const answered = answerFor(change, {
    standing: account?.standing,
    protection,
    exemptions: profile.settings_lock_exemptions,
    address: found && standingOf(found, now),
  });
  if (answered.decision !== "allow" && account) {
    const { decision, reasons } = answered;
    const until = answered.decision === "wait" ? answered.until.getTime() : undefined;
    const details = { change, decision, reasons, until, key: key.id };
    await desk.appender.append(system, { kind: changeRefused, client, details }, now);
  }
  return answered;
}

/** What other systems may announce that they did; the words of it stand in the notice. */
export const announcedChanges = [
  "add_bank_account",
  "change_phone",
  "change_name",
  "raise_verification_level",
  "raise_limits",
  "make_api_key",
  "other",
] as const;

/** What another system says that it did. */
export type Announcement = { account: string; change: (typeof announcedChanges)[number] };

/** Of one client: a stolen key floods nobody with messages. */
const announcements = { name: "announcements", requestsMax: 30, windowSeconds: 3_600 };

/**
 * One of the firm's systems made a change: it is written down, and its owner is told on every channel, with the link
 * that locks the account. What was made elsewhere is taken back there.
 * @param named the request, when its sender named it: then it is done once
 * @returns false when there is no such account
 * @throws {TooManyRequests} {IdempotencyKeyReused}
 */
export async function announce(
  desk: Desk,
  { account: asked, change: made }: Announcement,
  named: NamedRequest | undefined,
  now: Date,
): Promise<boolean> {
  const client = await clientIn(desk, asked);
  if (!client) return false;
  const undoUntil = undoUntilOf(await desk.profile(), now);
  const beforehand = () => desk.limits(announcements)(client);
  const inTransaction = async (joining: Transaction) => {
    const account = await holdAccount(joining, client);
    if (!account || account.standing.is === "closed") throw new AccountClosed();
    const change = newId("change", now);
    const kind = "changed_elsewhere";
    // Nothing here takes it back, so it isn't said to be: the link locks, and takes back what came after it.
    const never = { session: undefined, undoUntil: undefined };
    const row = { client, id: change, kind, madeAt: now, ...never } as const;
    await insertChange(joining, row);
    const notice = { template: "changed_elsewhere", values: { when: now, change: made } };
    await tell(desk, { joining, change, account, now }, notice, undoUntil);
    const event = { kind: changeEvent(kind), client, details: { change, subject: made } };
    await desk.appender.append(system, event, now, joining);
    return change;
  };
  await once(desk.database, named, now, { beforehand, inTransaction });
  return true;
}

async function clientIn({ database }: Desk, asked: string): Promise<Id<"client"> | undefined> {
  if (isId("client", asked)) return asked;
  const publicId = publicIdIn(asked);
  return publicId === undefined ? undefined : await clientByPublicId(database, publicId);
}

async function find({ database, keykeeper }: Desk, client: Id<"client">, asked: AskedAddress) {
  if ("id" in asked) return await addressOf(database, client, asked.id);
  const { network, value } = asked;
  const place = { table: addressTable, field: addressField, kind: "wallet", value } as const;
  const index = await keykeeper.blindIndex(place);
  return index && (await addressByIndex(database, client, network, index));
}
