export { type Link, LinkRefused, lockingLinks } from "./link.ts";
export { linkPage, showDone } from "./routes-link-page.ts";
export { linkPlaces, linkRoutes } from "./routes-links.ts";
export { insertLink, openLink, takeLink, voidLinks, voidOtherLinks } from "./store.ts";
