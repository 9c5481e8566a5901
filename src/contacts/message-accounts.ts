import type { Span } from "./message.ts";
import { isEnglishWord } from "./words.ts";

const network =
  "(telegram|tg|whatsapp|signal|instagram|insta|facebook|fb|discord|wechat|viber|skype|snapchat|twitter|reddit|tiktok|youtube|line|messenger)";
const account = "([\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{1,31})";

/** "Telegram: larkmoor_group", "Telegram larkmoor_group". */
const labelled = new RegExp(
  `(?<![\\p{L}\\p{N}_])${network}(?: (?:id|user|username|name|handle|account|channel|group))?(?: ?[:=]? ?)@?${account}`,
  "giu",
);
/** "larkmoor_group on Telegram" */
const onNetwork = new RegExp(
  `(?<![\\p{L}\\p{N}_.-])${account} (?:on|via|at|in|over) ${network}(?![\\p{L}\\p{N}_])`,
  "giu",
);
/** "r/larkmoor" */
const onReddit = /(?<![\p{L}\p{N}_/.])(?:r|u|user)\/[\w-]{3,30}(?![\p{L}\p{N}/])/giu;

const shortNames: Readonly<Record<string, string>> = { tg: "telegram", insta: "instagram" };

/** The accounts that a text names with their network. A word of a sentence ("Signal: please wait") is none. */
export function accountsIn(text: string): Span[] {
  const found: Span[] = [];
  const add = (label: string, name: string, at: number, written: string) => {
    const plain = shortNames[label.toLowerCase()] ?? label;
    found.push({ kind: "handle", text: `${plain}: ${name}`, at, end: at + written.length });
  };
  for (const { 0: written, 1: label = "", 2: name = "", index } of text.matchAll(labelled)) {
    const bare = name.replace(/[.-]+$/, "");
    const isMarked = /[:=@]/.test(written.slice(label.length, written.length - name.length));
    const behind = text.slice(index + written.length, index + written.length + 5);
    if (isMarked ? isAccount(bare) || standsAlone(name, behind) : isMadeUp(bare)) {
      if (/\p{L}/u.test(bare)) add(label, bare, index, written);
    }
  }
  for (const { 0: written, 1: name = "", 2: label = "", index } of text.matchAll(onNetwork)) {
    if (isMadeUp(name) || (/^\p{Ll}/u.test(name) && isAccount(name)))
      add(label, name, index, written);
  }
  for (const { 0: written, index } of text.matchAll(onReddit)) {
    found.push({ kind: "handle", text: written, at: index, end: index + written.length });
  }
  return found.sort((one, other) => one.at - other.at);
}

/** No word of a sentence looks like that. */
function isMadeUp(name: string): boolean {
  return /\p{L}/u.test(name) && /_|\p{L}\d|\p{L}\.\p{L}/u.test(name);
}

function isAccount(name: string): boolean {
  return isMadeUp(name) || (name.length > 3 && !isEnglishWord(name.toLowerCase()));
}

function standsAlone(name: string, behind: string): boolean {
  return name.endsWith(".") || /^(?: ?(?:$|[\n,;)!?]| (?:and|or) ))/.test(behind);
}
