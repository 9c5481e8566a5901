import type { VaultDesk } from "./desk.ts";
import { Revealing } from "./reveal/index.ts";

/** The slice, opened: what its routes work with. */
export type Vault = { desk: VaultDesk; revealing: Revealing };

export function openVault(desk: VaultDesk): Vault {
  return { desk, revealing: new Revealing(desk) };
}
