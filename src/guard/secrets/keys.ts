import { createHash } from "node:crypto";
import { createBase58check } from "@scure/base";
import type { Asked } from "./asked.ts";
import { type Cue, isHarmless } from "./cues.ts";
import type { Reading } from "./reading.ts";
import type { Secret, SecretType } from "./secret.ts";

/** How far a word that names a key may stand from it. */
const cueReach = 80;

const base58check = createBase58check((bytes: Uint8Array) =>
  createHash("sha256").update(bytes).digest(),
);

const edge = "(?![A-Za-z0-9])";
const begin = "(?<![A-Za-z0-9])";
const base58 = "[1-9A-HJ-NP-Za-km-z]";

/** Without so many letters and digits in a row a text holds none of the longer keys: most texts are done with that. */
const longRun = /[A-Za-z0-9+/]{50}/;

/** Forms that are a secret wherever they stand, and are of such a row. */
const longForms: readonly (readonly [SecretType, RegExp])[] = [
  ["private_key", new RegExp(`${begin}[xyztuvYZUV]prv${base58}{100,112}${edge}`, "g")],
  ["private_key", new RegExp(`${begin}6P${base58}{56}${edge}`, "g")],
  ["private_key", /(?<![a-z0-9])nsec1[ac-hj-np-z02-9]{50,62}(?![a-z0-9])/gi],
  ["private_key", /(?<![A-Z0-9])AGE-SECRET-KEY-1[A-Z0-9]{50,62}(?![A-Z0-9])/gi],
  ["private_key", /(?<![A-Z0-9])S[A-Z2-7]{55}(?![A-Z0-9])/g],
  ["api_key", /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{86}==(?![A-Za-z0-9+/=])/g],
];

