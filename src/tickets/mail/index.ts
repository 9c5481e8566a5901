export { listenForMail, type MailListenOptions } from "./listen.ts";
export { openMail } from "./open.ts";
export { type MailDesk, type Received, receiveMail } from "./receive.ts";
export { mailSettings } from "./settings.ts";
export { startMail } from "./start.ts";
export { forgetMails, type KeptMail, mailsOf } from "./store.ts";
