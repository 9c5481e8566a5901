import { Leaving, staffKinds } from "./administration/index.ts";
import { Approvals } from "./approval/index.ts";
import { KeySealing } from "./authenticator/index.ts";
import type { Desk } from "./desk.ts";
import { holdLift } from "./erasing/index.ts";
import { Machines } from "./machine/index.ts";
import { PasswordHasher } from "./password/index.ts";
import { Provider, type ProviderOptions } from "./provider/index.ts";
import { ScreenMarks } from "./screen-mark/index.ts";
import { Sessions } from "./session/index.ts";
import { UnderWay } from "./under-way.ts";

export { ScreenMarks } from "./screen-mark/index.ts";

/** The slice, opened: who is signed in, and what its routes work with. */
export type Accounts = {
  desk: Desk;
  sessions: Sessions;
  hasher: PasswordHasher;
  sealing: KeySealing;
  underWay: UnderWay;
  /** The firm's other systems, by the keys that they show. */
  machines: Machines;
  /** What takes two people; a slice registers its own kinds when the desk starts. */
  approvals: Approvals;
  /** What somebody who leaves the staff loses; a slice registers its own part. */
  leaving: Leaving;
  /** Where staff sign in; without one they sign in with passkeys alone. */
  provider: Provider | undefined;
  /** What the staff's screens are marked with, and whose a mark is. */
  screenMarks: ScreenMarks;
};

/** @param provider where staff sign in; without one they sign in with passkeys alone */
export function openAccounts(desk: Desk, provider?: ProviderOptions): Accounts {
  const approvals = new Approvals(desk);
  for (const kind of [...staffKinds(desk), holdLift(desk)]) approvals.register(kind);
  return {
    desk,
    sessions: new Sessions(desk),
    hasher: new PasswordHasher(desk.key),
    sealing: new KeySealing(desk.key),
    underWay: new UnderWay(),
    machines: new Machines(desk),
    approvals,
    leaving: new Leaving(desk, approvals),
    screenMarks: new ScreenMarks(desk),
    provider: provider && new Provider(provider, desk.clock),
  };
}
