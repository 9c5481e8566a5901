import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import type { Readable } from "node:stream";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import type { Clock, Log } from "#platform";
import type { Envelope } from "./envelope.ts";
import { type MailDesk, receiveMail } from "./receive.ts";
import type { MailListening } from "./settings.ts";
import { Refused, refusedFor } from "./smtp-refusal.ts";

/** What the checker's limits read; a mail without attachments is far smaller. */
const mailBytesMax = 2 * 1024 * 1024;
const connectionsMax = 40;
const recipientsMax = 10;
const silenceMs = 60_000;
const closingMs = 5_000;
/** Nobody holds a connection for longer, however slowly he goes on. */
const connectionMs = 300_000;
const mailsOfNetwork = { name: "mail_networks", requestsMax: 600, windowSeconds: 3_600 };
const thisMachine = ["127.0.0.1", "::1"];

type MailListenOptions = {
  desk: MailDesk;
  listening: MailListening;
  clock: Clock;
  log: Log;
};

/**
 * Takes mail for support, by SMTP or behind our own mail server by LMTP, and for nobody else: nothing is passed on. A mail
 * is answered with 250 when it is committed, and not before.
 * @returns the port, and what stops it when the mails under way are done
 */
export async function listenForMail(
  options: MailListenOptions,
): Promise<{ port: number; stop(): Promise<void> }> {
  const { listening, log } = options;
  const underWay = new Set<Promise<void>>();
  const server = new SMTPServer(serverOptions(options, underWay));
  const sockets = new Set<Socket>();
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    const timer = setTimeout(() => socket.destroy(), connectionMs);
    socket.once("close", () => {
      clearTimeout(timer);
      sockets.delete(socket);
    });
  });
  server.on("error", (error: Error & { code?: string }) => {
    log.warn({ part: "mail in", code: error.code ?? error.name }, "a mail connection failed");
  });
  server.listen(listening.port, listening.host);
  await once(server.server, "listening");
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.allSettled(underWay);
      for (const socket of sockets) socket.end();
      await closed;
    },
  };
}

function serverOptions(
  { desk, listening, clock, log }: MailListenOptions,
  underWay: Set<Promise<void>>,
): ConstructorParameters<typeof SMTPServer>[0] {
  const { tickets, tokens } = desk;
  const takeOfNetwork = tickets.desk.accounts.desk.limits(mailsOfNetwork);
  const answer = (work: Promise<unknown>, done: (error?: Error | null, said?: string) => void) => {
    const finished = work
      .then(
        () => undefined,
        (error: unknown) => refusedFor(error, log),
      )
      .then((error) => done(error, "Stored"));
    underWay.add(finished);
    void finished.finally(() => underWay.delete(finished));
  };
  return {
    lmtp: listening.isLmtp,
    // Who our own mail server had the mail from; a stranger's word for it would count for nothing.
    useXForward: (listening.isLmtp ? thisMachine : false) as boolean,
    name: tokens.domain,
    banner: "",
    size: mailBytesMax,
    maxClients: connectionsMax,
    socketTimeout: silenceMs,
    closeTimeout: closingMs,
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onMailFrom: (_address, session, done) => {
      const ip = networkOf(session, listening.isLmtp);
      answer(ip === undefined ? Promise.resolve() : takeOfNetwork(ip), done);
    },
    onRcptTo: ({ address }, session, done) => {
      if (!tokens.addressed(address)) return done(new Refused(550, "No such mailbox here"));
      const isMany = session.envelope.rcptTo.length >= recipientsMax;
      done(isMany ? new Refused(452, "Too many recipients") : null);
    },
    onData: (stream, session, done) => {
      const received = collect(stream).then(async (raw) => {
        if (!raw) throw new Refused(552, "This mail is too big. Send it without attachments");
        const got = await receiveMail(desk, raw, envelopeOf(session, listening.isLmtp), clock());
        log.info({ part: "mail in", ...got }, "mail");
      });
      answer(received, done);
    },
  };
}

/** The whole mail; undefined when it is too big, of which no more than the limit is ever held. */
async function collect(stream: Readable): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mailBytesMax) parts.length = 0;
    else parts.push(part);
  }
  return bytes > mailBytesMax ? undefined : Buffer.concat(parts);
}

function envelopeOf(session: SMTPServerSession, isLmtp: boolean): Envelope {
  const { mailFrom, rcptTo } = session.envelope;
  const forwarded = isLmtp ? forwardedIn(session, "HELO") : undefined;
  return {
    from: mailFrom ? mailFrom.address : "",
    to: rcptTo.map(({ address }) => address),
    ip: networkOf(session, isLmtp),
    helo: forwarded ?? String(session.hostNameAppearsAs || ""),
  };
}

/** Where a mail came from: behind our own mail server, what that one says. */
function networkOf(session: SMTPServerSession, isLmtp: boolean): string | undefined {
  return isLmtp ? forwardedIn(session, "ADDR") : session.remoteAddress;
}

function forwardedIn({ xForward }: SMTPServerSession, name: string): string | undefined {
  const value = xForward?.get(name);
  return typeof value === "string" && value !== "" ? value : undefined;
}
