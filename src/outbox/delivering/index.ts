export { Deliverer } from "./deliverer.ts";
export { openSmtp } from "./smtp.ts";
export { startDelivering } from "./start.ts";
export { type DevMail, devMails } from "./store.ts";
