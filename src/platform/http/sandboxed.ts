import type { HttpContext } from "./environment.ts";

/** What somebody else may have made: nothing in it runs, loads or knows where it came from. */
export const sandboxDirectives = "default-src 'none'; sandbox; frame-ancestors 'none'";

type Sandboxed = {
  bytes: Uint8Array;
  mediaType: string;
  /** What a browser calls it when it is saved: letters, digits, dashes and one dot. */
  fileName: string;
};

/** Answers with bytes that aren't ours: shown by themselves, kept by nobody, and never read as a page. */
export function sendSandboxed(context: HttpContext, sent: Sandboxed): Response {
  context.set("isSandboxed", true);
  return context.body(new Uint8Array(sent.bytes), 200, {
    "content-type": sent.mediaType,
    "content-disposition": `inline; filename="${sent.fileName}"`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
}
