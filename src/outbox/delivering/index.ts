export { Deliverer, type DelivererOptions } from "./deliverer.ts";
export { domainOf, type Mail, messageIdOf, type Outcome, type Sender } from "./mail.ts";
export { openSmtp } from "./smtp.ts";
export { type DeliveringOptions, startDelivering } from "./start.ts";
export { countWaiting, type DevMail, devMails } from "./store.ts";
