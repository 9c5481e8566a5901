export { type ReplyTimes, replyClock } from "./clock.ts";
export { attestOpening, openingActSchema } from "./opening-act.ts";
export { highest, type Priority, priorities } from "./priority.ts";
export { newReference } from "./reference.ts";
export { CursorUnknown, TicketUnknown, WrongTicket } from "./refusals.ts";
export {
  afterJoining,
  afterReply,
  afterRequester,
  closedByTime,
  isLive,
  isSettable,
  merged,
  opened,
  refuseClosed,
  type Settable,
  type Status,
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
  holdTicketsOf,
  insertTicket,
  type Listed,
  liveTickets,
  mergedTickets,
  solvedBefore,
  type TicketChange,
  ticketById,
  ticketsOf,
  touchTicket,
  touchTickets,
  updateTicket,
} from "./store.ts";
export {
  type Channel,
  firstNameFrom,
  leftAlone,
  type Opening,
  openingBy,
  type Requester,
  type Sealed,
  settled,
  type Ticket,
  tagsFrom,
  withStatus,
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
