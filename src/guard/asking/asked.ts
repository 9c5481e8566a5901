import type { NeverAskId } from "../never-ask.ts";
import type { Before } from "./features.ts";
import { type Concept, concepts } from "./language.ts";

/** Why a passage counts as an ask. Stable: messages and reports name it. */
export type AskCode =
  | "asked_to_give"
  | "asked_for"
  | "asked_to_type_elsewhere"
  | "asked_to_approve"
  | "asked_to_open_computer"
  | "asked_to_weaken"
  | "asked_for_more";

/** What stands for which item. The first of these that a sentence holds are meant; the later ones count only without them. */
const named: Partial<Record<Concept, NeverAskId>> = {
  password: "password",
  secret: "password",
  username: "username",
  signin: "username",
  code: "two_factor_code",
  auth: "two_factor_code",
  backup: "two_factor_code",
  qr: "two_factor_code",
  factor: "two_factor_code",
  devmail: "device_approval_code",
  newdevice: "device_approval_code",
  seed: "wallet_secret",
  privkey: "wallet_secret",
  coinsecret: "wallet_secret",
  master: "master_key",
  vaultkey: "master_key",
  remotetool: "remote_access",
  remotely: "remote_access",
};
const implied: Partial<Record<Concept, NeverAskId>> = {
  address: "wallet_secret",
  wallet: "wallet_secret",
  word: "wallet_secret",
  screen: "remote_access",
  connect: "remote_access",
  limit: "weaken_security",
  lock: "weaken_security",
  waiting: "weaken_security",
  warning: "weaken_security",
  whitelist: "weaken_security",
  protection: "weaken_security",
  lie: "weaken_security",
  prompt: "two_factor_code",
  nod: "two_factor_code",
  sms: "two_factor_code",
  number: "two_factor_code",
  approve: "two_factor_code",
  passkey: "two_factor_code",
  device: "device_approval_code",
  mail: "device_approval_code",
  link: "device_approval_code",
};
const weakened: readonly Concept[] = [
  ...(["auth", "factor", "limit", "lock", "waiting", "warning", "whitelist", "device"] as const),
  ...(["protection", "wait", "passkey"] as const),
];
const weakening: readonly Concept[] = ["turnoff", "remove", "raise", "ignore", "add", "lie"];
const handing: readonly Concept[] = ["send", "read", "show", "type", "paste"];

/** Without an item, what is asked for isn't named: "what does it say now?" */
export type Asked = { item?: NeverAskId; code: AskCode };

/** What a sentence that asks asks for; when it doesn't say, the sentence before does, or the newest turn that names something. */
export function askedIn(present: ReadonlySet<Concept>, before: Before): Asked[] {
  const items = itemsOf(present);
  if (items.size > 0) return [...items].map((item) => ({ item, code: codeOf(item, present) }));
  for (const said of [before, ...before.turns]) {
    const [item] = itemsOf(new Set(said.concepts.flatMap((index) => concepts[index] ?? [])));
    if (item !== undefined) return [{ item, code: "asked_for_more" }];
  }
  return [{ code: "asked_for" }];
}

/**
 * What a sentence asks for in so many words: it says itself what is asked for, and that it is handed over or needed. Who says
 * the digits that were sent asks for none, who asks whether it was forgotten asks for nothing, and what is to be changed stays.
 */
export function plainlyAskedIn(present: ReadonlySet<Concept>, isStated: boolean): Asked[] {
  const has = (concept: Concept) => present.has(concept);
  const isToUs = has("me") || has("staff") || has("reply");
  const isHanded = handing.some((way) => way !== "type" && has(way)) && !has("change");
  const isTyped = has("type") && (isToUs || has("away"));
  const isSaid = has("tell") && (isToUs || !isStated);
  const isAsked = isHanded || isTyped || isSaid || has("reply") || has("ineed");
  const items = [...(isToUs ? itemsOf(present) : namedIn(present))].filter(
    (item) => isAsked || item === "remote_access" || item === "weaken_security",
  );
  return items.map((item) => ({ item, code: codeOf(item, present) }));
}

function itemsOf(present: ReadonlySet<Concept>): Set<NeverAskId> {
  const items = namedIn(present);
  return items.size > 0 ? items : impliedIn(present);
}

function namedIn(present: ReadonlySet<Concept>): Set<NeverAskId> {
  const has = (concept: Concept) => present.has(concept);
  const items = new Set<NeverAskId>();
  if (weakening.some(has) && weakened.some(has)) items.add("weaken_security");
  for (const concept of present) {
    const item = named[concept];
    if (item !== undefined) items.add(item);
  }
  return items;
}

/** The first of them that is meant. */
function impliedIn(present: ReadonlySet<Concept>): Set<NeverAskId> {
  for (const concept of Object.keys(implied) as Concept[]) {
    const item = present.has(concept) ? implied[concept] : undefined;
    if (item !== undefined) return new Set([item]);
  }
  return new Set();
}

function codeOf(item: NeverAskId, present: ReadonlySet<Concept>): AskCode {
  const has = (concept: Concept) => present.has(concept);
  if (item === "weaken_security") return "asked_to_weaken";
  if (item === "remote_access") return "asked_to_open_computer";
  if (has("type") && has("away")) return "asked_to_type_elsewhere";
  if (handing.some(has)) return "asked_to_give";
  if (has("prompt") || has("nod") || (has("approve") && has("press"))) return "asked_to_approve";
  return has("ineed") || has("what") ? "asked_for" : "asked_to_give";
}
