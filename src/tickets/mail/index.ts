export { openMail } from "./open.ts";
export { receiveMail } from "./receive.ts";
export { mailSettings } from "./settings.ts";
export { startMail } from "./start.ts";
export { forgetMails, type KeptMail, mailsOf } from "./store.ts";
