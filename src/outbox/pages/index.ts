export { DevMailboxPage } from "./dev-mailbox.tsx";
export { InboxPage } from "./inbox.tsx";
export { MessagePage } from "./message.tsx";
export { AnswerPage, SentPage } from "./sent.tsx";
