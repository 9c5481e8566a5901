import { type Id, uuidOf } from "#platform";
import type { Zoned } from "./zoned-moment.ts";

/** An entry of a calendar, as a message is about it. */
export type EntryOfMessage = {
  /** What it is known by: the same one from the first message to the last. */
  of: Id<string>;
  /** Counts from 0, and one more with each change (RFC 5545, section 3.8.7.4). */
  sequence: number;
  minutes: number;
};

/** The same as it is kept: with who sends it, by the day's settings. */
export type KeptEntry = EntryOfMessage & { organizer: string };

export type CalendarEntry = KeptEntry & {
  method: "request" | "cancel";
  firm: string;
  /** Such as `https://help.example.com`. */
  site: string;
  stampedAt: Date;
  starts: Zoned;
  summary: string;
  description: string;
};

const octetsMax = 75;

/**
 * An iCalendar file with one entry (RFC 5545, with the methods of RFC 5546). It says what the message says, and no address of
 * the reader: who attends is named by the entry's own id.
 */
export function calendarText(entry: CalendarEntry): string {
  const { method, of, sequence, minutes, firm, site, organizer, stampedAt, starts } = entry;
  const zone = zoneLines(starts);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Holdfast//Holdfast//EN",
    `METHOD:${method.toUpperCase()}`,
    ...zone,
    "BEGIN:VEVENT",
    `UID:${of}@${new URL(site).hostname}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${inUtc(stampedAt)}`,
    startOf(starts),
    `DURATION:PT${minutes}M`,
    `SUMMARY:${escaped(entry.summary)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `ORGANIZER;CN=${quoted(firm)}:${organizer}`,
    `ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE:urn:uuid:${uuidOf(of)}`,
    `STATUS:${method === "request" ? "CONFIRMED" : "CANCELLED"}`,
    "CLASS:PRIVATE",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** A time that a clock shows twice means its first (section 3.3.5), and not to every program: then it is told in UTC. */
function startOf({ at, local, timeZone, isTwice }: Zoned): string {
  return isTwice ? `DTSTART:${inUtc(at)}` : `DTSTART;TZID=${timeZone}:${basic(local)}`;
}

/** The zone with one observance: the offset that holds at the entry's time (section 3.6.5). */
function zoneLines({ offset, timeZone, isTwice }: Zoned): string[] {
  if (isTwice) return [];
  const shift = offset.replace(":", "");
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${timeZone}`,
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    `TZOFFSETFROM:${shift}`,
    `TZOFFSETTO:${shift}`,
    "END:STANDARD",
    "END:VTIMEZONE",
  ];
}

/** Where the entry's sender is told of: the address of our mail, or without one our site. */
export function organizerOf(mailFrom: string | undefined, site: string): string {
  return mailFrom === undefined ? new URL(site).origin : `mailto:${mailFrom}`;
}

/** A line of at most 75 octets goes on in the next, after a space (section 3.1). No character is cut. */
export function folded(line: string): string {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > octetsMax) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += length;
  }
  return text;
}

/** A text as a value (section 3.3.11). */
export function escaped(text: string): string {
  return text
    .trim()
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r?\n/g, "\\n");
}

/** A text as a parameter, in which no quotation mark can stand (section 3.2). */
function quoted(text: string): string {
  return `"${text.replace(/["\p{Cc}]/gu, "'")}"`;
}

function inUtc(at: Date): string {
  return `${basic(at.toISOString().slice(0, 19))}Z`;
}

function basic(iso: string): string {
  return iso.replace(/[-:]/g, "");
}
