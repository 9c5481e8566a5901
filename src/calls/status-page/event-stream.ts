import { randomInt } from "node:crypto";
import type { ClientSession } from "#accounts";
import type { Language } from "#platform";
import type { Told } from "../status/index.ts";
import { Shown } from "./pages/index.ts";
import { jsonOf } from "./told.ts";

const keptMax = 1_000;
/** A browser comes back after so long; not all of them at once, when a desk has started anew. */
const againMs = { from: 500, to: 3_000 };

const encoder = new TextEncoder();

/** What most pages are told is the same: it is made once. */
const kept = new Map<string, Uint8Array>();

/** An event of a stream (HTML, section 9.2.6): the status, as programs and as people read it. */
export function statusEvent(
  told: Told,
  session: Pick<ClientSession, "id">,
  language: Language,
): Uint8Array {
  const json = jsonOf(told, session);
  const name = `${language.tag} ${JSON.stringify(json)}`;
  return keep(name, () => {
    return event("status", { ...json, html: htmlOf(told, session, language) });
  });
}

/** The status as a page shows it. */
export function htmlOf(
  { status }: Told,
  session: Pick<ClientSession, "id">,
  language: Language,
): string {
  return String(Shown({ language, status, session: session.id }));
}

/** What was told is still so. */
export function holdsEvent(holdsSeconds: number): Uint8Array {
  return keep(`${holdsSeconds}`, () => event("holds", { holdsSeconds }));
}

/** The session is over: nothing more is told in it. */
export const overEvent = event("over", {});

/** The first thing of a stream: whose it is, and when to come back when it breaks. */
export function firstEvent(tabs: string): Uint8Array {
  const retry = `retry: ${randomInt(againMs.from, againMs.to)}\n`;
  return encoder.encode(`${retry}event: tabs\ndata: ${JSON.stringify({ tabs })}\n\n`);
}

function event(name: string, data: object): Uint8Array {
  return encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}

function keep(name: string, make: () => Uint8Array): Uint8Array {
  const known = kept.get(name);
  if (known) return known;
  if (kept.size >= keptMax) kept.clear();
  const made = make();
  kept.set(name, made);
  return made;
}
