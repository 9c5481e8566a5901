export type { Addressee, StoredEmail } from "./addressee.ts";
export { LinkTokens } from "./link-tokens.ts";
export type { Message } from "./message.ts";
export type { Outbox } from "./outbox.ts";
