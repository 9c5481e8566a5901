import { z } from "@hono/zod-openapi";
import type { Permit } from "#keys";
import { HoldfastError, type Refusal } from "#platform";
import { fieldTable } from "#vault";
import { askingActSchema } from "../call/index.ts";
import { legStarted } from "../events.ts";
import { aheadMs } from "../slots/index.ts";

/** For so long an asking counts: as far ahead as a call can be booked, and booked anew once as far. */
export const askedMsMax = 2 * aheadMs;

const detailsSchema = z.looseObject({ call: z.string(), channel: z.string() });

/** What the keykeeper says when the client's asking doesn't permit a call by phone: no number is given out. */
export class AskingRefused extends HoldfastError {
  readonly code = "asking_refused";
  readonly refusal: Refusal = "forbidden";
  constructor(because: string) {
    super(`The client's asking doesn't permit this call: ${because}. No number is given out.`);
  }
}

/**
 * The number on file is given out for the event of a call that the client asked for, by phone, signed in: what the keykeeper
 * attested then says so, and nobody who writes rows into the database can make it up.
 */
export const callsPermits: readonly Permit[] = [
  {
    kind: legStarted.name,
    act: "decrypt",
    table: fieldTable,
    isShown: false,
    async check(event, statement) {
      if (statement === undefined) throw new AskingRefused("nobody asked");
      const read = askingActSchema.safeParse(JSON.parse(statement));
      if (!read.success) throw new AskingRefused("the act is of another kind");
      const { client, call, channel, at } = read.data;
      const details = detailsSchema.parse(JSON.parse(event.details ?? "{}"));
      const sinceMs = event.occurredAt.getTime() - Date.parse(at);
      requireThat(event.actor?.is === "staff", "nobody on the staff calls");
      requireThat(event.client === client, "it is another client's");
      requireThat(details.call === call, "it is about another call");
      requireThat(channel === "phone" && details.channel === "phone", "it isn't about the phone");
      requireThat(event.field === "phone", "it is about another field");
      requireThat(sinceMs >= 0 && sinceMs < askedMsMax, "it is over");
    },
  },
];

function requireThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new AskingRefused(otherwise);
}
