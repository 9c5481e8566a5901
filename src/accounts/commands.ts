import type { Command } from "#platform";
import { type ReachStaff, staffCommands } from "./administration/index.ts";
import { apiKeysCommands, type ReachDesk } from "./machine/index.ts";
import { type ReachSignOut, signOutCommands } from "./sign-out/index.ts";

export type { ReachSignOut, ReachStaff };

/** The verbs of who works here, which systems ask, and who is signed in. */
export function accountsCommands(reach: {
  desk: ReachDesk;
  staff: ReachStaff;
  signOut: ReachSignOut;
}): Command[] {
  return [
    ...staffCommands(reach.staff),
    ...apiKeysCommands(reach.desk),
    ...signOutCommands(reach.signOut),
  ];
}
