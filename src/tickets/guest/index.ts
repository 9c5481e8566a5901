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
export { hasOpened, sendLinkAgain, sendReadingLink } from "./reading-link.ts";
export { GuestLinkRefused, VisitOver } from "./refusals.ts";
export {
  addressOf,
  forgetUnproven,
  guestVisiting,
  insertAddress,
  markProven,
} from "./store.ts";
