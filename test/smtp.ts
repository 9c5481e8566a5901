import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";

export type ReceivedMail = { to: string; raw: string; envid: string | undefined };

type TestSmtp = {
  url: string;
  mails: ReceivedMail[];
  /** What it answers to the next recipients, by code; then it takes every one. */
  refusals: number[];
  /** It closes the connection instead of telling that it took the next mails. */
  silences: number;
  /** Stops it, and starts it on the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** A real SMTP server on this machine, which can be away. */
export async function openTestSmtp(): Promise<TestSmtp> {
  let server: SMTPServer | undefined;
  let port = 0;
  const sockets = new Set<Socket>();
  const smtp: TestSmtp = {
    url: "",
    mails: [],
    refusals: [],
    silences: 0,
    start: async () => {
      const starting = serverFor(smtp);
      server = starting;
      starting.server.on("connection", (socket) => {
        sockets.add(socket);
        socket.once("close", () => sockets.delete(socket));
      });
      starting.on("error", () => {});
      starting.listen(port, "127.0.0.1");
      await once(starting.server, "listening");
      port = (starting.server.address() as AddressInfo).port;
      smtp.url = `smtp://127.0.0.1:${port}`;
    },
    stop: async () => {
      const stopping = server;
      server = undefined;
      if (!stopping) return;
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => stopping.close(() => resolve()));
    },
    [Symbol.asyncDispose]: () => smtp.stop(),
  };
  await smtp.start();
  return smtp;
}

function serverFor(smtp: TestSmtp): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    hideENHANCEDSTATUSCODES: true,
    hideDSN: false,
    onRcptTo: (_address, _session, done) => {
      const code = smtp.refusals.shift();
      if (code === undefined) return done();
      done(Object.assign(new Error("not now, or never"), { responseCode: code }));
    },
    onData: (stream: SMTPServerDataStream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.once("end", () => {
        const [to] = session.envelope.rcptTo;
        const { dsn } = session.envelope as { dsn?: { envid?: string | null } };
        const envid = dsn?.envid ?? undefined;
        const raw = Buffer.concat(parts).toString();
        smtp.mails.push({ to: to?.address ?? "", raw, envid });
        if (smtp.silences > 0) {
          smtp.silences -= 1;
          done(Object.assign(new Error("closing"), { responseCode: 421 }));
          return;
        }
        done();
      });
    },
  });
}
