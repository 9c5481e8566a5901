export { type Accepted, acceptMessage, bodyFrom, earlierFrom, messageShredded } from "./accept.ts";
export { type Guard, guardOf, judgeAnswer, nothingAround, withoutSecrets } from "./guarding.ts";
export { messageLettersMax, type ReadMessage } from "./message.ts";
export { readMessages } from "./read.ts";
export { MessageHeld, MessageStopped } from "./refusals.ts";
export {
  insertStopped,
  markReleased,
  messagesOf,
  type StoppedMessage,
  shredMessages,
  shredStopped,
  stoppedMessage,
  stoppedOf,
} from "./store.ts";
