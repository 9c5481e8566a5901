export { ticketsEventKinds } from "./events.ts";
export { ticketsJobs } from "./jobs.ts";
export { guardOf } from "./message/index.ts";
export { type OpenedTickets, openTickets } from "./open.ts";
export { ticketsPermits } from "./permits.ts";
export { guestLinkRoutes, ticketsRoutes } from "./routes.ts";
export { replyTimesOf, ticketsSettings } from "./settings.ts";
export { shreddedMessageReplayer } from "./shredding.ts";
export { eraseTickets } from "./ticket/index.ts";
