export { AddressGone, askEmailChange, confirmEmailChange } from "./change-email.ts";
export { confirmEmailRoutes, emailRoutes } from "./routes-email.ts";
