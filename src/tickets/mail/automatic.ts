import type { ReadMail } from "#contacts";

const listed = ["list-id", "list-help", "list-post", "list-unsubscribe", "mailing-list"];
const answerers = ["x-autoreply", "x-autorespond"];
const responders = [...answerers, "x-auto-response-suppress", "auto-submitted-by", "x-loop"];
const autoReply = /^auto_reply\b/i;
const bulk = /^(?:bulk|junk|list|auto_reply)\b/i;
const machines =
  /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|owner-.*|.*-request|.*-bounces?)$/i;

/**
 * Whether a mail is what a mail system says of another one: that it wasn't delivered, that it was read, that somebody
 * complained (RFC 6522, and what is older). Nobody asks anything in it.
 * @param sender the envelope's address, empty for reports
 */
export function isReport(mail: Pick<ReadMail, "values" | "author">, sender: string): boolean {
  const isOfSystem = (value: string) =>
    /^\s*(?:multipart\/report|message\/delivery-status)\b/i.test(value);
  if (mail.values("content-type").some(isOfSystem)) return true;
  const { author } = mail;
  const [local = ""] = author.exact ? author.mailbox.address.split("@") : [];
  if (/^mailer-daemon$/i.test(local)) return true;
  const hasFailed = mail.values("x-failed-recipients").length > 0;
  return sender === "" && (/^postmaster$/i.test(local) || hasFailed);
}

/**
 * Whether a mail says of itself that no person wrote it just now (RFC 3834 §5, and what is older): somebody is out of the office.
 * What a list passed on says so of the list alone.
 */
export function isOfMachine(mail: Pick<ReadMail, "values">): boolean {
  const isHuman = (value: string) => /^\s*no\s*(?:;|$)/i.test(value);
  if (mail.values("auto-submitted").some((value) => !isHuman(value))) return true;
  if (mail.values("precedence").some((value) => autoReply.test(value.trim()))) return true;
  return answerers.some((name) => mail.values(name).length > 0);
}

/**
 * Whether a mail must not be answered by itself (RFC 3834 §2): a machine wrote it, a list passed it on, or it doesn't
 * name us. An answer to it could be answered again, without end.
 * @param sender where answers would go: the envelope's address, empty for reports
 * @param isOurs whether an address is of a domain that our own mail comes from
 */
export function isAutomatic(
  mail: Pick<ReadMail, "values" | "author">,
  sender: string,
  isOurs: (domain: string) => boolean,
): boolean {
  const has = (name: string) => mail.values(name).length > 0;
  if (isOfMachine(mail)) return true;
  if (listed.some(has) || responders.some(has)) return true;
  if (mail.values("precedence").some((value) => bulk.test(value.trim()))) return true;
  if (mail.values("return-path").some((value) => value.trim() === "<>")) return true;
  if (mail.values("content-type").some((value) => /^\s*multipart\/report\b/i.test(value))) {
    return true;
  }
  const { author } = mail;
  const addresses = [sender, ...(author.exact ? [author.mailbox.address] : [])];
  return addresses.some((address) => {
    const at = address.lastIndexOf("@");
    return at < 1 || machines.test(address.slice(0, at)) || isOurs(address.slice(at + 1));
  });
}
