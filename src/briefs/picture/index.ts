export { type Picture, pictureOf, type Scale, type Side, type Voice } from "./picture.ts";
