export {
  type Accepted,
  acceptMessage,
  bodyFrom,
  earlierFrom,
  messageShredded,
  type Written,
} from "./accept.ts";
export {
  type Guard,
  type GuardedParts,
  guardOf,
  judgeAnswer,
  nothingAround,
  withoutSecrets,
  withoutSplitSecrets,
} from "./guarding.ts";
export { messageLettersMax, type ReadMessage } from "./message.ts";
export { readMessages } from "./read.ts";
export { MessageHeld, MessageStopped } from "./refusals.ts";
export {
  insertStopped,
  markReleased,
  messagesOf,
  type Said,
  type StoppedMessage,
  saidIn,
  shredMessages,
  shredStopped,
  stoppedMessage,
  stoppedOf,
} from "./store.ts";
