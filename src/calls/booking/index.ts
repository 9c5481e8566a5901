export { passOnCallsOf, passOnLeft, type Unserved, unservedCalls } from "./leaving.ts";
export { cancel, rebook } from "./rebooking.ts";
export { BookingRefused } from "./refusals.ts";
export { bookingRoutes } from "./routes-booking.ts";
