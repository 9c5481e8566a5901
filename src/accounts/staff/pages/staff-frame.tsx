import type { PropsWithChildren } from "hono/jsx";
import type { Language } from "#platform";
import { say } from "../messages.ts";

const places = [
  { path: "/staff", key: "nav.home" },
  { path: "/staff/tickets", key: "nav.tickets" },
  { path: "/staff/calls", key: "nav.calls" },
  { path: "/staff/search", key: "nav.search" },
  { path: "/staff/indicators", key: "nav.indicators" },
  { path: "/staff/watch", key: "nav.watch" },
  { path: "/staff/traces", key: "nav.traces" },
  { path: "/staff/briefs", key: "nav.briefs" },
  { path: "/staff/approvals", key: "nav.approvals" },
  { path: "/staff/break-glass", key: "nav.break_glass" },
  { path: "/staff/reviews", key: "nav.reviews" },
  { path: "/staff/people", key: "nav.people" },
  { path: "/staff/directory", key: "nav.directory" },
  { path: "/staff/sessions", key: "nav.sessions" },
  { path: "/inbox", key: "nav.inbox" },
] as const;

type StaffFrameProps = PropsWithChildren<{
  language: Language;
  /** The page's own path. */
  path: string;
  title: string;
}>;

/** What every page of the staff has around it: where else to go, and the title. */
export function StaffFrame({ language, path, title, children }: StaffFrameProps) {
  return (
    <>
      <nav class="tabs" aria-label={say(language, "nav.label")}>
        <ul>
          {places.map((place) => (
            <li>
              <a href={place.path} aria-current={place.path === path ? "page" : undefined}>
                {say(language, place.key)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h1>{title}</h1>
      {children}
    </>
  );
}
