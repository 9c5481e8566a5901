import type { EndReason } from "../leg/index.ts";

/** What a status means for a call of ours. `waiting`: nobody's phone rings yet. */
export type Heard =
  | { is: "waiting" }
  | { is: "ringing" }
  | { is: "answered" }
  | { is: "ended"; because: EndReason };

/** The statuses of a call as Twilio's Voice API and jambonz name them, each for itself. */
const meanings = {
  queued: { is: "waiting" },
  initiated: { is: "waiting" },
  trying: { is: "waiting" },
  ringing: { is: "ringing" },
  "early-media": { is: "ringing" },
  "in-progress": { is: "answered" },
  completed: { is: "ended", because: "completed" },
  busy: { is: "ended", because: "busy" },
  failed: { is: "ended", because: "failed" },
  "no-answer": { is: "ended", because: "no_answer" },
  canceled: { is: "ended", because: "cancelled" },
} as const satisfies Record<string, Heard>;

export type ProviderStatus = keyof typeof meanings;

export const providerStatuses = Object.keys(meanings) as [ProviderStatus, ...ProviderStatus[]];

export function meaningOf(status: ProviderStatus): Heard {
  return meanings[status];
}
