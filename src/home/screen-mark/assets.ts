import { script, styles } from "#platform";

export const tilePath = "/staff/mark/tile.png";
export const missingPath = "/staff/mark/missing";

export const overlayScript = script("mark", new URL("../browser/screen-mark.ts", import.meta.url));
export const overlayStyles = styles("mark", new URL("../browser/screen-mark.css", import.meta.url));
