import type { Addressee } from "#outbox";
import type { StaffMember } from "./staff.ts";

/** Where messages to somebody on the staff go, in the first of the person's languages. */
export function staffAddressee({
  id,
  languages,
}: Pick<StaffMember, "id" | "languages">): Addressee {
  return { is: "staff", id, language: languages[0] ?? "en" };
}
