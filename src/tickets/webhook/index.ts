export { type ReachWebhooks, webhooksCommands } from "./commands.ts";
export { webhookEventKinds } from "./events.ts";
export { webhookApiRoutes } from "./routes-api-webhooks.ts";
export { webhookRoutes } from "./routes-webhooks.ts";
export { WebhookSealing } from "./signature.ts";
export { startWebhooks } from "./start.ts";
export { eraseWebhookMessages, forgetWebhookMessages } from "./store.ts";
export { tellingAppender } from "./telling.ts";
