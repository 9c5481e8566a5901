import { createHash } from "node:crypto";
import type { Id } from "#platform";
import type { TellStep, Traced } from "./case/index.ts";
import {
  type FoundPhoto,
  type PhotoDesk,
  type PhotoFound,
  screensIn,
  watchedOn,
} from "./photo/index.ts";
import type { TraceResult } from "./result.ts";
import { type Affected, scopeOf } from "./scope/index.ts";

export type PhotoInput = { bytes: Uint8Array; before: Date };

/**
 * Traces pictures of screens: whose they were, when, and what was shown on them. That, they confirm; what the same people
 * were shown around then is likely gone too, as for rows.
 */
export async function tracePhoto(
  desk: PhotoDesk,
  { bytes, before }: PhotoInput,
  progress: TellStep,
): Promise<Traced> {
  await progress("reading");
  const found = await screensIn(desk, bytes, before);
  await progress("scoping");
  const countedAt = desk.clock();
  const confirmed = affectedBy(found);
  const scope = await scopeOf(desk.database, {
    ...{ confirmed, possible: [], people: watchedOn(found.screens), before },
  });
  const { figures, hash, erasedLooks } = scope;
  const { clients, photo } = numbered(found);
  const digest = createHash("sha256").update(bytes).digest("hex");
  const format = found.kind ?? "picture";
  const result: TraceResult = {
    ...nobody,
    ...{ before, clients, photo },
    sample: { format, digest, rows: 0, bad: 0, columns: [], cut: undefined },
    scope: { figures, hash: hash.toString("base64"), erasedLooks, countedAt },
  };
  return { result, scopeList: scope.list };
}

/** Without rows nothing is weighed, dated or judged. */
const nobody = {
  resolution: { found: 0, ambiguous: 0, nobody: 0, tooLittle: 0, canaries: 0 },
  ...{ people: [], next: undefined, alike: [], decoys: [], rivals: { overlap: [], cover: [] } },
  ...{ unexplained: 0, unseen: 0, rows: [] },
  dating: { window: undefined, fits: 0, ofRows: 0, perRow: [] },
  bluff: { verdict: "undetermined", reasons: [] },
} as const satisfies Partial<TraceResult>;

function affectedBy({ screens }: FoundPhoto): Affected[] {
  const shown = screens.flatMap((screen) => screen.shown);
  return [...Map.groupBy(shown, ({ client }) => client)].map(([client, own]) => ({
    client,
    fields: [...new Set(own.map(({ field }) => field))],
  }));
}

/** Clients get numbers, as they come up on the screens. */
function numbered({ screens, ...found }: FoundPhoto): {
  clients: Id<"client">[];
  photo: PhotoFound;
} {
  const shown = screens.flatMap((screen) => screen.shown);
  const clients = [...new Set(shown.map(({ client }) => client))];
  return {
    clients,
    photo: {
      ...found,
      screens: screens.map((screen) => ({
        ...screen,
        shown: screen.shown.map((one) => ({ ...one, client: clients.indexOf(one.client) + 1 })),
      })),
    },
  };
}
