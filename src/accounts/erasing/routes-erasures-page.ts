import type { HttpContext } from "#platform";
import type { Accounts } from "../open.ts";
import { hasRole, type StaffMember } from "../staff/index.ts";
import { holdsThatStand } from "./legal-hold.ts";
import { say } from "./messages.ts";
import { ErasurePage, type ErasureTold, type HoldsTold } from "./pages/index.ts";

export const erasuresPath = "/staff/erasures";

/** The page as somebody sees it: an administrator asks for erasures, counsel keeps the legal holds. */
export async function showErasures(
  { desk }: Pick<Accounts, "desk">,
  context: HttpContext,
  member: StaffMember,
  told: { erasing?: ErasureTold; holds?: HoldsTold } = {},
): Promise<Response> {
  const { language } = context.var;
  const standing = hasRole(member, "counsel") ? await holdsThatStand(desk) : undefined;
  const page = ErasurePage({
    language,
    erasing: hasRole(member, "admin") ? { ...told.erasing } : undefined,
    holds: standing && { ...told.holds, standing },
  });
  const title = say(language, hasRole(member, "admin") ? "title" : "holds.title");
  return await context.render(page, { title, unlisted: true });
}
