import { dayMs, dayOf, type Id } from "#platform";
import type { Person, Reading } from "../reading/index.ts";
import {
  amongPeers,
  byDeviation,
  type Compared,
  groupMin,
  joined,
  type Moments,
  momentsOf,
} from "../statistics/index.ts";
import type { Detector } from "./detector.ts";

const windows = [1, 7, 28] as const;
const baselineDays = 28;
const chanceMax = 2e-5;
const clientsMin = 15;
/** In natural logarithms: what a day, and the sum of more days, differs by at least. */
const deviationMin = { day: 0.9, days: 0.6 };

/**
 * Many more different clients than the peers: the same team, or everybody where the team is too small. By the day, and by
 * 7 and 28 days, in which a few more each day add up.
 */
export const distinctClients: Detector = {
  id: "distinct_clients",
  weight: 1,
  async find(reading, now) {
    const dated = new Map(
      Array.from({ length: baselineDays }, (_, back) => [
        dayOf(new Date(now.getTime() - back * dayMs)),
        back,
      ]),
    );
    const counted = countsOf(reading, dated);
    const peers = peersOf(reading.people, counted);
    return reading.people.flatMap((person) => {
      const found = windows.flatMap((days) => {
        const compared = compare(peers, counted.get(person.id) ?? [], person, days);
        return compared ? [{ days, ...compared }] : [];
      });
      const [least] = found
        .filter(({ probability }) => probability <= chanceMax)
        .sort((a, b) => a.probability - b.probability);
      if (!least) return [];
      const { days, count, usual, probability } = least;
      return [
        {
          ...{ staff: person.id, detector: this.id, key: `${this.id} ${dayOf(now)}`, at: now },
          figures: { clients: count, days, usual: Math.round(usual) },
          ...{ events: [], probability },
        },
      ];
    });
  },
};

/** How many clients each saw on each of the days, today first. */
function countsOf(
  { days }: Pick<Reading, "days">,
  dated: ReadonlyMap<string, number>,
): ReadonlyMap<Id<"staff">, readonly number[]> {
  const counted = new Map<Id<"staff">, number[]>();
  for (const { staff, day, clients } of days) {
    const back = dated.get(day);
    if (back === undefined) continue;
    const own = counted.get(staff) ?? new Array<number>(baselineDays).fill(0);
    own[back] = (own[back] ?? 0) + clients;
    counted.set(staff, own);
  }
  return counted;
}

type Peers = {
  /** The worked days of everybody in a team, and how many people those are of. */
  teams: ReadonlyMap<string, { days: Moments; people: number }>;
  /** What everybody's last days come to, in logarithms, for each window. */
  totals: ReadonlyMap<number, ReadonlyMap<Id<"staff">, number>>;
};

function peersOf(
  people: readonly Person[],
  counted: ReadonlyMap<Id<"staff">, readonly number[]>,
): Peers {
  const working = people.filter(({ id }) => counted.has(id));
  const teams = new Map<string, { days: Moments; people: number }>();
  for (const person of working) {
    const before = teams.get(teamOf(person)) ?? { days: momentsOf([]), people: 0 };
    const own = momentsOf((counted.get(person.id) ?? []).filter(isWorked));
    teams.set(teamOf(person), { days: joined(before.days, own), people: before.people + 1 });
  }
  const totals = new Map(
    windows.map((days) => [
      days,
      new Map(working.map(({ id }) => [id, logTotal(counted.get(id) ?? [], days)])),
    ]),
  );
  return { teams, totals };
}

/** Beside the team's days; where the team is too small, in logarithms beside everybody's as many days. */
function compare(
  { teams, totals }: Peers,
  counts: readonly number[],
  person: Person,
  days: (typeof windows)[number],
): Compared | undefined {
  const own = counts.slice(0, days);
  const count = sum(own);
  if (count < clientsMin) return undefined;
  const team = teams.get(teamOf(person));
  if (team && team.people > groupMin) {
    const peerDays = joined(team.days, momentsOf(counts.filter(isWorked)), -1);
    return amongPeers(count, own.filter(isWorked).length, peerDays);
  }
  const others = [...(totals.get(days) ?? [])].filter(([id]) => id !== person.id);
  const least = days === 1 ? deviationMin.day : deviationMin.days;
  const compared = byDeviation(
    logTotal(counts, days),
    others.map(([, total]) => total),
    least,
  );
  return compared && { ...compared, count, usual: Math.expm1(compared.usual) };
}

function teamOf({ team, employer }: Person): string {
  return `${employer}\n${team}`;
}

function logTotal(counts: readonly number[], days: number): number {
  return Math.log1p(sum(counts.slice(0, days)));
}

function isWorked(clients: number): boolean {
  return clients > 0;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, one) => total + one, 0);
}
