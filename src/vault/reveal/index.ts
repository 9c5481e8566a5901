export { type Look, type Viewer, viewerOf } from "./asked.ts";
export { GrantRefused, vaultPermits } from "./permits.ts";
export { AccessDenied, LogUnavailable, NothingStored } from "./refusals.ts";
export { Revealing, type Shown } from "./revealing.ts";
