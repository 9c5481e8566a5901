import { script } from "#platform";

/** What rings, answers and talks in the client's page. */
export const talkScript = script("talk", new URL("../browser/talk-page.ts", import.meta.url));
