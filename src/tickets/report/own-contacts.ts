import { contactsIn } from "#guard";

/** How somebody is reached: what a report can name, and an account can have. */
export type Contact = { type: "email" | "phone"; value: string };

type Named = Contact & { start: number; end: number };

const lookUpsMax = 200;
/** A letter of an address or a host; languages without blanks touch an address and are no part of it. */
const letter = String.raw`[[\p{L}\p{N}_]--\p{scx=Han}--\p{scx=Hira}--\p{scx=Kana}--\p{scx=Hang}]`;
const at = "(?:@|%40)";
/** An address is one as a whole: what ends or begins like it is another one. A link writes other marks as "%3D". */
const begin = `(?:(?<=%[\\da-f]{2})|(?<!${letter}[.+\\-]{0,63}|%))`;
const end = `(?!${letter}|-|\\.${letter})`;
/** Also inside of a link, where a scammer puts it in. */
const addresses = new RegExp(
  `${begin}${letter}(?:${letter}|[.+\\-]){0,63}${at}` +
    `(?:${letter}|-){1,63}(?:\\.(?:${letter}|-){1,63}){1,8}${end}`,
  "giv",
);
const numbers = /(?<=%2b|(?<!%)[^\w@.-])\d{7,15}(?![\w@-]|\.\d)/gi;

/** A text without the reporter's own address and number, however they are written: they are no scammer's. */
export async function withoutOwnContacts(
  text: string,
  isOwn: (contact: Contact) => Promise<boolean>,
): Promise<string> {
  const answers = new Map<string, boolean>();
  const own: Named[] = [];
  for (const named of namedIn(text)) {
    const key = `${named.type} ${named.value}`;
    const known = answers.get(key);
    if (known === undefined && answers.size >= lookUpsMax) continue;
    const isSame = known ?? (await isOwn(named));
    answers.set(key, isSame);
    if (isSame) own.push(named);
  }
  return without(text, own);
}

/** A text without an address, where it isn't a part of another one. */
export function withoutAddress(text: string, address: string): string {
  const written = address.split("@").map(RegExp.escape).join(at);
  return text.replace(new RegExp(`${begin}${written}${end}`, "giv"), "…");
}

/** What a text names as a contact, then what stands in its links. */
function namedIn(text: string): Named[] {
  const named = contactsIn(text);
  const emails = Array.from(text.matchAll(addresses), (found) => ({
    ...spanOf(found),
    ...{ type: "email" as const, value: found[0].replace(/%40/i, "@") },
  }));
  const inLinks = Array.from(text.matchAll(numbers), (found) => ({
    ...spanOf(found),
    ...{ type: "phone" as const, value: found[0] },
  })).filter((one) => [...named, ...emails].every((other) => !overlap(one, other)));
  return [...named, ...emails, ...inLinks];
}

type Span = Pick<Named, "start" | "end">;

function spanOf({ 0: written, index: start }: RegExpExecArray): Span {
  return { start, end: start + written.length };
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Each stretch of what is taken out leaves one mark. */
function without(text: string, spans: readonly Span[]): string {
  let [kept, from] = ["", 0];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start >= from) kept += `${text.slice(from, start)}…`;
    from = Math.max(from, end);
  }
  return kept + text.slice(from);
}
