import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { dkimSign } from "mailauth/lib/dkim/sign.js";
import { checkMail, type MailContext } from "./mail.ts";
import type { Finding } from "./verdict.ts";

// Mails for the tests: composed, signed by the firm or by a stranger, and checked without a network.

export const now = new Date("2026-11-20T12:00:00Z");
const ours = ["larkmoor.example", "mail.larkmoor.example"];
export const strangers = generateKeyPairSync("rsa", { modulusLength: 2048 });
const firm = generateKeyPairSync("rsa", { modulusLength: 2048 });
export const weak = generateKeyPairSync("rsa", { modulusLength: 768 });

export const edwards = generateKeyPairSync("ed25519");

type Pair = typeof firm;

const records = new Map<string, string>([
  ["news._domainkey.larkmoor.example", keyRecord(firm)],
  ["weak._domainkey.larkmoor.example", keyRecord(weak)],
  ["trial._domainkey.larkmoor.example", `${keyRecord(firm)}; t=y`],
  ["edwards._domainkey.larkmoor.example", keyRecord(edwards, "ed25519")],
  ["_dmarc.larkmoor.example", "v=DMARC1; p=reject"],
  ["larkmoor.example", "v=spf1 ip4:192.0.2.0/24 include:_spf.elsewhere.example -all"],
  ["news._domainkey.larkmoor-support.example", keyRecord(strangers)],
]);

function keyRecord(pair: Pair, type = "rsa"): string {
  const der = pair.publicKey.export({ format: "der", type: "spki" });
  const key = type === "rsa" ? der : der.subarray(-32);
  return `v=DKIM1; k=${type}; p=${key.toString("base64")}`;
}

export function context(changes: Partial<MailContext> & { asked?: string[] } = {}): MailContext {
  const isOurs = (host: string) => ours.some((ours) => host === ours || host.endsWith(`.${ours}`));
  return {
    now,
    resolver: async (name) => {
      changes.asked?.push(name);
      const record = records.get(name);
      if (record === undefined) throw Object.assign(new Error("none"), { code: "ENOTFOUND" });
      return [[record]];
    },
    checkContact: (text) => finding(text, isOurs),
    isOurSender: (_, domain) => isOurs(domain),
    isOurMailDomain: isOurs,
    imitationOfName: (name) => (/larkmoor/i.test(name) ? "larkmoor" : undefined),
    ...changes,
  };
}

function finding(text: string, isOurs: (host: string) => boolean): Finding {
  const host = /^(?:https?:\/\/)?(?:[^@/]*@)?([^/:?]*)/.exec(text)?.[1] ?? "";
  const mine = text.includes("@") ? "ours_never_proof" : "ours";
  const other = /larkm/i.test(text) ? "imitates_us" : "not_ours";
  const verdict = isOurs(host) ? mine : other;
  const imitates = verdict === "imitates_us" ? { imitates: "larkmoor.example" } : {};
  return { input: text, kind: "link", readAs: text, verdict, ...imitates, reasons: [] };
}

type Draft = { headers?: string[]; from?: string; subject?: string; type?: string; body?: string };

export function compose({ headers = [], from, subject, type, body }: Draft = {}): string {
  return [
    `From: ${from ?? "Larkmoor <noreply@larkmoor.example>"}`,
    "To: client@home.example",
    `Subject: ${subject ?? "Your withdrawal address"}`,
    "Date: Thu, 19 Nov 2026 10:00:00 +0000",
    "Message-ID: <one@larkmoor.example>",
    "MIME-Version: 1.0",
    `Content-Type: ${type ?? "text/plain; charset=utf-8"}`,
    ...headers,
    "",
    body ?? "You added an address. See https://larkmoor.example/settings for more.",
    "",
  ].join("\r\n");
}

type Signing = {
  domain?: string;
  selector?: string;
  canonicalization?: string;
  key?: Pair;
  maxBodyLength?: number;
  expires?: Date;
  headerList?: string[];
};

export async function sign(mail: string, signing: Signing = {}): Promise<string> {
  const { domain = "larkmoor.example", selector = "news", key = firm } = signing;
  const fields = "From:Sender:Reply-To:Subject:Date:To:MIME-Version:Content-Type";
  const { maxBodyLength, expires } = signing;
  const signer = {
    signingDomain: domain,
    selector,
    privateKey: key.privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
    ...(maxBodyLength === undefined ? {} : { maxBodyLength }),
  };
  const { signatures, errors } = await dkimSign(Buffer.from(mail), {
    ...signer,
    canonicalization: signing.canonicalization ?? "relaxed/relaxed",
    signTime: new Date("2026-11-19T10:00:00Z"),
    headerList: signing.headerList ?? fields.split(":"),
    ...(expires ? { expires } : {}),
    signatureData: [signer],
  });
  assert.deepEqual(errors, []);
  return `${signatures.trimEnd()}\r\n${mail}`;
}

export const check = (mail: string, changes: Parameters<typeof context>[0] = {}) =>
  checkMail(Buffer.from(mail), context(changes));

export const codes = (finding: Finding) => finding.reasons.map(({ code }) => code);

export async function expectNotOurs(mail: string, code: string, changes = {}): Promise<Finding> {
  const finding = await check(mail, changes);
  assert.equal(finding.verdict, "not_ours", JSON.stringify(finding.reasons));
  assert.ok(codes(finding).includes(code), JSON.stringify(finding.reasons));
  return finding;
}

export async function expectImitation(mail: string, code: string): Promise<Finding> {
  const finding = await check(mail);
  assert.equal(finding.verdict, "imitates_us", JSON.stringify(finding.reasons));
  assert.ok(codes(finding).includes(code), JSON.stringify(finding.reasons));
  return finding;
}
