import type { Id } from "#platform";
import type { EntryOfMessage } from "./calendar.ts";
import type { ZonedMoment } from "./zoned-moment.ts";

/** What a message says, as its template's name and what stands in the template's places: never anybody's own words. */
export type Message = {
  template: string;
  values?: Readonly<Record<string, string | number | Date | ZonedMoment>>;
  /** The single-use links of the template, by name; see `LinkTokens`. */
  links?: Readonly<Record<string, Id<"link">>>;
  /** The ticket that it is about: an answer to its mail goes there. */
  ticket?: Id<"ticket">;
  /** For a template that brings one: which entry of the reader's calendar it makes, changes or cancels. */
  entry?: EntryOfMessage;
};
