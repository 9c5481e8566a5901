import type { Evidence } from "#keys";
import { hourMs, type Id } from "#platform";
import { type FieldName, fieldClasses } from "#policy";

/** How long a client can answer. After that the answer is no. */
export const answerMs = 24 * hourMs;

/** How long an approval lets staff see what was approved. */
export const approvedMs = hourMs;

/** How many times in 24 hours a client is asked, by whoever it is. */
export const askedPerDayMax = 6;

/** Where it stands that an agent asked a client. */
export type RequestState =
  | { is: "asked"; until: Date }
  | { is: "approved"; at: Date; until: Date; evidence: Evidence }
  | { is: "declined"; at: Date }
  | { is: "withdrawn"; at: Date }
  /** Nobody answered in time, or before its ticket ended or went to others. */
  | { is: "unanswered"; until: Date }
  /** Its hour was over, or its ticket ended or went to others. */
  | { is: "ended"; at: Date };

/** An agent asks a client to let some fields be seen, for one ticket and one purpose. */
export type AccessRequest = {
  id: Id<"grant">;
  client: Id<"client">;
  ticket: Id<"ticket">;
  /** By what people call the ticket. */
  reference: string;
  askedBy: Id<"staff">;
  /** Who asks, as the client is told: never a name. */
  team: string;
  employer: string;
  askedAt: Date;
  purpose: string;
  fields: readonly FieldName[];
  state: RequestState;
};

/** Whether only the client's own passkey opens the field. */
export function needsPasskey(field: FieldName): boolean {
  return fieldClasses[field] === "sensitive" || fieldClasses[field] === "restricted";
}

/** Whether the approval carries the client's passkey; without it, sensitive fields are answered with yes or no. */
export function hasPasskeyIn({ statement }: Evidence): boolean {
  return statement.includes('"passkey":{');
}

/** Whether asking for a field again would only press the client. */
export function isAnswerOpen({ state }: AccessRequest, now: Date): boolean {
  if (state.is === "asked" || state.is === "approved") return true;
  return state.is === "declined" && now.getTime() - state.at.getTime() < answerMs;
}
