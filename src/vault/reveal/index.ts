export { type Look, type Viewer, viewerOf } from "./asked.ts";
export { vaultPermits } from "./permits.ts";
export { AccessDenied, LogUnavailable } from "./refusals.ts";
export { Revealing, type Shown } from "./revealing.ts";
