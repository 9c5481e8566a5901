/** Where somebody goes on who came from nowhere in particular. */
export const home = "/account";

/**
 * The path to go on to after signing in: on this site, or `home`. Anything that a browser could take for another site's
 * address is refused, and so are the pages that one leaves by signing in.
 */
export function backPath(asked: string | undefined): string {
  const base = "https://site.invalid";
  if (!asked || !/^\/(?![/\\])[!-~]*$/.test(asked) || asked.includes("\\")) return home;
  if (!URL.canParse(asked, base)) return home;
  const { origin, pathname, search } = new URL(asked, base);
  const isHere = origin === base && !pathname.startsWith("//");
  const isDoor = /^\/(?:sign-(?:in|up|out)|step-up|links)(?:\/|$)/.test(pathname);
  return isHere && !isDoor ? pathname + search : home;
}

/**
 * Where somebody goes who was refused for want of a proof, to come back after it; undefined for other refusals. Staff
 * have doors of their own.
 * @param isUndone whether something was to be done: the page for signing in says that it wasn't
 */
export function wayOn(code: string, from: string, isUndone: boolean): string | undefined {
  const door = { not_signed_in: "/sign-in", step_up_needed: "/step-up" }[code];
  const house = /^\/staff(?:\/|$)/.test(from) ? "/staff" : "";
  const undone = isUndone && code === "not_signed_in" ? "&undone" : "";
  return door && `${house}${door}?back=${encodeURIComponent(backPath(from))}${undone}`;
}
