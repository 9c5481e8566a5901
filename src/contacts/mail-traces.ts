import { headerBytesMax } from "./mail-limits.ts";

const ofTransport =
  /^(?:received|dkim-signature|message-id|mime-version|return-path|delivered-to|authentication-results|content-type|content-transfer-encoding|arc-seal):/i;
const ofEveryMail = /^(?:to|subject|date|cc|reply-to):/i;

/** Whether a text is a whole mail with its header, as "show original" gives it, rather than words from one. */
export function looksLikeRawMail(text: string): boolean {
  const top = text.slice(0, headerBytesMax).replace(/^\ufeff?\s*(?:From [^\r\n]*[\r\n]{1,2})?/, "");
  const lines: string[] = [];
  for (const line of top.split(/\r\n|\r|\n/)) {
    if (line === "") break;
    if (/^[ \t]/.test(line)) continue;
    if (!/^[!-9;-~]{1,200}[ \t]?:/.test(line)) break;
    lines.push(line.slice(0, 100));
  }
  const hasFrom = lines.some((line) => /^from[ \t]?:/i.test(line));
  const transported = lines.filter((line) => ofTransport.test(line)).length;
  const everyday = lines.filter((line) => ofEveryMail.test(line)).length;
  return (hasFrom && transported + everyday >= 2) || transported >= 2;
}

const transportAnywhere =
  /(?<![\p{L}\p{N}-])(received|dkim-signature|message-id|mime-version|return-path|delivered-to|authentication-results|content-type|content-transfer-encoding|content-disposition|arc-seal|arc-message-signature|x-[a-z-]{1,40}) ?:/giu;
/** How mail programs of other languages write the sender and the subject that they quote. */
const sender =
  /(?:^|\n)[> *]*(?:from|von|de|da|van|från|fra|od|от|kimden|差出人|发件人|寄件者|보낸 ?사람)\*? ?:/iu;
const receiver =
  /(?:^|\n)[> *]*(?:to|an|à|a|para|aan|till|til|do|кому|kime|宛先|收件人|받는 ?사람)\*? ?:/iu;
const subject =
  /(?:^|\n)[> *]*(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|тема|konu|件名|主题|主旨|제목)\*? ?:/iu;

/** Does a plain text hold a mail in some place or form in which it can't be taken apart: quoted, on one line, below other words? */
export function holdsMail(text: string): boolean {
  const names = new Set<string>();
  for (const [, name = ""] of text.matchAll(transportAnywhere)) {
    names.add(name.toLowerCase());
    if (names.size >= 2) return true;
  }
  return [sender, receiver, subject].every((field) => field.test(text));
}
