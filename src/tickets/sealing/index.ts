export { openText, sealText } from "./message-key.ts";
export { keyTable, TicketKeys } from "./ticket-keys.ts";
