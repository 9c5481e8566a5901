import { bodyLimit } from "hono/body-limit";
import { InvalidInput } from "../errors.ts";
import type { HttpContext } from "./environment.ts";

const smallFormBytesMax = 16_384;

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

/** Reads a posted form. @throws {UnreadableForm} for a body that is none */
export async function readForm(context: HttpContext): Promise<Form> {
  try {
    return await context.req.parseBody();
  } catch (error) {
    if (error instanceof TypeError) throw new UnreadableForm();
    throw error;
  }
}

/** A text of a form; empty when it isn't there, or is no text. */
export function textIn(form: Form, name: string): string {
  const value = form[name];
  return typeof value === "string" ? value : "";
}

/** For forms of one choice: anything larger is refused unread. */
export const smallForm = bodyLimit({ maxSize: smallFormBytesMax });
