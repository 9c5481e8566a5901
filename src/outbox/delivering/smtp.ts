import { createPrivateKey } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { InvalidInput, messageOf, readTextFile, type Values } from "#platform";
import type { outboxSettings } from "../settings.ts";
import { domainOf, type Mail, messageIdOf, type Outcome, type Sender } from "./mail.ts";

const connectTimeoutMs = 20_000;
const silenceTimeoutMs = 60_000;
const connectionsMax = 5;
const dkimBitsMin = 2_048;

/** What concerns the whole server: no other message would fare better. */
const serverCodes: ReadonlySet<unknown> = new Set([
  "EAUTH",
  "ECONNECTION",
  "EDNS",
  "ENOAUTH",
  "EPROTOCOL",
  "ESOCKET",
  "ETIMEDOUT",
  "ETLS",
]);

export type SmtpConfig = Pick<
  Values<typeof outboxSettings>,
  "MAIL_FROM" | "DKIM_KEY" | "DKIM_SELECTOR"
> & { SMTP_URL: string };

export class MailFromMissing extends InvalidInput {
  constructor() {
    super(
      "mail_from_missing",
      "SMTP_URL is set, but MAIL_FROM isn't. Set it to the address that genuine mail comes from.",
    );
  }
}

export class DkimHalfSet extends InvalidInput {
  constructor() {
    super("dkim_half_set", "Of DKIM_KEY and DKIM_SELECTOR one is set. Set both, or neither.");
  }
}

export class DkimKeyInvalid extends InvalidInput {
  constructor(file: string) {
    super(
      "dkim_key_invalid",
      `${file} isn't an RSA private key of at least ${dkimBitsMin} bits in PEM. Make one with openssl genrsa ${dkimBitsMin}.`,
    );
  }
}

/** Hands mail over to the firm's relay, signed. @throws {MailFromMissing} {DkimHalfSet} {DkimKeyInvalid} */
export async function openSmtp(config: SmtpConfig): Promise<Sender> {
  const from = config.MAIL_FROM;
  if (from === undefined) throw new MailFromMissing();
  const dkim = await readDkim(config, domainOf(from));
  const transport = createTransport({
    url: config.SMTP_URL,
    pool: true,
    maxConnections: connectionsMax,
    maxRequeues: 0, // whether a mail is tried again is decided where it is written down
    name: domainOf(from),
    connectionTimeout: connectTimeoutMs,
    greetingTimeout: connectTimeoutMs,
    dnsTimeout: connectTimeoutMs,
    socketTimeout: silenceTimeoutMs,
    requireTLS: !isThisMachine(config.SMTP_URL),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && { dkim }),
  });
  transport.on("error", () => {}); // each message is told of by its own promise
  return {
    send: async (mail, signal) => {
      try {
        await transport.sendMail({ ...composed(mail, from), signal });
        return { is: "accepted" };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    isReady: () =>
      Promise.race([isTaking(transport.verify()), wait(silenceTimeoutMs, false, { ref: false })]),
    close: () => transport.close(),
  };
}

function isTaking(verifying: Promise<unknown>): Promise<boolean> {
  return verifying.then(
    () => true,
    () => false,
  );
}

function composed(mail: Mail, from: string) {
  const { notice, to, firm, subject, text, calendar, sentAt, thread } = mail;
  const root = thread && `<${thread.token}@${domainOf(from)}>`;
  return {
    from: { name: firm, address: from },
    to: { name: "", address: to },
    envelope: { from, to },
    subject,
    text,
    ...(calendar && { attachments: [attached(calendar)] }),
    messageId: messageIdOf(notice, from, thread),
    ...(thread && root && { replyTo: thread.replyTo, inReplyTo: root, references: root }),
    date: sentAt,
    headers: { "auto-submitted": "auto-generated" },
    dsn: { id: notice, return: "headers" as const, notify: "failure" as const },
  };
}

/** It stands beside the words: as another form of them, some mail programs would show it in their place. */
function attached({ method, text }: NonNullable<Mail["calendar"]>) {
  return {
    filename: "call.ics",
    contentType: `text/calendar; charset=utf-8; method=${method.toUpperCase()}`,
    content: text,
  };
}

async function readDkim(
  { DKIM_KEY: file, DKIM_SELECTOR: keySelector }: SmtpConfig,
  domain: string,
) {
  if (file === undefined && keySelector === undefined) return undefined;
  if (file === undefined || keySelector === undefined) throw new DkimHalfSet();
  const privateKey = await readTextFile(file);
  if (!isRsa(privateKey)) throw new DkimKeyInvalid(file);
  return { domainName: domain, keySelector, privateKey };
}

function isRsa(pem: string): boolean {
  try {
    const key = createPrivateKey(pem);
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return key.asymmetricKeyType === "rsa" && bits >= dkimBitsMin;
  } catch {
    return false;
  }
}

/** On the way to another machine, mail is encrypted, or it isn't sent. */
function isThisMachine(url: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);
}

function outcomeOf(error: unknown): Outcome {
  const { code, responseCode, command } = told(error);
  const isPermanent = responseCode !== undefined && responseCode >= 500;
  const isAboutMessage = code === "EMESSAGE" || (code === "EENVELOPE" && command !== "MAIL FROM");
  if (isPermanent && isAboutMessage) return { is: "refused", status: `${responseCode}` };
  // An address that can't be written in SMTP is refused before any server has seen it.
  if (code === "EENVELOPE" && command === "API") return { is: "refused", status: "553" };
  const status = responseCode === undefined ? (code ?? "unknown") : `${responseCode}`;
  return { is: "failed", status, isServerAway: serverCodes.has(code) };
}

function told(error: unknown): { code?: string; responseCode?: number; command?: string } {
  if (!(error instanceof Error)) throw new Error(messageOf(error));
  const { code, responseCode, command } = error as Error & Record<string, unknown>;
  return {
    ...(typeof code === "string" && { code }),
    ...(typeof responseCode === "number" && { responseCode }),
    ...(typeof command === "string" && { command }),
  };
}
