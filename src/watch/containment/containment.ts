import type { Id } from "#platform";

/**
 * What was ended for somebody. The event with what it stands on was committed first; `done` when sessions, keys, seat and
 * approvals are ended and the person is frozen, which the worker does again when it was stopped between.
 */
export type Containment = {
  id: Id<"containment">;
  case: Id<"case">;
  staff: Id<"staff">;
  at: Date;
  by: Id<"staff">;
  event: Id<"event">;
  state: { is: "begun" } | { is: "done"; at: Date } | { is: "released"; at: Date; by: Id<"staff"> };
};
