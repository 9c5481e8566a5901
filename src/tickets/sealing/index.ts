export { openText, type SealedPlace, sealText } from "./message-key.ts";
export { keyTable, TicketKeys } from "./ticket-keys.ts";
