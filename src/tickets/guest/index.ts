export { addresseeFrom, addressField, addressTable } from "./addressee.ts";
export {
  askAsGuest,
  isOpening,
  isProving,
  openByLink,
  proveAddress,
  type Ready,
  visitorHash,
} from "./guests.ts";
export { GuestLinkRefused, VisitOver } from "./refusals.ts";
export {
  addressOf,
  forgetUnproven,
  guestVisiting,
  insertAddress,
  insertGuestLink,
  markProven,
} from "./store.ts";
