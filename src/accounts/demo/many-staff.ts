import { type Actor, type Id, newId, type Transaction, transaction } from "#platform";
import type { Desk } from "../desk.ts";
import { addStaff, type Role } from "../staff/index.ts";

const atOnce = 100;
const analysts = 3;
const vendorEvery = 5;
const hours: readonly [string, string][] = [
  ["06:00", "14:00"],
  ["08:00", "16:00"],
  ["13:00", "21:00"],
];

export type MadeUpAgent = { id: Id<"staff">; team: number; shift: number };

/**
 * Adds agents of a history that is made up, in teams, every fifth of them a vendor's, and some analysts. Nobody can sign in
 * as one before somebody gives them a passkey.
 */
export async function fillStaff(
  { database, appender }: Pick<Desk, "database" | "appender">,
  agents: readonly MadeUpAgent[],
  now: Date,
): Promise<void> {
  for (let from = 0; from < agents.length; from += atOnce) {
    await transaction(database, async (joining) => {
      for (const [place, { id, team, shift }] of agents.slice(from, from + atOnce).entries()) {
        const number = from + place + 1;
        const employer = (team + 1) % vendorEvery === 0 ? "vendor" : "firm";
        const of = { team: `team-${team + 1}`, employer, shift: shiftOf(shift) };
        await add(
          { appender },
          joining,
          id,
          { name: `Agent ${number}`, role: "agent", ...of },
          now,
        );
      }
    });
  }
  await transaction(database, async (joining) => {
    for (let number = 1; number <= analysts; number++) {
      const of = { team: "analysis", employer: "firm", shift: shiftOf(1) };
      const name = `Analyst ${number}`;
      await add({ appender }, joining, newId("staff", now), { name, role: "analyst", ...of }, now);
    }
  });
}

type Person = {
  name: string;
  role: Role;
  team: string;
  employer: string;
  shift: ReturnType<typeof shiftOf>;
};

async function add(
  desk: Pick<Desk, "appender">,
  joining: Transaction,
  id: Id<"staff">,
  { role, ...person }: Person,
  now: Date,
): Promise<void> {
  const email = `${person.name.toLowerCase().replace(" ", "-")}@desk.example`;
  const joiner = { ...person, email, roles: [role], languages: ["en"], timeZone: "UTC" };
  const actor: Actor = { is: "system" };
  await addStaff(desk, joining, id, joiner, { actor }, now);
}

function shiftOf(place: number) {
  const own = hours[place % hours.length] ?? (["08:00", "16:00"] as [string, string]);
  return {
    ...{ monday: own, tuesday: own, wednesday: own, thursday: own },
    ...{ friday: own, saturday: own, sunday: own },
  };
}
