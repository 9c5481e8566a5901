import { Alarms } from "./alarms.ts";
import type { VaultDesk } from "./desk.ts";
import { Doubts } from "./doubt/index.ts";
import { Freezes } from "./freeze/index.ts";
import { Revealing } from "./reveal/index.ts";

/** The slice, opened: what its routes work with. */
export type Vault = {
  desk: VaultDesk;
  revealing: Revealing;
  alarms: Alarms;
  freezes: Freezes;
  doubts: Doubts;
};

/** The parts on one desk: what a client's doubt freezes is frozen for all of them. */
export function openVault(desk: VaultDesk): Vault {
  const alarms = new Alarms();
  const freezes = new Freezes(desk);
  const doubts = new Doubts({ ...desk, alarms }, freezes);
  return { desk, revealing: new Revealing(desk), alarms, freezes, doubts };
}
