export { type ReplyClock, type ReplyTimes, replyClock } from "./clock.ts";
export { attestOpening, type OpeningAct, openingActSchema } from "./opening-act.ts";
export { newReference } from "./reference.ts";
export { TicketClosed, TicketUnknown, WrongTicket } from "./refusals.ts";
export {
  afterReply,
  afterRequester,
  closedByTime,
  isLive,
  isSettable,
  merged,
  opened,
  type Settable,
  type Status,
  type StatusName,
  setTo,
  settable,
  statusNames,
  takenApart,
} from "./status.ts";
export {
  allTickets,
  changedSince,
  eraseTickets,
  holdTicket,
  insertTicket,
  type Listed,
  liveTickets,
  mergedTickets,
  saveTicket,
  solvedBefore,
  type TicketChange,
  ticketById,
  ticketsOf,
  touchTicket,
  unassignAllOf,
} from "./store.ts";
export {
  type Channel,
  firstNameFrom,
  type Opening,
  openingBy,
  type Priority,
  priorities,
  type Requester,
  type Sealed,
  type Ticket,
  tagsFrom,
} from "./ticket.ts";
export {
  isQueue,
  isTopic,
  type Queue,
  queueFor,
  queues,
  queuesFor,
  type Topic,
  topics,
} from "./topic.ts";
