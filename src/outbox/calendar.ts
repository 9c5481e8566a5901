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
 * the reader: who attends is named by the entry's own id. Its one observance is the offset that holds then (section 3.6.5).
 */
export function calendarText(entry: CalendarEntry): string {
  const { method, of, sequence, minutes, firm, site, organizer, stampedAt, starts } = entry;
  const { local, offset, timeZone } = starts;
  const shift = offset.replace(":", "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Holdfast//Holdfast//EN",
    `METHOD:${method.toUpperCase()}`,
    "BEGIN:VTIMEZONE",
    `TZID:${timeZone}`,
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    `TZOFFSETFROM:${shift}`,
    `TZOFFSETTO:${shift}`,
    "END:STANDARD",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    `UID:${of}@${new URL(site).hostname}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${basic(stampedAt.toISOString().slice(0, 19))}Z`,
    `DTSTART;TZID=${timeZone}:${basic(local)}`,
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

function basic(iso: string): string {
  return iso.replace(/[-:]/g, "");
}
