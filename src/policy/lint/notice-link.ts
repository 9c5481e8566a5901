import { type Fault, faultIn, type Material, type Notice } from "./material.ts";

const address = /\bhttps?:|\bwww\.|\b[a-z0-9-]+\.(?:com|org|net|io|app|example)\b/i;

/**
 * A link in a notice only confirms the reader's own act, or locks: so an address stands in none by itself, and a notice
 * of something that made the account less safe has the link that locks.
 */
export function noticeLink({ notices }: Material): Fault[] {
  return notices.flatMap((notice) => [...withoutLock(notice), ...withAddress(notice)]);
}

function withoutLock({ file, template }: Notice): Fault[] {
  if (!template?.loosens) return [];
  if (Object.values(template.links).includes("lock")) return [];
  return [faultIn({ file, line: 1, text: template.subject }, "no link that locks")];
}

function withAddress({ sentences }: Notice): Fault[] {
  return sentences.flatMap((sentence) => {
    const found = address.exec(sentence.text)?.[0];
    return found === undefined ? [] : [faultIn(sentence, found)];
  });
}
