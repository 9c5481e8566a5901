import type { Vault } from "#vault";
import { look } from "./case/index.ts";
import type { WatchDesk } from "./desk.ts";

/** The slice, opened: what its routes and jobs work with. */
export type Watch = { desk: WatchDesk };

/** Opens the slice: an alarm of the vault is looked into at once. What fails then, the worker does within a minute. */
export function openWatch(desk: WatchDesk, { alarms }: Pick<Vault, "alarms">): Watch {
  alarms.onRaised((now) => look(desk, now));
  return { desk };
}
