import { hasRole, type StaffMember } from "#accounts";
import type { Language } from "#platform";
import { isCurrent } from "../current.ts";
import { say } from "../messages.ts";

type Role = StaffMember["roles"][number]["role"];

const desk: readonly Role[] = ["agent", "lead"];
const investigating: readonly Role[] = ["analyst", "lead"];
const briefing: readonly Role[] = ["comms", "counsel", "lead", "analyst"];

/** The places of the staff, in the order of their tabs, each with the roles that it opens to; without any, to everybody. */
const places = [
  { path: "/staff", key: "staff.home" },
  { path: "/staff/tickets", key: "staff.tickets", roles: desk },
  { path: "/staff/calls", key: "staff.calls", roles: desk },
  { path: "/staff/search", key: "staff.search", roles: desk },
  { path: "/staff/indicators", key: "staff.indicators", roles: investigating },
  { path: "/staff/watch", key: "staff.watch", roles: investigating },
  { path: "/staff/traces", key: "staff.traces", roles: investigating },
  { path: "/staff/briefs", key: "staff.briefs", roles: briefing },
  { path: "/staff/approvals", key: "staff.approvals" },
  { path: "/staff/break-glass", key: "staff.break_glass", roles: desk },
  { path: "/staff/reviews", key: "staff.reviews", roles: investigating },
  { path: "/staff/people", key: "staff.people" },
  { path: "/staff/directory", key: "staff.directory" },
  { path: "/staff/sessions", key: "staff.sessions" },
  { path: "/inbox", key: "staff.inbox" },
] as const;

type StaffPlacesProps = { language: Language; path: string; member: StaffMember };

/** Where somebody's roles lead. It opens nothing: each page asks for them anew. */
export function StaffPlaces({ language, path, member }: StaffPlacesProps) {
  const open = places.filter(
    (place) => !("roles" in place) || place.roles.some((role) => hasRole(member, role)),
  );
  const own = open.find((place) =>
    place.path === "/staff" ? path === place.path : isCurrent(place.path, path),
  );
  return (
    <nav class="tabs" aria-label={say(language, "staff.label")}>
      <ul>
        {open.map((place) => (
          <li>
            <a href={place.path} aria-current={place === own ? "page" : undefined}>
              {say(language, place.key)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
