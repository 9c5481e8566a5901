import { type Id, type Language, uuidOf } from "#platform";
import { purposesIn, type Worded } from "#policy";
import { frozenFor } from "#tickets";
import type { VaultDesk } from "../desk.ts";
import { type Answer, answersAbout } from "../doubt/index.ts";
import { type Freeze, freezesOf } from "../freeze/index.ts";
import { type About, lookDays, lookersAt, type PastLook, pastLooks } from "../past-look/index.ts";
import { byContact, type LookGroup } from "./by-contact.ts";
import { contactsOf, type KnownContact, type Team, teamsOf } from "./store.ts";
import { type DayLooks, stripOf, stripStart } from "./strip.ts";

const looksPerPage = 50;

/** What the client said of a contact; nothing, where nobody whom we know looked. */
export type Answered = (
  | { is: "open" }
  | { is: "yes"; at: Date }
  | { is: "no"; at: Date; isFrozen: boolean; othersLooked: boolean }
) & {
  /** Somebody only read the messages, whom a no doesn't stop. */
  hasReader: boolean;
};

export type ShownGroup = LookGroup & {
  contact: KnownContact | undefined;
  /** Asked once a page for each contact: at its newest looks. */
  answered: Answered | undefined;
};

/** Words of the rules and of the staff's teams, for what stands on a page. */
export type Naming = {
  teams: ReadonlyMap<Id<"staff">, Team>;
  purposes: ReadonlyMap<string, Worded<string>>;
};

export type LooksPage = Naming & {
  days: { day: string; groups: ShownGroup[] }[];
  next: Id<"event"> | undefined;
  newest: Id<"event"> | undefined;
  sealed: { until: string; entries: number }[];
  /** Counted for the first page alone. */
  strip: DayLooks[];
};

export type ReadingDesk = Pick<VaultDesk, "database" | "access">;

/** A page of what staff saw of a client, with everything that stands on it. */
export async function readLooks(
  desk: ReadingDesk,
  client: Id<"client">,
  language: Language,
  { now, before }: { now: Date; before: Id<"event"> | undefined },
): Promise<LooksPage> {
  const { database } = desk;
  const since = stripStart(now);
  const [{ looks, next, sealed }, counted] = await Promise.all([
    pastLooks(database, client, { now, before, limit: looksPerPage }),
    before ? [] : lookDays(database, client, { now, since }),
  ]);
  const abouts = looks.map(({ about }) => about);
  const [naming, contacts, answers] = await Promise.all([
    namingOf(desk, looks, language),
    contactsOf(database, client, abouts.flatMap(ticketIn)),
    answersAbout(
      database,
      client,
      abouts.map(({ id }) => uuidOf(id)),
    ),
  ]);
  const freezes = await freezesOf(
    database,
    answers.map(({ staff }) => staff),
  );
  const known = { client, answers, freezes, contacts };
  return {
    ...naming,
    days: withAnswers(looks, known),
    ...{ next, newest: looks[0]?.id, sealed },
    strip: stripOf(counted, now),
  };
}

/** What stands in for people and for codes of the rules. */
export async function namingOf(
  { database, access }: ReadingDesk,
  looks: readonly PastLook[],
  language: Language,
): Promise<Naming> {
  const staff = [...new Set(looks.flatMap((look) => look.staff ?? []))];
  const [teams, rules] = await Promise.all([teamsOf(database, staff), access()]);
  const purposes = purposesIn({ access: rules }, language);
  return { teams, purposes: new Map(purposes.map((purpose) => [purpose.id, purpose])) };
}

type Known = {
  client: Id<"client">;
  answers: readonly Answer[];
  freezes: readonly Freeze[];
  contacts: ReadonlyMap<string, KnownContact>;
};

function withAnswers(looks: readonly PastLook[], known: Known): LooksPage["days"] {
  const asked = new Set<string>();
  const answered = new Set(known.answers.map(({ about }) => about));
  return byContact(looks, answered).map(({ day, groups }) => ({
    day,
    groups: groups.map((group) => {
      const { about } = group;
      const isAsked = about.is === "alone" || !asked.has(about.id);
      asked.add(about.id);
      const same = about.is === "alone" ? group.looks : looks.filter((one) => isSame(one, about));
      return {
        ...group,
        contact: known.contacts.get(about.id),
        answered: isAsked ? answeredOf(same, known) : undefined,
      };
    }),
  }));
}

function isSame({ about }: PastLook, { id }: About): boolean {
  return about.id === id;
}

function answeredOf(
  looks: readonly PastLook[],
  { client, answers, freezes }: Known,
): Answered | undefined {
  const lookers = lookersAt(looks);
  if (lookers.length === 0) return undefined;
  const abouts = new Set(looks.map(({ about }) => uuidOf(about.id)));
  const own = answers.filter(({ about }) => abouts.has(about));
  const frozen = frozenFor(freezes, client);
  const hasReader = looks.some(
    ({ seen, staff }) =>
      seen.is === "words" && staff && !lookers.includes(staff) && !frozen.has(staff),
  );
  const no = own.find(({ said }) => said === "no");
  const others = lookers.filter((staff) => own.every((one) => one.staff !== staff));
  if (no) {
    const isFrozen = frozen.has(no.staff);
    return { is: "no", at: no.at, isFrozen, othersLooked: others.length > 0, hasReader };
  }
  const [yes] = own;
  return yes && others.length === 0
    ? { is: "yes", at: yes.at, hasReader }
    : { is: "open", hasReader };
}

function ticketIn(about: About): Id<"ticket">[] {
  return about.is === "ticket" ? [about.id] : [];
}
