import { bodyLimit } from "hono/body-limit";
import { InvalidInput } from "../errors.ts";
import type { HttpContext } from "./environment.ts";

const smallFormBytesMax = 16_384;
/** A parser takes microseconds for each field: a few megabytes of nothing but fields would stop everybody else. */
const fieldsMax = 500;

/** What a form sent: texts, and files where the form asks for them. */
export type Form = Record<string, string | File | (string | File)[]>;

export class UnreadableForm extends InvalidInput {
  constructor() {
    super(
      "unreadable_form",
      "The form could not be read. Go back, and send it again from our page.",
    );
  }
}

/** Reads a posted form. @throws {UnreadableForm} for a body that is none, or has more fields than any form */
export async function readForm(context: HttpContext): Promise<Form> {
  const type = context.req.header("content-type") ?? "";
  requireFewFields(Buffer.from(await context.req.arrayBuffer()), type);
  try {
    return await context.req.parseBody();
  } catch (error) {
    if (error instanceof TypeError) throw new UnreadableForm();
    throw error;
  }
}

/** @throws {UnreadableForm} */
export function requireFewFields(bytes: Buffer, type: string): void {
  const boundary = boundaryIn(type);
  if (boundary === undefined && !/^application\/x-www-form-urlencoded\b/i.test(type)) return;
  const between = boundary === undefined ? "&" : `--${boundary}`;
  let count = 0;
  for (let at = bytes.indexOf(between); at >= 0; at = bytes.indexOf(between, at + 1)) {
    count += 1;
    if (count > fieldsMax) throw new UnreadableForm();
  }
}

/** What stands between the parts of a form with files (RFC 2046 §5.1.1); undefined in other forms. */
export function boundaryIn(type: string): string | undefined {
  const found = /^multipart\/.*?boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  return found?.[1] ?? found?.[2];
}

/** A text of a form; empty when it isn't there, or is no text. */
export function textIn(form: Form, name: string): string {
  const value = form[name];
  return typeof value === "string" ? value : "";
}

/** For forms of one choice: anything larger is refused unread. */
export const smallForm = bodyLimit({ maxSize: smallFormBytesMax });
