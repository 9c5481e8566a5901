import type { Id } from "#platform";
import type { Asking } from "../session/index.ts";

/** How often a second factor can be tried before the password is asked for again. */
export const attemptsMax = 5;

/** Somebody on the way in: the password was right. It is in one browser's cookie, and leads to one session. */
export type SignIn = Asking & {
  client: Id<"client">;
  id: Id<"signin">;
  beganAt: Date;
  endsAt: Date;
  stage: Stage;
};

export type Stage =
  | { is: "code" }
  /** The second factor was proven; what is left is the device. */
  | { is: "proven"; at: Date }
  /** Its owner was sent a link that approves the device. */
  | { is: "device"; at: Date; device: Id<"device"> };
