import type { Desk } from "./desk.ts";
import { Sessions } from "./session/index.ts";

/** The slice, opened: who is signed in, and what its routes work with. */
export type Accounts = { desk: Desk; sessions: Sessions };

export function openAccounts(desk: Desk): Accounts {
  return { desk, sessions: new Sessions(desk) };
}
