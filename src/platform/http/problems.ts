import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { isDatabaseAway } from "../database/index.ts";
import { HoldfastError, type Refusal } from "../errors.ts";

/** The one table from refusals to HTTP statuses. Anything that is not a `HoldfastError` is a bare 500. */
const statusOf: Record<Refusal, ContentfulStatusCode> = {
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unprocessable: 422,
  too_many: 429,
  unavailable: 503,
};

/** A problem document (RFC 9457), with our stable code. `type` is left out: it would mean about:blank. */
export type Problem = {
  status: ContentfulStatusCode;
  title: string;
  code: string;
  detail: string;
  /** The request's id, to quote when asking for help. */
  instance: string;
  errors?: { path: string; message: string }[];
};

const titles: Partial<Record<number, string>> = {
  400: "Bad request",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported media type",
  422: "Unprocessable content",
  429: "Too many requests",
  500: "Something went wrong on our side",
  503: "Not available right now",
};

const details: Partial<Record<number, string>> = {
  400: "The request could not be read. Check its form and send it again.",
  403: "This request came from another site. Open our own page and send it from there.",
  404: "There is nothing at this address. Check it for a typing error, or start at the front page.",
  405: "This address doesn't take that method. The Allow header says which it takes.",
  413: "What you sent is larger than this takes. Send a shorter part of it, or a mail without its attachments.",
  415: "Send JSON, with the header content-type: application/json.",
  500: "Nothing was lost that was saved before. Try again in a moment.",
  503: "A part of the site is not there right now. Try again in a moment.",
};

/** What a person or program is told about an error: a sentence with a remedy, never a stack or another's words. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof HoldfastError) {
    return problem(statusOf[error.refusal], requestId, error.code, error.message);
  }
  if (isDatabaseAway(error)) return problem(503, requestId);
  return problem(error instanceof HTTPException ? error.status : 500, requestId);
}

/** Whether a problem says no more than its status does. */
export function isStatusAlone({ status, detail }: Problem): boolean {
  return detail === details[status];
}

/**
 * What is said with a status. One that isn't known is said as a 400 or a 500.
 * @param code the status' title in snake_case, unless given
 * @param detail the status' own remedy, unless given
 */
export function problem(
  status: number,
  requestId: string,
  code?: string,
  detail?: string,
): Problem {
  const known = status in titles ? status : status < 500 ? 400 : 500;
  const title = titles[known] ?? "";
  return {
    status: known as ContentfulStatusCode,
    title,
    code: code ?? title.toLowerCase().replaceAll(" ", "_"),
    detail: detail ?? details[known] ?? title,
    instance: requestId,
  };
}
