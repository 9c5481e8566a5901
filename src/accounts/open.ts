import { KeySealing } from "./authenticator/index.ts";
import type { Desk } from "./desk.ts";
import { PasswordHasher } from "./password/index.ts";
import { Sessions } from "./session/index.ts";
import { UnderWay } from "./under-way.ts";

/** The slice, opened: who is signed in, and what its routes work with. */
export type Accounts = {
  desk: Desk;
  sessions: Sessions;
  hasher: PasswordHasher;
  sealing: KeySealing;
  underWay: UnderWay;
};

export function openAccounts(desk: Desk): Accounts {
  return {
    desk,
    sessions: new Sessions(desk),
    hasher: new PasswordHasher(desk.key),
    sealing: new KeySealing(desk.key),
    underWay: new UnderWay(),
  };
}
