export { type PictureDay, picturesOf } from "./picture.ts";
