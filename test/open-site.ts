import type * as Sealed from "./sealed-site.ts";
import type * as Plain from "./site.ts";

// Loaded when one is opened: most test files need no site, each is a process, and a site takes it a second to load.

export const openTestSite: typeof Plain.openTestSite = async (...given) =>
  (await import("./site.ts")).openTestSite(...given);

export const openSealedSite: typeof Sealed.openSealedSite = async (...given) =>
  (await import("./sealed-site.ts")).openSealedSite(...given);
