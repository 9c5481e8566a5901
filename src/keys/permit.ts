import { z } from "@hono/zod-openapi";
import type { ClientEvent } from "#ledger";
import type { Id } from "#platform";
import type { Evidence, FieldTest } from "./keykeeper.ts";
import { KeykeeperRefused } from "./refusals.ts";

/** A committed event, as it is held against what is asked in its name. */
export type PermittingEvent = Omit<ClientEvent, "kindVersion">;

/**
 * What one kind of event lets the keykeeper do. `src/server.ts` lists them all: what isn't listed is refused.
 * The database alone can't permit anything where `check` verifies what the database has no key for, such as the
 * signature of the client's act.
 */
export type Permit = {
  /** The kind's name, such as `vault.revealed`. */
  kind: string;
  /**
   * Throws a HoldfastError to refuse.
   * @param statement what the keykeeper attested of the act that the event stands on; undefined when none was given
   * @param asked what exactly is to be done, such as the amount of a test
   * @param second what it attested of a second person's act; undefined when none was given
   */
  check(
    event: PermittingEvent,
    statement: string | undefined,
    asked: Asked,
    second: string | undefined,
  ): Promise<void>;
} & (
  | {
      act: "decrypt" | "test";
      /** Whose fields, such as `vault.fields`. */
      table: string;
      /**
       * Whether the value is shown to the member of staff who acted. Then the event's column says its version, by which
       * a trace finds who saw it; else its details do.
       */
      isShown: boolean;
    }
  | { act: "shred" }
);

/** What is asked for in an event's name. */
export type Asked = { event: Id<"event">; client: Id<"client"> } & (
  | { act: "decrypt"; table: string; field: string; version: number }
  | { act: "test"; table: string; field: string; version: number; test: FieldTest }
  | { act: "shred" }
);

/**
 * Holds an event against what is asked for in its name.
 * @param event as the ledger has it committed
 * @param evidence verified
 * @throws {KeykeeperRefused} there is no such committed event, or it permits something else
 */
export async function permit(
  permits: readonly Permit[],
  asked: Asked,
  event: PermittingEvent | undefined,
  evidence: Evidence | undefined,
): Promise<void> {
  if (!event) throw new KeykeeperRefused("event_missing");
  const permitting = permits.filter(({ kind }) => kind === event.kind).find(isFor(asked));
  if (!permitting) throw new KeykeeperRefused("event_kind");
  if (!isAbout(event, asked, permitting)) throw new KeykeeperRefused("event_differs");
  if (event.decision !== "allow") throw new KeykeeperRefused("event_denies");
  await permitting.check(event, evidence?.statement, asked, evidence?.second?.statement);
}

function isFor(asked: Asked): (permitting: Permit) => boolean {
  return (permitting) =>
    permitting.act === asked.act &&
    (permitting.act === "shred" || (asked.act !== "shred" && permitting.table === asked.table));
}

const statingSchema = z.looseObject({ version: z.int().optional() });

/** Which version of its field an event is about: it stands in one place alone, by what is permitted. */
export function versionOf(
  { version, details }: Pick<PermittingEvent, "version" | "details">,
  permitting: Permit,
): number | undefined {
  if (permitting.act === "shred") return undefined;
  if (permitting.isShown) return version;
  return statingSchema.parse(JSON.parse(details ?? "{}")).version;
}

/** An erased event has no details any more, and permits nothing. */
function isAbout(event: PermittingEvent, asked: Asked, permitting: Permit): boolean {
  const isSameField =
    asked.act === "shred" ||
    (event.field === asked.field && versionOf(event, permitting) === asked.version);
  return event.client === asked.client && isSameField && event.details !== undefined;
}
