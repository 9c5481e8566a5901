import PostalMime, { type Attachment } from "postal-mime";
import { type Id, isId } from "#platform";

const nestingMax = 10;
const headerBytesMax = 200_000;
const permanent = /^5\.\d{1,3}\.\d{1,3}$/;

/** What a mail system tells of a message of ours. */
export type Report =
  /** It couldn't be delivered; `status` as RFC 3463 has it. */
  | { is: "bounced"; notice: Id<"notice">; status: string }
  /** Its reader called it unwanted. */
  | { is: "complained"; notice: Id<"notice"> }
  /** It waits, was passed on, or nothing of it concerns us. */
  | { is: "nothing" };

/**
 * Reads a delivery status notification (RFC 3464) or a complaint in the Abuse Reporting Format (RFC 5965). The message is
 * known by the envelope id that we gave it, or by the Message-ID in what was returned of it. Anyone can write such a
 * mail: it changes nothing but what is noted about a delivery.
 */
export async function readReport(raw: string | Uint8Array): Promise<Report> {
  const parts = await partsOf(raw);
  const textOf = (type: string) => parts.find(({ mimeType }) => mimeType === type)?.text;
  const delivery = textOf("message/delivery-status");
  const feedback = textOf("message/feedback-report");
  const original = textOf("message/rfc822") ?? textOf("text/rfc822-headers");
  const notice = noticeIn(delivery ?? feedback ?? "", original ?? "");
  if (!notice) return { is: "nothing" };
  if (feedback !== undefined) {
    const isAbuse = field(feedback, "feedback-type")?.toLowerCase() !== "not-spam";
    return isAbuse ? { is: "complained", notice } : { is: "nothing" };
  }
  const status = delivery === undefined ? undefined : failureIn(delivery);
  return status === undefined ? { is: "nothing" } : { is: "bounced", notice, status };
}

type Part = { mimeType: string; text: string };

async function partsOf(raw: string | Uint8Array): Promise<Part[]> {
  try {
    const { attachments } = await PostalMime.parse(raw, {
      maxNestingDepth: nestingMax,
      maxHeadersSize: headerBytesMax,
      forceRfc822Attachments: true,
      attachmentEncoding: "utf8",
    });
    return attachments.map(({ mimeType, content }) => ({ mimeType, text: asText(content) }));
  } catch {
    return [];
  }
}

function asText(content: Attachment["content"]): string {
  return typeof content === "string" ? content : Buffer.from(content as Uint8Array).toString();
}

/** The status of the first recipient for whom it failed for good. There is one recipient: us it concerns or not. */
function failureIn(delivery: string): string | undefined {
  for (const block of delivery.split(/\r?\n\r?\n/)) {
    const status = field(block, "status")?.split(/\s/)[0] ?? "";
    if (field(block, "action")?.toLowerCase() === "failed" && permanent.test(status)) return status;
  }
  return undefined;
}

function noticeIn(report: string, original: string): Id<"notice"> | undefined {
  const envelope = field(report, "original-envelope-id");
  const message = /^<([^@>.\s]{1,64})[@.]/.exec(field(original, "message-id") ?? "")?.[1];
  return [envelope, message].find((id) => isId("notice", id));
}

/** The value of a header field; long ones may go on in the next line. */
function field(text: string, name: string): string | undefined {
  const lines = text
    .slice(0, headerBytesMax)
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/);
  const found = lines.find((line) => line.toLowerCase().startsWith(`${name}:`));
  return found?.slice(name.length + 1).trim();
}
