import { type Asking, isLoopback } from "./client-address.ts";

const passedOn = ["forwarded", "via", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

/**
 * Whether somebody at this very machine asks, by its name: no proxy has passed the request on, no other machine sent it,
 * and no page of another site can have made a browser send it under a name that it points here.
 */
export function isLocalRequest(asking: Asking): boolean {
  const host = asking.req.header("host")?.replace(/:\d+$/, "").toLowerCase();
  const isDirect = passedOn.every((name) => asking.req.header(name) === undefined);
  return host === "localhost" && isDirect && isLoopback(asking);
}
