import { Alarms } from "./alarms.ts";
import type { VaultDesk } from "./desk.ts";
import { type DoubtListener, Doubts } from "./doubt/index.ts";
import { Freezes } from "./freeze/index.ts";
import { Revealing } from "./reveal/index.ts";

/** The slice, opened: what its routes work with. */
export type Vault = {
  desk: VaultDesk;
  revealing: Revealing;
  alarms: Alarms;
  freezes: Freezes;
  doubts: Doubts;
  /** Says who else acts on a client's *no*, within its transaction. Once, when the desk starts. */
  onDoubt(listener: DoubtListener): void;
};

export function openVault(desk: VaultDesk): Vault {
  const alarms = new Alarms();
  const freezes = new Freezes(desk);
  const doubts = new Doubts({ ...desk, alarms }, freezes);
  return {
    ...{ desk, revealing: new Revealing(desk), alarms, freezes, doubts },
    onDoubt: (listener) => doubts.onDoubt(listener),
  };
}
