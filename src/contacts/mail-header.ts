import { addressParser } from "postal-mime";

const authorLengthMax = 1_000;
const localPart = "[A-Za-z0-9.!#$%&'*+/^_`{|}~-]{1,64}";
const domainPart = "[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])";
/** RFC 5322 mailbox, without the comments, groups and escapes on which mail programs disagree. */
const plainMailbox = new RegExp(
  `^(?:"(?:[^"\\\\]|\\\\.)*"[ \\t]*|[^"<>,;:@()\\\\]*)<(${localPart})@(${domainPart})>$`,
);
const plainAddress = new RegExp(`^(${localPart})@(${domainPart})$`);

/** `lines` are the field's own bytes as Latin-1, without the last line end. */
export type HeaderField = { name: string; value: string; lines: string };

/** The header of a mail. `damaged` when programs could disagree on where a field begins or what it is called. */
export type MailHeader = { fields: HeaderField[]; damaged: boolean };

/** One address as a header gives it; `name` is what a mail program shows, decoded. */
export type Mailbox = { name: string; local: string; domain: string; address: string };

/**
 * The author of a mail. `exact` only when there is one From field with one address, written so plainly
 * that every program reads the same.
 */
export type Author =
  | { exact: true; mailbox: Mailbox }
  | { exact: false; problem: AuthorProblem; mailboxes: Mailbox[] };

export type AuthorProblem = "from_missing" | "from_twice" | "several_senders" | "from_unclear";

export function readHeader(block: Buffer): MailHeader {
  const fields: HeaderField[] = [];
  const lines = block.toString("latin1").split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  let damaged = false;
  for (const line of lines) {
    const isPlain = isFolded(line) ? continueField(fields.at(-1), line) : beginField(fields, line);
    // A bare CR ends a line for some programs.
    if (!isPlain || line.includes("\r")) damaged = true;
  }
  for (const field of fields) {
    field.value = withoutSpaceAround(Buffer.from(field.value, "latin1").toString());
  }
  return { fields, damaged };
}

/** Space and tab alone: to other programs an odd space is a part of the value. */
function withoutSpaceAround(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && isFolded(value.slice(start, start + 1))) start += 1;
  while (end > start && isFolded(value.slice(end - 1, end))) end -= 1;
  return value.slice(start, end);
}

export function isFolded(line: string): boolean {
  return line.startsWith(" ") || line.startsWith("\t");
}

/** False where there is nothing to continue, or where some programs would see the header's end. */
function continueField(field: HeaderField | undefined, line: string): boolean {
  if (!field) return false;
  field.value += line;
  field.lines += `\r\n${line}`;
  return line.trim() !== "";
}

/** False where the name isn't one that every program reads the same (RFC 5322 §3.6.8). */
function beginField(fields: HeaderField[], line: string): boolean {
  const colon = line.indexOf(":");
  const name = line.slice(0, Math.max(colon, 0));
  if (colon > 0) {
    fields.push({ name: name.trim().toLowerCase(), value: line.slice(colon + 1), lines: line });
  }
  return /^[!-9;-~]{1,200}$/.test(name);
}

export function valuesOf(header: MailHeader, name: string): string[] {
  return header.fields.filter((field) => field.name === name).map((field) => field.value);
}

export function readAuthor(header: MailHeader): Author {
  const values = valuesOf(header, "from");
  const mailboxes = values.flatMap(mailboxesIn);
  const [value] = values;
  const [mailbox] = mailboxes;
  if (value === undefined || !mailbox) return { exact: false, problem: "from_missing", mailboxes };
  if (values.length > 1) return { exact: false, problem: "from_twice", mailboxes };
  if (mailboxes.length > 1) return { exact: false, problem: "several_senders", mailboxes };
  const plain =
    value.length <= authorLengthMax ? (plainMailbox.exec(value) ?? plainAddress.exec(value)) : null;
  const agreed = plain && `${plain[1]}@${plain[2]?.toLowerCase()}` === mailbox.address;
  if (!agreed || mailbox.domain.includes("..")) {
    return { exact: false, problem: "from_unclear", mailboxes };
  }
  return { exact: true, mailbox };
}

/** Every address in the value of an address header, groups opened, at most 20. */
export function mailboxesIn(value: string): Mailbox[] {
  return addressParser(value.slice(0, 4 * authorLengthMax), { flatten: true })
    .slice(0, 20)
    .flatMap(({ name, address }) => {
      const at = address?.lastIndexOf("@") ?? -1;
      if (!address || at < 1 || at === address.length - 1) return [];
      const local = address.slice(0, at);
      const domain = address.slice(at + 1).toLowerCase();
      return [{ name, local, domain, address: `${local}@${domain}` }];
    });
}
