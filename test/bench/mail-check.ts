import { generateKeyPairSync } from "node:crypto";
import { authenticate } from "mailauth";
import { dkimSign } from "mailauth/lib/dkim/sign.js";
import PostalMime from "postal-mime";
import { checkMail, type MailContext } from "../../src/contacts/mail.ts";
import { type BenchLine, median, rounded } from "./line.ts";

const mailBytes = 1_000_000;
const rounds = 15;
const now = new Date("2026-11-20T12:00:00Z");
const domain = "larkmoor.example";
const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
const publicKey = keys.publicKey.export({ format: "der", type: "spki" }).toString("base64");

/**
 * Checks raw mail of 1 MB, signed and genuine: one that is nearly all attachment and one that is nearly all HTML.
 * The baseline is what a program without a checker would do: parse with postal-mime, authenticate with mailauth.
 */
export async function mailCheck(): Promise<BenchLine[]> {
  const lines: BenchLine[] = [];
  for (const [name, body] of [
    ["attachment", attachment()],
    ["html", html()],
  ] as const) {
    const mail = await signed(body);
    const checked: number[] = [];
    const alone: number[] = [];
    for (let round = 0; round < rounds; round++) {
      checked.push(await timed(async () => requireOurs((await checkMail(mail, context)).verdict)));
      alone.push(
        await timed(async () => {
          await PostalMime.parse(mail);
          await authenticate(mail, { resolver });
        }),
      );
    }
    const value = median(checked);
    const baseline = median(alone);
    lines.push({
      name: `mail-check 1 MB ${name}`,
      value: rounded(value),
      unit: "ms",
      baseline: rounded(baseline),
      ratio: rounded(value / baseline),
    });
  }
  return lines;
}

async function resolver(name: string): Promise<string[][]> {
  if (name === `news._domainkey.${domain}`) return [[`v=DKIM1; k=rsa; p=${publicKey}`]];
  throw Object.assign(new Error("no such record"), { code: "ENOTFOUND" });
}

const context: MailContext = {
  now,
  resolver,
  checkContact: (text) => ({
    input: text,
    kind: "link",
    readAs: text,
    verdict: text.includes(domain) ? "ours" : "not_ours",
    reasons: [],
  }),
  isOurSender: (_, host) => host === domain,
  isOurMailDomain: (host) => host === domain,
  imitationOfName: () => undefined,
};

async function signed({ type, text }: { type: string; text: string }): Promise<Buffer> {
  const mail = [
    `From: Larkmoor <noreply@${domain}>`,
    "To: client@home.example",
    "Subject: Your statement",
    "Date: Thu, 19 Nov 2026 10:00:00 +0000",
    "MIME-Version: 1.0",
    `Content-Type: ${type}`,
    "",
    text,
  ].join("\r\n");
  const signer = {
    signingDomain: domain,
    selector: "news",
    privateKey: keys.privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
  };
  const { signatures } = await dkimSign(mail, {
    ...signer,
    signTime: now,
    canonicalization: "relaxed/relaxed",
    signatureData: [signer],
  });
  return Buffer.from(`${signatures.trimEnd()}\r\n${mail}`);
}

function attachment(): { type: string; text: string } {
  const line = `${"QUJD".repeat(19)}\r\n`;
  const text = [
    "--part",
    "Content-Type: text/plain; charset=utf-8",
    "",
    `Your statement is attached. See https://${domain}/statements for more.`,
    "--part",
    'Content-Type: application/pdf; name="statement.pdf"',
    "Content-Transfer-Encoding: base64",
    "Content-Disposition: attachment",
    "",
    `${line.repeat(mailBytes / line.length)}--part--`,
    "",
  ].join("\r\n");
  return { type: 'multipart/mixed; boundary="part"', text };
}

function html(): { type: string; text: string } {
  const paragraph = (place: number) =>
    `<p class="row">Trade ${place}: bought 0.01 at 1,234.50 &amp; paid <b>12.35</b>. <a href="https://${domain}/t/${place}">Details</a></p>\r\n`;
  const pieces: string[] = [];
  for (let place = 0, bytes = 0; bytes < mailBytes; place++) {
    const piece = paragraph(place);
    pieces.push(piece);
    bytes += piece.length;
  }
  return { type: "text/html; charset=utf-8", text: pieces.join("") };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function requireOurs(verdict: string): void {
  if (verdict !== "ours")
    throw new Error(`The mail of the benchmark was judged ${verdict}, not ours.`);
}
