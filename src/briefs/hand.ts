import { hasRole, type StaffMember, staffById } from "#accounts";
import type { Appender } from "#ledger";
import { type Actor, type Database, HoldfastError, isId, type Queryable, system } from "#platform";
import { DecidesNothing, writers } from "./claim/index.ts";

/** What the work on briefs needs. */
export type BriefsDesk = { database: Database; appender: Appender };

/**
 * Whose hand something is written by. On the command line whoever runs the server names the person, and the event says
 * that the system acted; signed in, the person is the actor.
 */
export type Hand = { person: StaffMember; actor: Actor };

class PersonUnknown extends HoldfastError {
  readonly code = "person_unknown";
  readonly refusal = "not_found";
  constructor(id: string) {
    super(`Nobody on the staff is ${id}. Give an ID as holdfast staff list prints it.`);
  }
}

/** The hand of a person whom whoever runs the server names. @throws {PersonUnknown} */
export async function namedHand(queryable: Queryable, id: string): Promise<Hand> {
  const person = isId("staff", id) ? await staffById(queryable, id) : undefined;
  if (!person || person.leftAt) throw new PersonUnknown(id);
  return { person, actor: system };
}

/** Adding sources, claims and questions is for who may read them for the firm. @throws {DecidesNothing} */
export function requireWriter({ person }: Hand): void {
  if (!writers.some((role) => hasRole(person, role))) throw new DecidesNothing(writers);
}
