import { z } from "@hono/zod-openapi";
import { jsonIn } from "../files.ts";
import { inPlainWords, misfitIn } from "../words/index.ts";

/** Why bytes aren't a printed file: `other_file`, or `changed` for one that isn't as it was printed. */
export class NotAsPrinted extends Error {
  override readonly name = "NotAsPrinted";
  readonly code: "other_file" | "changed";
  constructor(code: "other_file" | "changed", message: string) {
    super(message);
    this.code = code;
  }
}

/** A moment in UTC, in the one way in which we print it. */
export const printedMoment = z.string().refine((text) => {
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text;
}, "is no time in UTC");

/** A kind of file that has one spelling for the same values. */
export type PrintedForm<Value> = {
  /** What stands before each refusal of another file: "This is no certificate." */
  otherwise: string;
  schema: z.ZodType<Value>;
  print(value: Value): string;
  bytesMax: number;
};

/**
 * Reads what the form prints, and nothing else: another spelling of the same values is refused too, so that no two programs can
 * read one file differently.
 * @throws {NotAsPrinted}
 */
export function readPrinted<Value>(form: PrintedForm<Value>, bytes: Uint8Array): Value {
  const refuse = (because: string): never => {
    throw new NotAsPrinted("other_file", `${form.otherwise} ${because}`);
  };
  if (bytes.length > form.bytesMax) refuse(`It is over ${form.bytesMax} bytes long.`);
  const text = textIn(bytes) ?? refuse("It isn't text.");
  const json = jsonIn(text);
  if (json === undefined) refuse("It isn't JSON: it is cut off, or another file.");
  const read = form.schema.safeParse(json, inPlainWords);
  if (!read.success) return refuse(misfitIn(read.error, (path) => path || "It"));
  if (form.print(read.data) === text) return read.data;
  throw new NotAsPrinted(
    "changed",
    "The file isn't as it was written. Use the one that you were given.",
  );
}

function textIn(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
