export { type ReachSignOut, signOutCommands } from "./commands.ts";
export { signOutEventKinds } from "./sign-out.ts";
