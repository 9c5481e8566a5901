/** Where staff go on who came from nowhere in particular. */
export const staffHome = "/staff";

/** The staff's page to go on to after signing in or a step-up; `staffHome` for anything else, and for those doors. */
export function staffBackPath(asked: string | undefined): string {
  if (!asked || !/^\/(?:staff|inbox)(?:[/?][!-~]*)?$/.test(asked) || asked.includes("\\"))
    return staffHome;
  const { pathname, search } = new URL(asked, "https://site.invalid");
  const isDoor = /^\/staff\/(?:sign-(?:in|out)|step-up|register)(?:\/|$)/.test(pathname);
  return /^\/(?:staff|inbox)(?:\/|$)/.test(pathname) && !isDoor ? pathname + search : staffHome;
}
