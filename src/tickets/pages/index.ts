export { Removed } from "./conversation.tsx";
export { DeskTicketPage } from "./desk-ticket.tsx";
export { GuestLinkPage, LinkSentPage, SentPage } from "./guest.tsx";
export { ListPage } from "./list.tsx";
export { NeverType, OpenPage, type Told } from "./open.tsx";
export { QueuePage, queuePath } from "./queue.tsx";
export { TicketPage } from "./ticket.tsx";
export { UnsentPage } from "./unsent.tsx";
