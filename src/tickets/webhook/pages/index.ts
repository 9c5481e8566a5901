export { WebhooksPage, webhooksPath } from "./webhooks.tsx";
