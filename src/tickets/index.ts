export { queuesCommands } from "./assignment/index.ts";
export { eraseAttachments, fileLimitsOf } from "./attachment/index.ts";
export { ticketsEventKinds, ticketsReleaseKinds } from "./events.ts";
export { ticketsJobs } from "./jobs.ts";
export { startMail } from "./mail/index.ts";
export { guardOf } from "./message/index.ts";
export { type OpenedTickets, openTickets } from "./open.ts";
export { ticketsPermits } from "./permits.ts";
export { eraseReports } from "./report/index.ts";
export { guestLinkRoutes, takesFiles, ticketsRoutes } from "./routes.ts";
export { replyTimesOf, ticketsSettings } from "./settings.ts";
export { shreddedMessageReplayer } from "./shredding.ts";
export { eraseTickets, type OpeningAct, openingActSchema, touchTicket } from "./ticket/index.ts";
export {
  eraseWebhookMessages,
  type ReachWebhooks,
  startWebhooks,
  WebhookSealing,
  webhooksCommands,
} from "./webhook/index.ts";
