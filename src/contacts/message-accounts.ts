import type { Span } from "./message.ts";
import { isEnglishWord } from "./words.ts";

const network =
  /\b(?:telegram|tg|whatsapp|signal|instagram|insta|facebook|fb|discord|wechat|viber|skype|snapchat|twitter|reddit|tiktok|youtube|line|messenger)\b/gi;
const nameLengthMax = 32;
/** "Telegram: larkmoor_group", "Telegram larkmoor_group". */
const behindNetwork =
  /^(?: (?:id|user|username|name|handle|account|channel|group))? ?([:=]?) ?(@?)([\p{L}\p{N}_][\p{L}\p{N}_.-]{1,31})/iu;
/** "larkmoor_group on Telegram" */
const beforeNetwork =
  /(?<![\p{L}\p{N}_.-])([\p{L}\p{N}_][\p{L}\p{N}_.-]{1,31}) (?:on|via|at|in|over) $/iu;
/** "r/larkmoor" */
const onReddit = /(?<![\p{L}\p{N}_/.])(?:r|u|user)\/[\w-]{3,30}(?![\p{L}\p{N}/])/giu;

const shortNames: Readonly<Record<string, string>> = { tg: "telegram", insta: "instagram" };

/** The accounts that a text names with their network. A word of a sentence ("Signal: please wait") is none. */
export function accountsIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { 0: label, index } of text.matchAll(network)) {
    const account = accountBehind(text, index + label.length) ?? accountBefore(text, index);
    if (!account) continue;
    const name = `${shortNames[label.toLowerCase()] ?? label}: ${account.name}`;
    found.push({ kind: "handle", text: name, at: account.at, end: account.end });
  }
  for (const { 0: written, index } of text.matchAll(onReddit)) {
    found.push({ kind: "handle", text: written, at: index, end: index + written.length });
  }
  return found.sort((one, other) => one.at - other.at);
}

type Account = { name: string; at: number; end: number };

function accountBehind(text: string, at: number): Account | undefined {
  const [written = "", colon = "", sign = "", name = ""] =
    behindNetwork.exec(text.slice(at, at + 2 * nameLengthMax)) ?? [];
  const end = at + written.length;
  const bare = name.replace(/[.-]+$/, "");
  if (!/\p{L}/u.test(bare)) return undefined;
  const isMarked = colon !== "" || sign !== "";
  const isFound = isMarked
    ? isAccount(bare) || standsAlone(name, text.slice(end, end + 5))
    : isMadeUp(bare);
  return isFound ? { name: bare, at: end - name.length, end } : undefined;
}

function accountBefore(text: string, at: number): Account | undefined {
  const from = Math.max(0, at - 2 * nameLengthMax);
  const match = beforeNetwork.exec(text.slice(from, at));
  const [, name = ""] = match ?? [];
  if (!match || !(isMadeUp(name) || (/^\p{Ll}/u.test(name) && isAccount(name)))) return undefined;
  const start = from + match.index;
  return { name, at: start, end: start + name.length };
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
