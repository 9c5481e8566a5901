import { createHash } from "node:crypto";
import { IntlMessageFormat } from "intl-messageformat";
import { InvalidInput } from "#platform";
import type { NoticeTemplate, ParameterType } from "#policy";
import { calendarText, type KeptEntry } from "./calendar.ts";
import { isDeviceName } from "./device.ts";
import type { Message } from "./message.ts";
import { keptZoned, readZoned, type ZonedMoment } from "./zoned-moment.ts";

const numberMax = 1_000_000;

/** What a message was filled with, as it is kept: moments are ISO 8601 in UTC, those of a place RFC 9557. */
export type KeptValues = Readonly<Record<string, string | number>>;

/** A template with the closing of its language: all that the words of a message come from. */
export type Form = NoticeTemplate & { name: string; language: string; closing: string };

/** What stands in the places of every message. */
export type Surroundings = {
  firm: string;
  /** Where people reach us, such as `https://help.example.com`. */
  site: string;
  code: string;
  /** The whole address of each link, by name. */
  links: Readonly<Record<string, string>>;
  /** The entry of a calendar that it is about. */
  entry?: KeptEntry | undefined;
  registeredAt: Date;
};

/** `calendar` is an iCalendar file (RFC 5545), where the template brings one. */
export type Rendered = { subject: string; text: string; calendar?: RenderedCalendar };
export type RenderedCalendar = { method: "request" | "cancel"; text: string };

/** A value that a template has no place for, lacks, or can't take: a bug of the slice that sends. */
export class WrongValues extends InvalidInput {
  constructor(template: string, problem: string) {
    super("wrong_notice_values", `${template} ${problem}. Correct the values and send it again.`);
  }
}

/**
 * A message's values as they are kept.
 * @throws {WrongValues} one that its template didn't declare, that is missing, or that isn't of its type
 */
export function keptValues(form: Form, given: NonNullable<Message["values"]>): KeptValues {
  const declared = Object.entries(form.parameters);
  const unknown = Object.keys(given).filter((name) => !(name in form.parameters));
  if (unknown.length > 0)
    throw new WrongValues(form.name, "has no place for a value that was given");
  return Object.fromEntries(
    declared.map(([name, type]) => {
      const value = given[name];
      const kept = value === undefined ? undefined : keptValue(type, value);
      if (kept === undefined) throw new WrongValues(form.name, `needs ${name}: ${String(type)}`);
      return [name, kept];
    }),
  );
}

type Given = string | number | Date | ZonedMoment;

function keptValue(type: ParameterType, value: Given): string | number | undefined {
  if (type === "moment") return value instanceof Date ? value.toISOString() : undefined;
  if (typeof type !== "string") return type.find((one) => one === value);
  if (type === "zoned_moment") return isZoned(value) ? keptZoned(value) : undefined;
  if (type === "device") return isDevice(value) ? value : undefined;
  const isCount = typeof value === "number" && Number.isInteger(value);
  return isCount && value >= 0 && value <= numberMax ? value : undefined;
}

function isZoned(value: Given): value is ZonedMoment {
  return typeof value === "object" && "timeZone" in value;
}

function isDevice(value: Given): value is string {
  return typeof value === "string" && isDeviceName(value);
}

/** The words of a message: the same ones each time, for the same template, values and surroundings. */
export function render(form: Form, values: KeptValues, around: Surroundings): Rendered {
  const said = Object.entries(form.parameters).map(([name, type]) => {
    return [name, written(type, values[name] ?? "", form.language)];
  });
  const { firm, site, code, links } = around;
  const check = `${site.replace(/^https?:\/\//, "")}/sent`;
  const fill = (text: string, filling: Record<string, string | number>) =>
    String(
      new IntlMessageFormat(text.trim(), form.language, undefined, { ignoreTag: true }).format(
        filling,
      ),
    );
  const filling = { ...Object.fromEntries(said), ...links, firm };
  const closing = fill(form.closing, { firm, code, check });
  const calendar = entryIn(form, values, around, (text) => fill(text, filling));
  return {
    subject: fill(form.subject, filling),
    text: `${fill(form.body, filling)}\n\n${closing}\n`,
    ...(calendar && { calendar }),
  };
}

function entryIn(
  { name, calendar }: Form,
  values: KeptValues,
  { entry, firm, site, registeredAt }: Surroundings,
  fill: (text: string) => string,
): RenderedCalendar | undefined {
  if (!calendar && !entry) return undefined;
  if (!calendar || !entry) throw new Error(`${name}: an entry of a calendar, or no place for it`);
  const { method } = calendar;
  const text = calendarText({
    ...{ ...entry, method, firm, site, stampedAt: registeredAt },
    starts: readZoned(String(values[calendar.starts])),
    summary: fill(calendar.summary),
    description: fill(calendar.description),
  });
  return { method, text };
}

/**
 * The SHA-256 of what a message says, with the file that it brings. White space doesn't count: mail programs wrap lines as
 * they like.
 */
export function textHash({ subject, text, calendar }: Rendered): Buffer {
  const said = [subject, text, ...(calendar ? [calendar.text] : [])];
  return createHash("sha256").update(said.map(oneLine).join("\n")).digest();
}

/** A text with each run of white space as one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function written(type: ParameterType, value: string | number, language: string) {
  if (type === "moment") return writtenMoment(String(value), language);
  return type === "zoned_moment" ? writtenZoned(String(value), language) : value;
}

const date = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;

/** Date and time in UTC. Put together here, since what stands between them changes with the version of Node. */
function writtenMoment(iso: string, language: string): string {
  const day = new Intl.DateTimeFormat(language, date).format(new Date(iso));
  return `${day}, ${iso.slice(11, 16)} UTC`;
}

/** Weekday, date and time as clocks there show them, and where that is. */
function writtenZoned(kept: string, language: string): string {
  const { local, offset, timeZone } = readZoned(kept);
  const weekday = { weekday: "long", ...date } as const;
  const day = new Intl.DateTimeFormat(language, weekday).format(new Date(`${local}Z`));
  const place = timeZone === "UTC" ? timeZone : `${timeZone.replaceAll("_", " ")}, UTC${offset}`;
  return `${day}, ${local.slice(11, 16)} (${place})`;
}
