import { script } from "#platform";

/** What makes a page of the staff live and worked by keys: `data-stream`, `data-live`, `data-clears`, `data-row`, `data-key` and `data-up` say how. */
export const liveScript = script("live", new URL("../browser/live-page.ts", import.meta.url));
