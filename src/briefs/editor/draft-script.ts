import { script } from "#platform";

/** Checks sentences while they are written. */
export const draftScript = script("draft", new URL("browser/draft.ts", import.meta.url));
