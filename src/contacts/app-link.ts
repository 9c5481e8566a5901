import { carriesOnly } from "./exact-link.ts";

const idsMax = 5;

/** What a store's share buttons and its advertising add: none of them changes the app that is shown. */
const googleParameters = ["id", "hl", "gl", "pli", "pcampaignid", "referrer"];
const appleParameters = "l mt ls uo at ct pt platform ppid itsct itscg".split(" ");

/** `/app/id1`, `/us/app/id1` and `/us/app/name/id1`; below `/developer/` the same number is a developer's. */
const applePage = /^\/(?:[a-z]{2}\/)?app\/(?:[^/]{1,300}\/)?id(\d{1,15})$/;

/** `isExact` when the whole link is one that the store documents as that app's page. */
export type AppLink = { ids: string[]; isExact: boolean };

/** The apps that a link into a store names: Google Play's package name, Apple's number. Undefined elsewhere. */
export function appLink(url: URL): AppLink | undefined {
  if (url.hostname === "play.google.com") {
    const ids = url.searchParams.getAll("id").slice(0, idsMax);
    const isPage = url.pathname === "/store/apps/details";
    return found(ids, isPage && carriesOnly(url, googleParameters));
  }
  if (url.hostname !== "apps.apple.com") return undefined;
  const exact = applePage.exec(url.pathname)?.[1];
  const written = [...`${url.pathname}/`.matchAll(/\/id(\d{1,15})(?=\/)/g)].slice(0, idsMax);
  const ids = exact === undefined ? written.map(([, id = ""]) => id) : [exact];
  return found(ids, exact !== undefined && carriesOnly(url, appleParameters));
}

function found(ids: string[], isExact: boolean): AppLink | undefined {
  return ids.length === 0 ? undefined : { ids, isExact: isExact && ids.length === 1 };
}
