export { about, InboxPage, subjectOf } from "./inbox.tsx";
export { MessagePage } from "./message.tsx";
