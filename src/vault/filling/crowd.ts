import type { Seeded } from "#ledger";

const teamAgents = 50;
/** How many contacts are taken by another team than the client's. */
const strayShare = 0.1;
const triesMax = 8;
/** Shuffles ranks into places: it shares no factor with any count below it. */
const shuffler = 982_451_653;

/**
 * Who is in contact with whom: the weight of the n-th is 1/(n+q) (Zipf and Mandelbrot), with q a hundredth of all clients
 * and half of a team's agents.
 */
export class Crowd {
  readonly teams: number;
  readonly #agents: number;
  readonly #clients: number;

  constructor({ agents, clients }: { agents: number; clients: number }) {
    this.#agents = agents;
    this.#clients = clients;
    this.teams = Math.max(1, Math.round(agents / teamAgents));
  }

  /** A contact: places of its client and of its agent, who is at work if anybody is found soon who is. */
  meet(seeded: Seeded, isAtWork: (agent: number) => boolean): { client: number; agent: number } {
    const rank = ranked(seeded.share(), this.#clients, this.#clients / 100);
    const client = (rank * shuffler) % this.#clients;
    const isStray = seeded.share() < strayShare;
    const team = isStray ? seeded.below(this.teams) : this.teamOf(client);
    const size = Math.floor((this.#agents - 1 - team) / this.teams) + 1;
    let agent = team;
    for (let tries = 0; tries < triesMax; tries++) {
      agent = ranked(seeded.share(), size, size / 2) * this.teams + team;
      if (isAtWork(agent)) break;
    }
    return { client, agent };
  }

  /** The team of an agent's place, and of a client's. */
  teamOf(place: number): number {
    return place % this.teams;
  }
}

/** A rank from 0 on, by the inverse of the sum of the weights. */
function ranked(share: number, count: number, offset: number): number {
  const drawn = offset * ((count + offset) / offset) ** share - offset;
  return Math.min(count - 1, Math.floor(drawn));
}
