export { type Link, type LinkPurpose, LinkRefused, linkPurposes } from "./link.ts";
export { linkPlaces, linkRoutes } from "./routes-links.ts";
export { insertLink, openLink, takeLink, voidLinks } from "./store.ts";
