export { queuesCommands } from "./assignment/index.ts";
export { fileLimitsOf, wordsOfDocument } from "./attachment/index.ts";
export { shreddedMessageReplayer, ticketsErasers } from "./erasing.ts";
export { ticketsEventKinds, ticketsReleaseKinds } from "./events.ts";
export { frozenFor } from "./frozen.ts";
export { ticketsJobs } from "./jobs.ts";
export { startMail } from "./mail/index.ts";
export { guardOf } from "./message/index.ts";
export { type OpenedTickets, openTickets } from "./open.ts";
export { ticketsPermits } from "./permits.ts";
export { guestLinkRoutes, takesFiles, ticketsRoutes } from "./routes.ts";
export { replyTimesOf, ticketsSettings } from "./settings.ts";
export { holdToStop, stopTicket } from "./stopping.ts";
export { isTopic, openingActSchema, type Topic, topics, touchTicket } from "./ticket/index.ts";
export {
  type ReachWebhooks,
  startWebhooks,
  WebhookSealing,
  webhooksCommands,
} from "./webhook/index.ts";
