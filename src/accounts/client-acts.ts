/** By what another slice takes a client's act: proven anew, or by a link in our mail. */
export { requireStepUp } from "./factor/index.ts";
export { insertLink, linkPage } from "./link/index.ts";
