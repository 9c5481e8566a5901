import { catalogue, type Language } from "#platform";
import en from "../../../messages/en/accounts-staff.json" with { type: "json" };
import type { Role } from "./staff.ts";

export const say = catalogue("accounts-staff", en);

/** Roles in words, such as `agent, lead`. */
export function sayRoles(language: Language, roles: readonly Role[]): string {
  return roles.map((role) => say(language, `role.${role}`)).join(", ");
}
