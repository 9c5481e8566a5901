import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { InvalidInput } from "../errors.ts";

const headersTimeoutMs = 10_000;
const requestTimeoutMs = 120_000; // a file by a slow line takes as long
const stopTimeoutMs = 30_000;

class PortInUse extends InvalidInput {
  constructor(host: string, port: number) {
    super(
      "port_in_use",
      `Port ${port} on ${host} is taken. Stop what uses it, or give another one.`,
    );
  }
}

export class CannotListen extends InvalidInput {
  constructor(host: string, port: number, code: string) {
    super(
      "cannot_listen",
      `Port ${port} on ${host} can't be listened on (${code}). Give an address of this machine and a port that this user may open.`,
    );
  }
}

/** Whatever answers requests: an `App`, or any router of hono. */
type Routed = { fetch: Parameters<typeof getRequestListener>[0] };

type Listening = {
  url: string;
  /** Takes no new request, finishes those under way, then returns. */
  stop(): Promise<void>;
};

/** Serves a router. Throws `PortInUse` or `CannotListen`. */
export async function listen(app: Routed, host: string, port: number): Promise<Listening> {
  const server = createServer(getRequestListener(app.fetch));
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
  server.prependListener("request", (_request, response) => {
    if (!server.listening) response.setHeader("connection", "close");
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === "EADDRINUSE";
      reject(isTaken ? new PortInUse(host, port) : new CannotListen(host, port, error.code ?? ""));
    });
    server.listen(port, host, resolve);
  });
  return { url: urlOf(server, host), stop: () => stop(server) };
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const name = host === "127.0.0.1" || host === "::1" || host === "0.0.0.0" ? "localhost" : host;
  return `http://${name}:${port}`;
}

async function stop(server: Server): Promise<void> {
  server.keepAliveTimeout = 1; // a connection that is busy now would otherwise stay open for the next request
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const deadline = setTimeout(() => server.closeAllConnections(), stopTimeoutMs);
  await closed;
  clearTimeout(deadline);
}
