import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Open status pages in a process of their own: what a browser's stream is, down to the socket. PORT; then, as messages,
 * which pages to open and how fast. Every status is told on with the moment at which its first byte was read.
 */
export type OpenPagesAsked = {
  pages: readonly { place: number; cookie: string }[];
  perSecond: number;
};
/** A page was told this status; `openMs` at the first one, from when it was due to be opened. */
export type PageTold = { place: number; status: string; at: number; openMs?: number };

const port = Number(process.argv[2]);
const perNetwork = 500;
const statusEvent = /event: status\ndata: {"status":"(\w+)"/g;
const open = new Map<number, Socket>();
let telling: (PageTold | { place: number; failed: string })[] = [];

process.on("message", async ({ pages, perSecond }: OpenPagesAsked) => {
  const begun = performance.now();
  for (const [count, page] of pages.entries()) {
    const due = begun + (count * 1_000) / perSecond;
    const early = due - performance.now();
    if (early >= 1) await sleep(early);
    openPage(page, due);
  }
});
setInterval(() => {
  if (telling.length > 0) process.send?.(telling);
  telling = [];
}, 50);

function openPage({ place, cookie }: OpenPagesAsked["pages"][number], due: number): void {
  open.get(place)?.destroy();
  const localAddress = `127.0.1.${1 + Math.floor(place / perNetwork)}`;
  const socket = connect({ host: "127.0.0.1", port, localAddress });
  open.set(place, socket);
  let isFirst = true;
  let rest = "";
  socket.setEncoding("latin1");
  socket.on("error", (error) => telling.push({ place, failed: error.message }));
  socket.on("close", () => {
    if (open.get(place) === socket) telling.push({ place, failed: "closed" });
  });
  socket.on("data", (chunk) => {
    const at = Number(process.hrtime.bigint()) / 1e6;
    rest += chunk;
    const whole = rest.lastIndexOf("\n\n");
    for (const [, status = ""] of rest.slice(0, whole + 1).matchAll(statusEvent)) {
      const told = { place, status, at };
      telling.push(isFirst ? { ...told, openMs: performance.now() - due } : told);
      isFirst = false;
    }
    if (whole >= 0) rest = rest.slice(whole + 2);
  });
  socket.write(
    `GET /account/call/stream HTTP/1.1\r\nhost: localhost:${port}\r\naccept: text/event-stream\r\ncookie: ${cookie}\r\nsec-fetch-dest: empty\r\n\r\n`,
  );
}
