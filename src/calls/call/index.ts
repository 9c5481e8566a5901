export { saveAlias } from "./alias.ts";
export { askingActSchema, attestAsking } from "./asking-act.ts";
export {
  type Call,
  type CallState,
  type Feedback,
  isInWindow,
  type Outcome,
  type StaffReason,
  slotMs,
  staffReasons,
} from "./call.ts";
export {
  aliasOf,
  callById,
  callsBetween,
  callsOf,
  holdCall,
  insertCall,
  openCallsBefore,
  openCallsOf,
  saveBooking,
  saveFeedback,
  saveState,
  saveTicketOf,
} from "./store.ts";
export { holdTicketOf } from "./with-ticket.ts";
