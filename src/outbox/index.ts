export type { Addressee, StoredEmail } from "./addressee.ts";
export { deviceName } from "./device.ts";
export { outboxEventKinds } from "./events.ts";
export { LinkTokens } from "./link-tokens.ts";
export type { Message } from "./message.ts";
export type { Outbox } from "./outbox.ts";
export { linkPath, openOutbox, Register, type SentMessage } from "./register.ts";
export { outboxRoutes } from "./routes.ts";
export { outboxKeyFile, outboxSettings } from "./settings.ts";