/** The others. */
const forms: readonly (readonly [SecretType, RegExp])[] = [
  ["private_key", /\[\s{0,4}(?:\d{1,3}\s{0,4},\s{0,4}){63}\d{1,3}\s{0,4}\]/g],
  ["two_factor_code", /otpauth:\/\/[^\s"'<>]{1,400}/gi],
  ["api_key", /(?<![\w-])(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,120}(?![\w-])/g],
  ["api_key", /(?<![\w-])sk-[A-Za-z0-9_-]{20,200}/g],
  ["api_key", /(?<![A-Za-z0-9])(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}(?![A-Za-z0-9])/g],
  [
    "api_key",
    /(?<![\w-])(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{30,255}|glpat-[\w-]{20,64})/g,
  ],
  ["api_key", /(?<![\w-])xox[abeoprs]-[A-Za-z0-9-]{10,200}/g],
  ["api_key", /(?<![\w-])AIza[\w-]{35}(?![\w-])/g],
  ["api_key", /(?<![\w-])SG\.[\w-]{16,40}\.[\w-]{30,60}/g],
  ["api_key", /(?<![\w-])eyJ[\w-]{10,2000}\.eyJ[\w-]{5,4000}\.[\w-]{5,1000}/g],
  ["api_key", /(?<![\w-])hf_[A-Za-z0-9]{26,40}(?:_[\w-]{43})?(?![\w-])/g],
  [
    "api_key",
    /(?<![\w-])(?:npm_[A-Za-z0-9]{36}|pypi-[\w-]{50,300}|dop_v1_[a-f0-9]{64}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}|sq0(?:atp|csp)-[\w-]{22,50}|key-[a-f0-9]{32}|whsec_[A-Za-z0-9+/=]{20,100}|SK[a-f0-9]{32}|NRAK-[A-Z0-9]{27}|lin_api_[A-Za-z0-9]{40}|AccountKey=[A-Za-z0-9+/=]{60,100})/g,
  ],
  ["api_key", /(?<!\d)\d{8,10}:[A-Za-z0-9_-]{35}(?![\w-])/g],
];

/** The lines of a passport that machines read (ICAO 9303): both, or the one with the number. They are filled up with this. */
const filling = "<<<";
const passportLines: readonly RegExp[] = [
  /(?<![A-Z0-9<])P[A-Z<][A-Z]{3}[A-Z<]{20,39}(?:\s{1,4}[A-Z0-9<]{28,44})?/g,
  /(?<![A-Z0-9<])[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{14}\d{0,2}(?![A-Z0-9<])/g,
];

const master =
  /(?<![A-Za-z0-9-])[0-9A-Za-z]{4}(?:[-\u2010-\u2015 ][0-9A-Za-z]{4}){5,6}(?![A-Za-z0-9]|[-\u2010-\u2015][A-Za-z0-9])/g;
const wif = new RegExp(`${begin}[5KLc9]${base58}{50,51}${edge}`, "g");
const wifInGroups = new RegExp(
  `${begin}[5KLc9]${base58}{3}(?:[ \\n-]${base58}{4}){11,12}[ \\n-]?${base58}{0,4}${edge}`,
  "g",
);
const armour = /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g;
/** A recovery code has six. */
const groupsOfMasterKey = 7;
const wifVersions = [0x80, 0xef];

type InContext = readonly (readonly ["private_key" | "api_key", RegExp])[];

/** Forms that are a secret where words say so: of a long row, and others. */
const longInContext: InContext = [
  ["private_key", /(?<![A-Za-z0-9])(?:0x)?[0-9a-fA-F]{64}(?![A-Za-z0-9])/g],
  ["private_key", new RegExp(`${begin}${base58}{50,90}${edge}`, "g")],
];
const inContext: InContext = [
  ["private_key", new RegExp(`${begin}s${base58}{27,30}${edge}`, "g")],
  [
    "api_key",
    /(?<![A-Za-z0-9+/_.-])(?=[A-Za-z+/=_-]{0,40}\d)[A-Za-z0-9+/_-]{14,120}={0,2}(?![A-Za-z0-9+/=_-])/g,
  ],
];
const hexDigits = 64;
const hexGroups =
  /(?<![A-Za-z0-9])(?:0x)?(?:[0-9a-fA-F]{2,62}[ \t\n:-]{1,2}){1,31}[0-9a-fA-F]{2,62}(?![A-Za-z0-9])/g;
const authenticatorSecret =
  /(?<![A-Za-z0-9])(?:[A-Za-z2-7]{16,64}|[A-Za-z2-7]{4}(?: [A-Za-z2-7]{4}){3,12}(?: (?=[A-Z]{0,2}[2-7])[A-Z2-7]{1,3})?)(?![A-Za-z0-9])/g;

/** Private keys, API keys and the firm's own keys, by their form, or by their form and what is said of them. */
export function findKeys(reading: Reading, cues: readonly Cue[], asked: Asked): Secret[] {
  const { plain } = reading;
  const isLong = longRun.test(plain);
  const found = [
    ...armoured(plain),
    ...(isLong ? [...longForms, ...forms] : forms).flatMap(([type, form]) =>
      matches(plain, form, type),
    ),
    ...(isLong ? wifs(plain) : []),
    ...matches(plain, wifInGroups, "private_key").filter(({ start, end }) =>
      isWif(plain.slice(start, end).replace(/[^A-Za-z0-9]/g, "")),
    ),
    ...(plain.includes(filling) ? passportLines : []).flatMap((form) =>
      matches(plain, form, "passport_number"),
    ),
    ...ours(plain),
  ];
  for (const [type, form] of isLong ? [...longInContext, ...inContext] : inContext) {
    for (const key of matches(plain, form, type)) {
      const about = nearest(cues, key, plain);
      const isPair = type === "api_key" && !isHarmless(about) && isBesideApiKey(found, cues, key);
      if (isSaid(about, type, asked) || isPair)
        found.push(about === "master_key" ? { ...key, type: about } : key);
    }
  }
  return [...found, ...hexInPieces(plain, cues, asked), ...authenticatorSecrets(plain, cues)];
}

/** A key of 64 hexadecimal digits that is written in groups, or over lines, where words say so. */
function hexInPieces(plain: string, cues: readonly Cue[], asked: Asked): Secret[] {
  const isNamed =
    asked.items.includes("private_key") || cues.some(({ about }) => about === "private_key");
  if (!isNamed) return [];
  return matches(plain, hexGroups, "private_key").filter((key) => {
    const digits = plain.slice(key.start, key.end).replace(/^0x|[\s:-]/g, "");
    return digits.length === hexDigits && isSaid(nearest(cues, key, plain), "private_key", asked);
  });
}

function wifs(plain: string): Secret[] {
  return matches(plain, wif, "private_key").filter(({ start, end }) =>
    isWif(plain.slice(start, end)),
  );
}

/** Master keys and recovery codes as the desk writes them. */
function ours(plain: string): Secret[] {
  return matches(plain, master, "master_key").flatMap((key): Secret[] => {
    const text = plain.slice(key.start, key.end);
    const letters = text.match(/[A-Za-z]/g)?.length ?? 0;
    const isRandom = (text.match(/\d/g)?.length ?? 0) >= 3 && letters >= 8;
    if (!isRandom || /[a-z]{4}.*[A-Z]|[A-Z].*[a-z]{4}/.test(text)) return [];
    const groups = text.split(/[^0-9A-Za-z]/).length;
    return [{ ...key, type: groups === groupsOfMasterKey ? "master_key" : "two_factor_code" }];
  });
}

/** What an authenticator app is set up with (RFC 4226, base 32), where words say so. */
function authenticatorSecrets(plain: string, cues: readonly Cue[]): Secret[] {
  if (!cues.some(({ about }) => about === "two_factor_code")) return [];
  const named = cues.filter(({ about }) => !isHarmless(about));
  return matches(plain, authenticatorSecret, "two_factor_code").filter((key) => {
    const text = plain.slice(key.start, key.end);
    // Groups of capitals are like nothing else; small letters in fours may be words.
    const isSure = /^[A-Z2-7 ]+$/.test(text);
    return (
      (isSure ? /[2-7]|^[A-Z]{16,}$/ : /[2-7].*[2-7]/).test(text) &&
      nearest(isSure ? named : cues, key, plain) === "two_factor_code"
    );
  });
}

/** PEM and OpenPGP private keys, to their end or that of the text. */
function armoured(plain: string): Secret[] {
  const found: Secret[] = [];
  for (const { 0: text, index } of plain.matchAll(armour)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const last = plain.indexOf("-----END", index + text.length);
    const close = last < 0 ? -1 : plain.indexOf("-----", last + 8);
    found.push({ type: "private_key", start: index, end: close < 0 ? plain.length : close + 5 });
  }
  return found;
}

/** A key and its secret come in pairs. */
function isBesideApiKey(
  found: readonly Secret[],
  cues: readonly Cue[],
  { start }: Secret,
): boolean {
  const last = found.at(-1);
  const isNear = last?.type === "api_key" && start >= last.end && start - last.end <= cueReach;
  return isNear || cuesAround(cues, start)[0]?.about === "api_key";
}

function matches(plain: string, form: RegExp, type: SecretType): Secret[] {
  return [...plain.matchAll(form)].map(({ 0: text, index }) => ({
    type,
    start: index,
    end: index + text.length,
  }));
}

/** Wallet import format: base58check with the version of a private key. One with a mistyped letter has no checksum. */
function isWif(text: string): boolean {
  try {
    return wifVersions.includes(base58check.decode(text)[0] ?? 0);
  } catch {
    return /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text);
  }
}

/** What the nearest words before a key, or right behind it, say that it is. */
function nearest(
  cues: readonly Cue[],
  { start, end }: Secret,
  plain: string,
): Cue["about"] | undefined {
  const [at] = cuesAround(cues, start);
  const [, behind] = cuesAround(cues, end);
  if (at && start - at.end <= cueReach && !/\n\s*\n/.test(plain.slice(at.end, start)))
    return at.about;
  return behind && behind.start >= end && behind.start - end <= cueReach / 2
    ? behind.about
    : undefined;
}

/** The last cue that ends before a place and the first behind it: the cues are in order. */
function cuesAround(cues: readonly Cue[], place: number): [Cue | undefined, Cue | undefined] {
  let [low, high] = [0, cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return [cues[low - 1], cues[low]];
}

function isSaid(
  about: Cue["about"] | undefined,
  type: "private_key" | "api_key",
  asked: Asked,
): boolean {
  if (isHarmless(about)) return false;
  if (about === "private_key" || about === "api_key" || about === "master_key") {
    return type === (about === "private_key" ? "private_key" : "api_key");
  }
  if (about === "seed_phrase" && type === "private_key") return true;
  return asked.items.includes(type);
}
