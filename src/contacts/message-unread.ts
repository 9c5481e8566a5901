import { parse } from "tldts";
import { unreadNumber } from "./message-digits.ts";
import { isWalletAddress } from "./wallet-address.ts";
import { isEnglishWord } from "./words.ts";

/** What is shown of it. */
const shownCharactersMax = 60;

/*
 * A text may hold a link, address or number in a form that nothing here reads. So what is left of it, when every
 * contact was judged and covered, is looked through once more, and much more suspiciously: it need not be understood
 * to be seen.
 */

/** Anything that looks like it leads somewhere. */
const leading: readonly RegExp[] = [
  // A scheme: `tg:resolve?domain=a`, `javascript:...`, or one that we don't know with what only links have behind it.
  /(?<![\p{L}\p{N}])(?:tg|data|javascript|vbscript|magnet|file|blob|ftp|intent|market|mailto|tel|sms|smsto|callto|sips?|skype|facetime|whatsapp|viber|signal|xmpp|irc|ipfs|ipns|steam|slack|zoommtg|msteams|itms-apps|ms-[a-z]{2,20}):(?=[\p{L}\p{N}/?+%.])\S{1,60}/giu,
  /(?<![\p{L}\p{N}])[a-z][a-z0-9+.-]{1,20}:(?=[^\s]{0,80}[?=@%\\]|\/\/)\S{1,60}/giu,
  /mailto:\ue000+\?/gi,
  /[/\\]{2}[^\s/\\\ue000]{1,60}/gu,
  /\b(?:href|src|srcset|action|formaction|poster|background|http-equiv) ?= ?["']?[^\s"'\ue000>][^\s>]{0,60}/gi,
  // Characters that a program would decode: HTML, a link's or a mail's.
  /&(?:#x?[0-9a-f]{1,6}|[a-z]{2,12});?(?=[\p{L}\p{N}&.])[^\s]{0,40}/giu,
  /=\?[\w-]{2,20}\?[bq]\?/gi,
  /(?:%[2-7][0-9a-f]|=[2-7][0-9A-F](?![0-9]))[^\s]{0,40}/giu,
  // Addresses: a name or a bracket behind an at sign, four numbers, IPv6, one hexadecimal number.
  /@(?=[\p{L}_[])[^\s\ue000]{1,40}/gu,
  /(?<![\p{L}\p{N}.])(?:0x[0-9a-f]{1,8}|25[0-5]|2[0-4]\d|[01]?\d?\d|0\d{3})(?:\.(?:0x[0-9a-f]{1,8}|25[0-5]|2[0-4]\d|[01]?\d?\d|0\d{3})){3}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:{1,2}){3,7}[0-9a-f]{1,4}(?![\p{L}\p{N}:])/giu,
  /\b0x[0-9a-f]{6,8}\b/gi,
  // Our habit of reading fills in a stop: `evil,com`, `bit ly/a`, `www evil com`, `e v i l . c o m`, `[here](evil)`.
  /(?<=[\p{L}\p{N}]) ?[,;:/_] ?(?:com|net|org)(?![\p{L}\p{N}])/giu,
  /(?<=[\p{L}\p{N}] )(?:(?:com|net|org|io|co|me|ly|gg|be|gl|cc|ws|ru|app|link)\/[\p{L}\p{N}]|(?:gg|ly) )/giu,
  /(?<![\p{L}\p{N}])www\d?(?![\p{L}\p{N}])/giu,
  /(?<!\S)(?:[\p{L}\p{N}:/.@-] ){2,20}[:/.@] (?:[\p{L}\p{N}:/.@-](?: |$)){2}/gu,
  /\]\([^)\s\ue000]/gu,
  // Text in a code of its own (base64): nobody can see what it says.
  /(?<![A-Za-z0-9+/])(?![0-9a-f]{40,128}(?![A-Za-z0-9+/]))[A-Za-z0-9+/]{40,}={0,2}/gi,
  /(?<=^|\n)[> ]*[A-Za-z0-9+/]{16,}={0,2} ?\n[> ]*[A-Za-z0-9+/]{4,}={0,2} ?(?=\n|$)/g,
];

/** A full stop, or what passes for one, between a name and an ending. */
const dotted =
  /([^\s.\ue000])(?![?!])(\.|[\p{Sentence_Terminal}·‧∙⋅•●▪◦˙ꞏ・])(\p{L}[\p{L}\p{N}]{1,23})(?![\p{L}\p{N}])/gu;
const dotInWords = /(?<=[\p{L}\p{N}])[ _-](dot|DOT|Dot|\.)[ _-]?(\p{L}{2,24})(?![\p{L}\p{N}])/gu;
const stopSpaced =
  /(?<=[\p{L}\p{N}])\. (com|net|org|io|co|app|dev|info|biz|xyz|ru|cn)(?![\p{L}\p{N}])/gu;
const fileEndings =
  /^(?:pdf|docx?|xlsx?|csv|txt|png|jpe?g|gif|eml|json|js|ts|html?|exe|mp[34]|heic|ics)$/i;
/** Endings outside the DNS, which wallets and some browsers open. */
const otherRoots =
  /^(?:eth|crypto|nft|onion|bit|sol|dao|wallet|blockchain|lens|i2p|loki|x|zil|bitcoin|888|local|internal|lan)$/i;
const commonEndings = /^(?:com|net|org|io|co|app|dev|info|biz|xyz|online|site|top|me|us|uk|eu)$/i;
/** Words of sentences that are domains' endings too. */
const stopWords =
  /^(?:in|is|it|at|to|so|me|my|be|by|as|am|no|us|do|now|today|are|here|for|and|how|call|pay|read|like)$/i;

/** The first thing in the rest of a text that looks like a link, address or number; undefined when nothing does. */
export function unreadIn(rest: string): string | undefined {
  const at = unreadHost(rest) ?? firstOf(rest, leading) ?? unreadWallet(rest);
  return at === undefined ? unreadNumber(rest)?.slice(0, shownCharactersMax) : shownFrom(rest, at);
}

/** The word that something begins in, and what follows up to the next contact. */
function shownFrom(rest: string, at: number): string {
  const before = rest.slice(Math.max(0, at - shownCharactersMax / 2), at);
  const start = at - (/[^\s\ue000]*$/.exec(before)?.[0].length ?? 0);
  const found = rest.slice(start, start + shownCharactersMax).replaceAll("\ue000", " ");
  return found.trim().split("\n", 1)[0]?.toWellFormed() || "…";
}

function firstOf(rest: string, patterns: readonly RegExp[]): number | undefined {
  for (const pattern of patterns) {
    const at = rest.search(pattern);
    if (at >= 0) return at;
  }
  return undefined;
}

function unreadHost(rest: string): number | undefined {
  for (const { 1: before = "", 2: dot, 3: ending = "", index } of rest.matchAll(dotted)) {
    if (dot === "." ? leadsSomewhere(before, ending) : isEnding(ending)) return index;
  }
  for (const { 1: dot, 2: ending = "", index } of rest.matchAll(dotInWords)) {
    const isName = dot?.toLowerCase() === "dot" && dot !== "DOT" ? isEnding : isCommonEnding;
    if (!stopWords.test(ending) && isName(ending)) return index;
  }
  return firstOf(rest, [stopSpaced]);
}

function isCommonEnding(ending: string): boolean {
  if (commonEndings.test(ending)) return true;
  return ending.length <= 3 && isEnding(ending) && !isEnglishWord(ending.toLowerCase());
}

/** A real ending, or none that we know; but "it arrived.Please" only lacks a space, and Chinese has none. */
function leadsSomewhere(before: string, ending: string): boolean {
  if (isEnding(ending)) return true;
  if (fileEndings.test(ending) || isEnglishWord(ending) || /^\p{Lo}/u.test(ending)) return false;
  return !/^\p{Lu}/u.test(ending) || /[^\p{L}\p{N}]/u.test(before);
}

function isEnding(ending: string): boolean {
  if (otherRoots.test(ending)) return true;
  const { isIcann } = parse(`a.${ending.toLowerCase()}`);
  return isIcann === true;
}

function unreadWallet(rest: string): number | undefined {
  for (const { 0: token, index } of rest.matchAll(/[A-Za-z0-9]{26,110}/g)) {
    if (isWalletAddress(token)) return index;
  }
  return undefined;
}
