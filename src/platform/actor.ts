import type { Id } from "./ids.ts";

/** Who does something. Always an argument, never ambient, so that every event can name its actor. */
export type Actor =
  | { kind: "visitor" }
  | { kind: "client"; id: Id<"client"> }
  | { kind: "staff"; id: Id<"staff"> }
  | { kind: "system"; part: string };
