import { hasRole, staffHere } from "#accounts";
import type { Appender } from "#ledger";
import {
  type Actor,
  type Database,
  HoldfastError,
  type Id,
  InvalidInput,
  transaction,
} from "#platform";
import { queuesSet } from "../events.ts";
import { isQueue, type Queue, queues } from "../ticket/index.ts";
import { queuesByMember, saveQueues } from "./store.ts";

export type QueuesDesk = { database: Database; appender: Pick<Appender, "append"> };

/** Queues that agents can work in: of `leads` nobody is given a ticket. */
export const workedQueues = queues.filter((queue) => queue !== "leads");

export class WrongQueues extends InvalidInput {
  constructor(given: readonly string[]) {
    const shown = given.join(", ").slice(0, 200);
    super(
      "wrong_queues",
      `"${shown}" are no queues that agents work in. Give at least one of: ${workedQueues.join(", ")}.`,
    );
  }
}

export class NoSuchAgent extends HoldfastError {
  readonly code = "no_such_agent";
  readonly refusal = "not_found";
  constructor(id: string) {
    super(`${id.slice(0, 60)} is no agent here. holdfast staff list shows who is.`);
  }
}

/** An agent, and the queues that tickets come from. */
export type QueueMember = { staff: Id<"staff">; name: string; queues: readonly Queue[] };

/** Every agent who is here. */
export async function queueMembers({ database }: Pick<QueuesDesk, "database">) {
  const people = (await staffHere(database)).filter((person) => hasRole(person, "agent"));
  const said = await queuesByMember(database);
  return people.map(
    ({ id, name }): QueueMember => ({ staff: id, name, queues: said.get(id) ?? workedQueues }),
  );
}

/**
 * Says in which queues an agent is given tickets from now on; the ones that somebody has stay.
 * @param asked `all` for every queue, those too that there will be
 * @throws {NoSuchAgent} {WrongQueues}
 */
export async function setQueues(
  { database, appender }: QueuesDesk,
  by: Actor,
  id: string,
  asked: readonly string[] | "all",
  now: Date,
): Promise<void> {
  const agent = (await queueMembers({ database })).find(({ staff }) => staff === id);
  if (!agent) throw new NoSuchAgent(id);
  const given = asked === "all" ? [] : [...new Set(asked)];
  const wanted = given.filter(isQueue).filter((queue) => queue !== "leads");
  const isWrong = asked !== "all" && wanted.length === 0;
  if (isWrong || wanted.length !== given.length) throw new WrongQueues(given);
  await transaction(database, async (joining) => {
    await saveQueues(joining, agent.staff, wanted, now);
    const details = { staff: agent.staff, queues: wanted.length > 0 ? wanted : [...workedQueues] };
    await appender.append(by, { kind: queuesSet, details }, now, joining);
  });
}
