export type { CannotOpen } from "./answer.ts";
export { type PhotoKind, photoKindOf } from "./kind.ts";
export { photoLimits } from "./limits.ts";
export { openPhoto } from "./open-photo.ts";
export { readPhotoFile } from "./read-file.ts";
