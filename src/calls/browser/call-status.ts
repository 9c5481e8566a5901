/*
 * Keeps the status of calls true on an open page. It shows what it hears, for as long as that holds by the page's own clock,
 * and says that it knows nothing as soon as it doesn't: when the desk isn't reached, after a sleep, signed out.
 */

import { listen } from "./listening.ts";
import { Showing } from "./showing.ts";
import { share } from "./tabs.ts";

const strip = document.querySelector<HTMLElement>("#call-status");
if (strip) {
  const showing = new Showing(strip);
  const name = `call-status-${strip.dataset.tabs}`;
  const isShared = "locks" in navigator && "BroadcastChannel" in globalThis;
  if (isShared) share(name, showing);
  else listen(showing);
}
