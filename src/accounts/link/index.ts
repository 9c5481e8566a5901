export { type Link, type LinkPurpose, LinkRefused, linkPurposes, lockingLinks } from "./link.ts";
export { type Following, type LinkPage, linkPage, showDone } from "./routes-link-page.ts";
export { linkPlaces, linkRoutes } from "./routes-links.ts";
export { insertLink, openLink, takeLink, voidLinks, voidOtherLinks } from "./store.ts";
