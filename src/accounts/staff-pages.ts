/** What another slice's pages for the staff are made with. */
export { requireFreshPasskey, requireRole, staffPage } from "./staff/index.ts";
