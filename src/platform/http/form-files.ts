import type { HttpContext } from "./environment.ts";
import { boundaryIn, type Form, requireFewFields, UnreadableForm } from "./form.ts";

/** What comes behind the limit is read and dropped up to here, so that a browser hears the answer. */
const droppedBytesMax = 100_000_000;

/** How much of what is being sent may be in memory at once, over all requests that share it. */
export type Room = {
  bytesLeft: number;
  /** So much of each is read in any case: its words. */
  readonly eachBytes: number;
};

/** A posted form with the files that were chosen. */
type FiledForm = {
  /** The texts; a name that stands more than once has a list. */
  form: Form;
  files: readonly File[];
  /** More was sent than is taken: the files are missing, and the texts that stood before them are here. */
  isCut: boolean;
  /** It was cut since others send so much just now. */
  isCrowded: boolean;
};

/**
 * Reads a form that may have files in it, no more of it than a number of bytes. Nothing that was typed is lost when the
 * files are too big: our forms have the texts first.
 * @throws {UnreadableForm}
 */
export async function readFiledForm(
  context: HttpContext,
  bytesMax: number,
  room?: Room,
): Promise<FiledForm> {
  const type = context.req.header("content-type") ?? "";
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) {
    return { form: {}, files: [], isCut: false, isCrowded: false };
  }
  const { bytes, length } = await bytesUpTo(context.req.raw.body, bytesMax, room);
  const isCut = length > bytes.length;
  const isCrowded = isCut && length <= bytesMax;
  requireFewFields(bytes, type);
  const sent = await fieldsOf(isCut ? wholeParts(bytes, type) : bytes, type);
  const form: Form = {};
  const files: File[] = [];
  for (const [name, value] of sent) {
    const before = form[name];
    if (typeof value !== "string") {
      // A field where nothing was chosen sends an empty file without a name. An empty one that was chosen has one.
      if (value.size > 0 || value.name !== "") files.push(value);
    } else if (before === undefined) form[name] = value;
    else form[name] = [before, value].flat();
  }
  return { form, files: isCut ? [] : files, isCut, isCrowded };
}

/** All texts of a form by one name. */
export function textsIn(form: Form, name: string): string[] {
  return [form[name] ?? []].flat().filter((value) => typeof value === "string");
}

/** The first bytes of a body, and how many came. The rest is dropped, and what no room is left for. */
export async function bytesUpTo(
  body: ReadableStream<Uint8Array> | null,
  bytesMax: number,
  room: Room = { bytesLeft: Number.POSITIVE_INFINITY, eachBytes: 0 },
): Promise<{ bytes: Buffer; length: number }> {
  const parts: Uint8Array[] = [];
  let kept = 0;
  let length = 0;
  try {
    for await (const part of body ?? []) {
      const isWhole = kept === length;
      const free = Math.max(room.bytesLeft, room.eachBytes - kept, 0);
      const taken = isWhole ? Math.min(part.length, bytesMax - kept, free) : 0;
      if (taken > 0) parts.push(part.subarray(0, taken));
      kept += taken;
      room.bytesLeft -= taken;
      length += part.length;
      if (length > bytesMax + droppedBytesMax) break;
    }
    return { bytes: Buffer.concat(parts), length };
  } finally {
    room.bytesLeft += kept;
  }
}

async function fieldsOf(bytes: Buffer, type: string): Promise<[string, string | File][]> {
  const whole = new Response(new Uint8Array(bytes), { headers: { "content-type": type } });
  try {
    return [...(await whole.formData())];
  } catch (error) {
    if (error instanceof TypeError) throw new UnreadableForm();
    throw error;
  }
}

/** What was cut off somewhere, up to its last whole part, and closed (RFC 2046 §5.1.1). */
function wholeParts(bytes: Buffer, type: string): Buffer {
  const delimiter = `--${boundaryIn(type) ?? ""}`;
  const last = bytes.lastIndexOf(`\r\n${delimiter}\r\n`);
  const whole = last < 0 ? Buffer.alloc(0) : bytes.subarray(0, last + 2);
  return Buffer.concat([whole, Buffer.from(`${delimiter}--\r\n`)]);
}
