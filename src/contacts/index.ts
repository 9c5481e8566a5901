export { createChecker } from "./check.ts";
export { contactsCommands } from "./commands.ts";
export type { Contact, Directory } from "./directory.ts";
export {
  DirectoryChanges,
  directoryChangeRoutes,
  directoryJobs,
  proposeCommand,
} from "./directory-change/index.ts";
export { contactsEventKinds } from "./events.ts";
export { mailboxesIn } from "./mail-header.ts";
export { readHtml } from "./mail-html.ts";
export { isOfWords } from "./mail-parts.ts";
export { type ReadMail, readMail } from "./mail-reading.ts";
export { CheckForm } from "./pages/index.ts";
export { currentPhones, writtenPhone } from "./phones.ts";
export { type ReportedOn, reportKeysOf } from "./reported.ts";
export { contactsRoutes } from "./routes.ts";
export { contactsSettings } from "./settings.ts";
export { openDirectorySource } from "./source.ts";
