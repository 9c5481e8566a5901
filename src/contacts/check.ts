import { keyOf } from "./canonical.ts";
import type { Directory } from "./directory.ts";
import { judgeMail } from "./judge-mail.ts";
import { isOfTwoScripts, judgeMessage, judgeWords } from "./judge-message.ts";
import {
  judgeCode,
  judgeEmail,
  judgePhone,
  judgePostalAddress,
  judgeSender,
  judgeWallet,
} from "./judge-typed.ts";
import { isListedAccount, judgeApp, judgeHandle, judgeHost, judgeLink } from "./judge-web.ts";
import { afterExpiry, type Evidence, type Judgement } from "./judgement.ts";
import { kindOf, refusedText } from "./kind.ts";
import { compileBrands, imitationOfName } from "./lookalike.ts";
import { openDirectory } from "./lookup.ts";
import type { TextResolver } from "./mail-resolver.ts";
import { looksLikeRawMail } from "./mail-traces.ts";
import { judgedUnreadable, unreadable } from "./unreadable.ts";
import type { Finding, InputKind } from "./verdict.ts";

/** No app's id is longer. */
const listedLengthMax = 600;
/** No postal address is longer. */
const postalLengthMax = 1_000;
/** What is given back of an input that we couldn't read. */
const shownCharactersMax = 200;

export type Checker = {
  /** Judges everything but a raw mail, which needs the DNS. */
  check(input: string, now: Date): Finding;
  /** Judges anything, a raw mail too. */
  checkAny(input: string | Uint8Array, now: Date): Promise<Finding>;
};

export type CheckerOptions = {
  /** Asks the DNS for the keys of mail; without it no mail is ever ours. */
  resolver?: TextResolver;
};

/**
 * Compiles a directory into the checker: once, then asked many times.
 * @throws {InvalidInput} when an entry of the directory is wrong
 */
export function createChecker(directory: Directory, options: CheckerOptions = {}): Checker {
  const evidence: Evidence = {
    open: openDirectory(directory),
    brands: compileBrands(directory),
  };
  const resolver = options.resolver ?? withoutNetwork;
  return {
    check: (input, now) => checkText(evidence, input, now),
    checkAny: (input, now) => checkAny(evidence, input, resolver, now),
  };
}

async function withoutNetwork(): Promise<string[][]> {
  throw new Error("no resolver");
}

/** Bytes are always read as a mail; text is when it looks like one. */
async function checkAny(
  evidence: Evidence,
  input: string | Uint8Array,
  resolver: TextResolver,
  now: Date,
): Promise<Finding> {
  const isMail = typeof input !== "string" || (/[\r\n]/.test(input) && looksLikeRawMail(input));
  if (!isMail) return checkText(evidence, input, now);
  const raw = typeof input === "string" ? Buffer.from(input) : input;
  const checkContact = (text: string) => checkText(evidence, text, now);
  const { input: shown, ...judgement } = await judgeMail(
    evidence,
    raw,
    checkContact,
    resolver,
    now,
  );
  return { input: shown, ...unlessExpired(evidence, judgement, now) };
}

function unlessExpired(evidence: Evidence, judgement: Judgement, now: Date): Judgement {
  const { expiresAt } = evidence.open;
  return now.getTime() < expiresAt ? judgement : afterExpiry(judgement, expiresAt);
}

function checkText(evidence: Evidence, input: string, now: Date): Finding {
  const refused = refusedText(input);
  if (refused !== undefined) {
    const shown = input.slice(0, shownCharactersMax).toWellFormed().replaceAll("\0", "\ufffd");
    return { input: shown, ...judgedUnreadable("unknown", "", unreadable(refused)) };
  }
  const listed = input.length <= listedLengthMax ? input.trim() : "";
  const judgement = isListedApp(evidence, listed)
    ? judgeApp(evidence, listed, "typed", now)
    : judgeAs(evidence, kindOf(input), input, now);
  return { input, ...unlessExpired(evidence, judgement, now) };
}

function judgeAs(evidence: Evidence, kind: InputKind, text: string, now: Date): Judgement {
  switch (kind) {
    case "host":
      return isListedApp(evidence, text.trim())
        ? judgeApp(evidence, text.trim(), "typed", now)
        : judgeHost(evidence, text, now);
    case "link":
      return judgeLink(evidence, text, now);
    case "phone":
      return judgePhone(evidence, text, now);
    case "email":
      return judgeEmail(evidence, text, now);
    case "handle":
      return judgeHandle(evidence, text, now);
    case "wallet_address":
      return judgeWallet(text);
    case "sms_sender":
      return judgeSender(evidence, text, now);
    case "outbox_code":
      return judgeCode(text);
    case "message":
      return (
        (text.length <= postalLengthMax ? judgePostalAddress(evidence, text, now) : undefined) ??
        judgeMessage(evidence, text, (kind, contact) => judgeAs(evidence, kind, contact, now))
      );
    case "raw_mail":
      return judgedUnreadable("raw_mail", "", unreadable("mail_needs_reading"));
    default:
      return judgeName(evidence, text.trim(), now);
  }
}

function isListedApp(evidence: Evidence, text: string): boolean {
  return evidence.open.hasApps && evidence.open.entries.has(keyOf("app", text));
}

/** One word that is nothing we know: an account without its network, or a name. */
function judgeName(evidence: Evidence, name: string, now: Date): Judgement {
  if (isListedAccount(evidence, name)) return judgeHandle(evidence, `@${name}`, now);
  if (isOfTwoScripts(name)) return judgeWords(evidence, name);
  const imitation = imitationOfName(name, evidence.brands);
  const found = { kind: "unknown", readAs: name } as const;
  return imitation
    ? { ...found, verdict: "imitates_us", ...imitation }
    : { ...found, verdict: "not_ours", reasons: [{ code: "not_listed" }] };
}
