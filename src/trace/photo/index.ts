export { type CoarsePicture, markRefusals, type PhotoFound, type Screen } from "./found.ts";
export { markCommands } from "./mark-commands.ts";
export { say as sayPhoto } from "./messages.ts";
export { type PhotoKind, photoKindOf, photoLimits, readPhotoFile } from "./opening/index.ts";
export { type FoundPhoto, type PhotoDesk, screensIn } from "./screens.ts";
export { aboutRefused, aboutScreen, leadOfPhoto, lookedOf } from "./sentences.ts";
export { watchedOn } from "./watched.ts";
