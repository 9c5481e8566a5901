import { createHash } from "node:crypto";
import { readHtml, readMail } from "#contacts";
import { removeSecrets } from "#guard";
import { canonicalText } from "./canonical.ts";
import { decodeText } from "./decoding.ts";
import { fileBytesMax, textCharactersMax } from "./limits.ts";
import { SourceRefused } from "./refusals.ts";

/** How the bytes of a source are read; `facts` are sentences of ours, one a line. */
export type Format = "text" | "html" | "mail" | "pdf";

/** What was left out of a source, or remarked in it; each has a sentence in `remarkOn`. */
export type Remark = { code: RemarkCode; count: number };
export type RemarkCode =
  | "active_parts_left_out"
  | "hidden_characters_left_out"
  | "secrets_left_out"
  | "read_as_windows_1252"
  | "speaks_to_machines";

/** The words of a PDF, drawn out of it in a process of its own; undefined when it can't be read. */
export type ReadDocument = (bytes: Buffer) => Promise<string | undefined>;

export type ReadText = { text: string; sha256: string; remarks: readonly Remark[] };

/**
 * Reads a source that somebody captured. Nothing of it runs, nothing is fetched, and nothing in it is an instruction.
 * @throws {SourceRefused}
 */
export async function readSource(
  bytes: Buffer,
  format: Format,
  readDocument?: ReadDocument,
): Promise<ReadText> {
  if (bytes.length > fileBytesMax) throw new SourceRefused("source_too_large");
  const remarks: Remark[] = [];
  const raw = await shownText(bytes, format, remarks, readDocument);
  return keptText(raw, remarks);
}

/** The same for text that is text already: pasted, or in a line of JSON. @throws {SourceRefused} */
export function readPasted(text: string): ReadText {
  return keptText(text, []);
}

async function shownText(
  bytes: Buffer,
  format: Format,
  remarks: Remark[],
  readDocument: ReadDocument | undefined,
): Promise<string> {
  if (format === "mail") {
    const mail = readMail(bytes);
    if (mail.is !== "mail" || mail.isUnparted) throw new SourceRefused("source_mail_tangled");
    return mail.text;
  }
  if (format === "pdf") {
    if (!readDocument) throw new SourceRefused("source_document_here");
    const words = await readDocument(bytes);
    if (words === undefined) throw new SourceRefused("source_document_unread");
    return words;
  }
  const { text, isWindows } = decodeText(bytes, format === "html");
  if (isWindows) remarks.push({ code: "read_as_windows_1252", count: 1 });
  if (format === "text") return text;
  const count = text.match(activeParts)?.length ?? 0;
  if (count > 0) remarks.push({ code: "active_parts_left_out", count });
  return readHtml(text).text;
}

const activeParts = /<(?:script|style|iframe|object|embed|form)\b|\son[a-z]{3,20}\s*=/gi;

function keptText(raw: string, remarks: Remark[]): ReadText {
  if (raw.length > textCharactersMax) throw new SourceRefused("source_too_long");
  const { text: canonical, hiddenCount } = canonicalText(raw);
  if (hiddenCount > 0) remarks.push({ code: "hidden_characters_left_out", count: hiddenCount });
  const { decision, redacted, secrets } = removeSecrets(canonical);
  if (decision === "hold") throw new SourceRefused("source_held");
  if (secrets.length > 0) remarks.push({ code: "secrets_left_out", count: secrets.length });
  const text = canonicalText(redacted).text;
  if (!/[\p{L}\p{N}]/u.test(text)) throw new SourceRefused("source_empty");
  const spoken = text.match(toMachines)?.length ?? 0;
  if (spoken > 0) remarks.push({ code: "speaks_to_machines", count: spoken });
  return { text, sha256: createHash("sha256").update(text, "utf8").digest("hex"), remarks };
}

/** What people write for language models that read a page. */
const toMachines =
  /\b(?:ignore|disregard|forget|override)\b[^.\n]{0,40}\b(?:previous|prior|above|earlier|all)\b[^.\n]{0,40}\b(?:instructions?|prompts?|rules?)\b|\bsystem prompt\b|\b(?:you are|as) an? (?:ai|language model|ai assistant)\b/gi;
