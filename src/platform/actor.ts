import type { Id } from "./ids.ts";

/** Who acts. It is always an argument: nothing in the domain asks who is signed in. */
export type Actor =
  | { is: "client"; id: Id<"client"> }
  | { is: "staff"; id: Id<"staff"> }
  /** The desk itself: a scheduled job, a command on the server. */
  | { is: "system" };

export const system: Actor = { is: "system" };
