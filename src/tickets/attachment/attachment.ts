import type { Id } from "#platform";
import type { Cleared } from "./clamd.ts";
import type { FileKind } from "./kind.ts";

/** A file as it was taken in: nothing of what came is in it but what it showed. */
export type TakenFile = {
  kind: FileKind;
  /** JPEGs; of a text its UTF-8. */
  pages: readonly Buffer[];
  scan: Cleared;
  /** The kinds of secrets that were taken out of a text. */
  removed: readonly string[];
};

/** A file of a ticket, as it is listed: nobody opens it by looking at the list. */
export type Attachment = {
  id: Id<"attachment">;
  message: Id<"msg">;
  /** Counts from 1 in each ticket: what it is called by, since its own name isn't kept. */
  number: number;
  kind: FileKind;
  pageCount: number;
  bytes: number;
  scan: Cleared;
  removed: readonly string[];
  addedAt: Date;
};

/** What a page of an attachment is sent as. */
export function mediaTypeOf(kind: FileKind): string {
  return kind === "text" ? "text/plain; charset=utf-8" : "image/jpeg";
}

/** What a browser calls a page of an attachment. */
export function fileNameOf({ kind, number }: Pick<Attachment, "kind" | "number">, page: number) {
  if (kind === "document") return `document-${number}-page-${page}.jpg`;
  return kind === "text" ? `text-${number}.txt` : `picture-${number}.jpg`;
}
