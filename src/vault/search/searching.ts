import { beginLooks } from "#accounts";
import { type Actor, HoldfastError, type Id, shortTransaction, type Transaction } from "#platform";
import type { AccessRules, VaultDesk } from "../desk.ts";
import { searched } from "../events.ts";
import type { Seal } from "../grant/index.ts";
import { sealFrom } from "../pass-look/index.ts";
import { AccessDenied, LogUnavailable, type Viewer } from "../reveal/index.ts";
import { type Identifier, type Wanted, wantedBy } from "./identifier.ts";
import { clientsNamed, countSearch, type Named, takeBackSearch } from "./store.ts";

/** Where the card is of a client whom the viewer may see: beside a contact, or in break-glass. */
export type Way = { is: "ticket"; ticket: Id<"ticket"> } | { is: "pass"; pass: Id<"grant"> };

/** Where a search leads, and by which rules; sealed, where a sealed pass alone would say why it was made. */
type Judged = {
  client: Id<"client"> | undefined;
  way: Way | undefined;
  rules: string[];
  seal?: Seal | undefined;
};

export type SearchDesk = Pick<VaultDesk, "database" | "appender" | "keykeeper" | "access">;

/**
 * Looks for a client by an exact identifier: counted, and written down for each client who has it, before this returns.
 * A client who isn't there, one whom the viewer has nothing open of, and a canary are answered by the same work, and
 * with the same nothing.
 * @throws {AccessDenied} a budget is used up, or the viewer isn't at work: nobody is looked for then
 * @throws {LogUnavailable}
 */
export async function search(
  desk: SearchDesk,
  by: Viewer,
  identifier: Identifier,
  now: Date,
): Promise<Way[]> {
  const wanted = await wantedBy(desk.keykeeper, identifier);
  const { budgets } = await desk.access();
  const judged = await committed(desk, by, identifier, wanted, budgets, now);
  const [refused] = judged;
  if (refused?.rules.some((rule) => rule === "over_budget" || rule === "off_shift")) {
    throw new AccessDenied(refused.rules);
  }
  return judged.flatMap(({ way }) => way ?? []);
}

async function committed(
  { database, appender }: SearchDesk,
  viewer: Viewer,
  { by }: Identifier,
  wanted: Wanted,
  budgets: AccessRules["budgets"],
  now: Date,
): Promise<Judged[]> {
  try {
    const work = async (joining: Transaction, last: Transaction) => {
      const { hour, day } = await countSearch(joining, viewer.staff, now);
      const isOver = hour > budgets.searches_per_hour || day > budgets.searches_per_day;
      const stopped = [
        ...(isOver ? ["over_budget"] : []),
        ...(viewer.offShift ? ["off_shift"] : []),
      ];
      if (stopped.length > 0) await takeBackSearch(joining, viewer.staff, now);
      const named =
        stopped.length > 0 ? [] : await clientsNamed(joining, wanted, viewer.staff, now);
      const nobody: Judged = {
        ...{ client: undefined, way: undefined },
        rules: stopped.length > 0 ? stopped : ["nobody"],
      };
      const judged = named.length > 0 ? named.map(judge) : [nobody];
      await writeDown(appender, { joining, last }, viewer, by, judged, now);
      return judged;
    };
    return await shortTransaction(database, work, [beginLooks([viewer.staff])]);
  } catch (error) {
    throw error instanceof HoldfastError ? error : new LogUnavailable(error);
  }
}

/** An event for each client that a search led to, or one that it led to nobody. */
async function writeDown(
  appender: SearchDesk["appender"],
  { joining, last }: { joining: Transaction; last: Transaction },
  viewer: Viewer,
  by: Identifier["by"],
  judged: readonly Judged[],
  now: Date,
): Promise<void> {
  const actor: Actor = { is: "staff", id: viewer.staff };
  const entries = judged.map(({ client, way, rules }) => {
    const details = { by, hits: client ? 1 : 0, session: viewer.session, rules };
    const decision = way ? ("allow" as const) : ("deny" as const);
    return { actor, draft: { kind: searched, ...(client && { client }), decision, details } };
  });
  const ending = judged.some(({ seal }) => seal) ? joining : last;
  const together = await appender.appendTogether(entries, now, ending);
  together.receipts(); // nobody gets them, but the events are held against what was committed to
  for (const [place, { client, seal }] of judged.entries()) {
    const entry = together.events[place];
    if (client && seal && entry) {
      await sealFrom(appender, joining, { client, entry, seal }, now);
    }
  }
}

function judge({ client, ticket, pass, seal: sealed, isFrozen }: Named): Judged {
  const seal = ticket ? undefined : sealed;
  if (isFrozen) return { client, way: undefined, rules: ["frozen"], seal };
  if (ticket) return { client, way: { is: "ticket", ticket }, rules: ["open_contact"] };
  if (pass) return { client, way: { is: "pass", pass }, rules: ["break_glass"], seal };
  return { client, way: undefined, rules: ["nothing_permits"] };
}
