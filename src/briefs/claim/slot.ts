import { z } from "@hono/zod-openapi";
import type { Value } from "./value.ts";

const name = /^[a-z][a-z0-9_]{0,59}$/;

/** Which question a claim answers. */
export const slotSchema = z.string().regex(name, "is no name in small letters with _");
/** Of what: two leaks, two demands are two subjects, and nothing said of one counts for the other. */
export const subjectSchema = z.string().regex(name, "is no name in small letters with _");

type Slot = {
  takes: readonly Value["is"][];
  /** Several answers can be true at once: another one is no contradiction. */
  several?: true;
};

const date: Slot = { takes: ["date", "later"] };
const quantity: Slot = { takes: ["quantity"] };
const choice: Slot = { takes: ["choice", "text"] };

/** The questions that every such case has. Others may be asked too, and take any value. */
const slots: Readonly<Record<string, Slot>> = {
  first_incident: date,
  second_incident: date,
  occurred: date,
  detected: date,
  disclosed: date,
  demand_made: date,
  deadline: date,
  incident_count: quantity,
  affected_count: quantity,
  affected_share: quantity,
  population: quantity,
  insider_count: quantity,
  demand_amount: quantity,
  detected_by: choice,
  insider_role: choice,
  vector: choice,
  payment_stance: choice,
  systems_breached: choice,
  funds_at_risk: choice,
  material_held: choice,
  material_published: choice,
  demand_sequence: choice,
  notified: choice,
  speaker_title: choice,
  actor_name: choice,
  data_types: { ...choice, several: true },
  measures: { ...choice, several: true },
};

export function takesSeveral(slot: string): boolean {
  return slots[slot]?.several ?? false;
}

/** Kinds of value that answer a question. */
export function takenBy(slot: string): readonly Value["is"][] | undefined {
  return slots[slot]?.takes;
}

export const knownSlots: readonly string[] = Object.keys(slots);
