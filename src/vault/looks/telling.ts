import { addresseeById } from "#accounts";
import { newlySeen } from "#ledger";
import { dayMs, forEach, hourMs, type Transaction, transaction, uuidOf } from "#platform";
import type { VaultDesk } from "../desk.ts";
import { vaultReleaseKinds } from "../events.ts";
import { isShown, type PastLook, pastLookFrom } from "../past-look/index.ts";
import { successorsOf } from "../record/index.ts";
import {
  addUntold,
  type Due,
  dueNotices,
  gatheredUntil,
  holdDue,
  markTold,
  setGathered,
  type Untold,
  wordsIn,
} from "./store.ts";

/** What is committed late was begun by then: it isn't missed. */
const lateMs = 2 * 60_000;
/** What a desk that never told anybody looks back, and the most that is gathered at once: it runs each minute. */
const gatheredAtOnceMs = hourMs;
/** The client is in that very contact: no need to say that somebody reads what was just written. */
const recentMs = 30 * 60_000;
/** How long looks for one contact are gathered, and how long a client isn't told of the same contact again. */
const gatheringMs = 10 * 60_000;
const againMs = dayMs;
const toldAtOnceMax = 500;

const kinds = vaultReleaseKinds.map(({ name }) => name);

type TellingDesk = Pick<VaultDesk, "database" | "outbox">;

/**
 * Tells clients that staff saw something of them, once a contact and day, unless they had written in it just before. What was
 * sealed is told when it has opened.
 */
export async function tellClients(desk: TellingDesk, now: Date): Promise<void> {
  await transaction(desk.database, (joining) => gather(joining, now));
  const times = {
    gatheredBefore: new Date(now.getTime() - gatheringMs),
    toldBefore: new Date(now.getTime() - againMs),
  };
  await forEach(await dueNotices(desk.database, times, toldAtOnceMax), (due) =>
    transaction(desk.database, (joining) => tell(desk, joining, due, now)),
  );
}

/** Notes what clients could see since the last time, contact by contact. */
async function gather(joining: Transaction, now: Date): Promise<void> {
  const latest = now.getTime() - lateMs;
  const mark = await gatheredUntil(joining);
  // A mark that lies ahead says nothing: a clock was wrong, or somebody wrote it there.
  const after = mark && mark <= now ? mark : new Date(latest - gatheredAtOnceMs);
  const until = new Date(Math.min(latest, after.getTime() + gatheredAtOnceMs));
  if (after >= until) return;
  const looks = (await newlySeen(joining, kinds, { after, until })).map(pastLookFrom);
  const successors = await successorsOf(
    joining,
    looks.map(({ client }) => client),
  );
  const words = await wordsIn(
    joining,
    looks.flatMap(({ client, about }) =>
      about.is === "ticket" ? { client, ticket: about.id } : [],
    ),
    new Date(after.getTime() - recentMs),
  );
  const loud = looks.filter(({ about, at }) => {
    const written = words.get(about.id) ?? [];
    return !written.some((one) => one <= at && at.getTime() - one.getTime() < recentMs);
  });
  await addUntold(
    joining,
    untoldFrom(
      loud.map((look) => ({ ...look, client: successors.get(look.client) ?? look.client })),
    ),
  );
  await setGathered(joining, until);
}

function untoldFrom(looks: readonly PastLook[]): Untold[] {
  const byContact = Map.groupBy(looks, ({ client, about }) =>
    about.is === "alone" ? client : `${client} ${about.id}`,
  );
  return [...byContact.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { client, about } = first;
    const times = same.map(({ at }) => at.getTime());
    const shown = same.filter(isShown);
    const fields = shown.flatMap(({ seen }) => (seen.is === "field" ? seen.field : []));
    return [
      {
        client,
        about: uuidOf(about.is === "alone" ? client : about.id),
        contact: contactOf(about.is),
        fields: [...new Set(fields)],
        looks: same.length,
        since: new Date(Math.min(...times)),
        last: new Date(Math.max(...times)),
      },
    ];
  });
}

function contactOf(is: PastLook["about"]["is"]): Untold["contact"] {
  if (is === "alone") return "none";
  return is === "pass" ? "emergency" : "ticket";
}

async function tell(
  { outbox }: TellingDesk,
  joining: Transaction,
  due: Due,
  now: Date,
): Promise<void> {
  const untold = await holdDue(joining, due);
  if (!untold) return;
  await markTold(joining, due, now);
  const to = await addresseeById(due.client, joining);
  if (!to) return;
  const { contact, fields, last } = untold;
  const values = { when: last, fields: fields.length, contact };
  await outbox.send(to, { template: "looked_at", values }, now, joining);
}
