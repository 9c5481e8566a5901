import type { Span } from "./message.ts";
import { isEnglishWord } from "./words.ts";

/** Where people write an account behind its network: "Telegram: larkmoor_group". */
const labelled =
  /(?<![\p{L}\p{N}_])(telegram|tg|whatsapp|signal|instagram|insta|facebook|fb|discord|wechat|viber|skype|snapchat|twitter|reddit|tiktok|youtube|line|messenger)(?: (?:id|user|username|name|handle|account|channel|group))? ?[:=] ?@?([\p{L}\p{N}_][\p{L}\p{N}_.-]{1,31})/giu;

const shortNames: Readonly<Record<string, string>> = { tg: "telegram", insta: "instagram" };

/** The accounts that a text names with their network. A word of a sentence that follows ("Signal: please wait") is none. */
export function accountsIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { 0: written, 1: label = "", 2: name = "", index } of text.matchAll(labelled)) {
    const end = index + written.length;
    const bare = name.replace(/[.-]+$/, "");
    const isName = /[\d_.]/.test(bare) && /\p{L}/u.test(bare);
    const isWord = bare.length < 4 || isEnglishWord(bare.toLowerCase());
    const standsAlone = /^(?: ?(?:$|[\n,;)!?]| (?:and|or) ))/.test(text.slice(end, end + 5));
    if (/^\d+$/.test(bare) || (!isName && !standsAlone && isWord && !name.endsWith("."))) continue;
    const network = shortNames[label.toLowerCase()] ?? label;
    found.push({ kind: "handle", text: `${network}: ${bare}`, at: index, end });
  }
  return found;
}
