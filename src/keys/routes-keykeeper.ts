import { chmod, lstat, mkdir, rm, stat } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { dirname } from "node:path";
import { InvalidInput, type Log } from "#platform";
import { FrameReader, sendFrame } from "./frame.ts";
import type { Keykeeper } from "./keykeeper.ts";
import { OpenToOthers } from "./private-file.ts";
import { answerTo, hello, helloSchema, type Request, readRequest } from "./protocol.ts";

const connectionsMax = 64;
const underWayMax = 64;
const helloWaitMs = 5_000;
const socketPathBytesMax = 107; // what the kernel takes
const anybody = 0o007;
const group = 0o070;

export class NoSocketPath extends InvalidInput {
  constructor(path: string, reason: string) {
    super("no_socket_path", `KEYKEEPER_SOCKET is ${path}, ${reason}. Give another path.`);
  }
}

export type KeykeeperSocket = {
  /** Takes no new request, finishes those under way, then returns. */
  stop(): Promise<void>;
};

/**
 * Answers for a keykeeper on a unix socket. Who may open it is who may enter its directory: the keykeeper's own user, or,
 * where somebody made the directory for a group, that group.
 * @throws {OpenToOthers} {NoSocketPath}
 */
export async function serveKeykeeper(
  keykeeper: Keykeeper,
  path: string,
  log: Log,
): Promise<KeykeeperSocket> {
  const mode = await prepare(path);
  const conversations = new Set<Conversation>();
  const server = createServer((socket) => {
    const conversation = new Conversation(keykeeper, socket, log);
    conversations.add(conversation);
    void conversation.hold().finally(() => conversations.delete(conversation));
  });
  server.maxConnections = connectionsMax;
  await listening(server, path);
  await chmod(path, mode);
  return {
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      await Promise.all([...conversations].map((conversation) => conversation.finish()));
      await closed;
    },
  };
}

/** One connection: a hello, then requests, answered as they are done. Whatever isn't said right ends it. */
class Conversation {
  readonly #keykeeper: Keykeeper;
  readonly #socket: Socket;
  readonly #log: Log;
  readonly #underWay = new Set<Promise<void>>();

  constructor(keykeeper: Keykeeper, socket: Socket, log: Log) {
    this.#keykeeper = keykeeper;
    this.#socket = socket;
    this.#log = log;
  }

  /** Returns when the connection is over. While many requests are under way, no more are read. */
  async hold(): Promise<void> {
    const reader = new FrameReader();
    let isGreeted = false;
    this.#socket.setTimeout(helloWaitMs, () => this.#socket.destroy());
    try {
      for await (const piece of this.#socket) {
        for (const message of reader.take(piece)) {
          if (isGreeted) await this.#take(readRequest(message));
          else this.#greet(message);
          isGreeted = true;
        }
      }
      await Promise.all(this.#underWay);
    } catch {
      this.#socket.destroy();
    }
  }

  /** Answers what is under way, then ends the connection. */
  async finish(): Promise<void> {
    await Promise.all(this.#underWay);
    await new Promise<void>((resolve) => {
      this.#socket.end(resolve);
      this.#socket.once("close", () => resolve());
    });
    this.#socket.destroy();
  }

  #greet(message: unknown): void {
    helloSchema.parse(message);
    this.#socket.setTimeout(0);
    sendFrame(this.#socket, hello);
  }

  async #take(request: Request): Promise<void> {
    if (this.#underWay.size >= underWayMax) await Promise.race(this.#underWay);
    const answering = this.#answer(request).finally(() => this.#underWay.delete(answering));
    this.#underWay.add(answering);
  }

  async #answer(request: Request): Promise<void> {
    const answer = await answerTo(this.#keykeeper, request, (error) => {
      this.#log.error({ act: request.act, error: nameOf(error) }, "the keykeeper failed");
    });
    if (!this.#socket.destroyed) sendFrame(this.#socket, answer);
  }
}

/** @returns the mode that the socket gets */
async function prepare(path: string): Promise<number> {
  const bytes = Buffer.byteLength(path);
  if (bytes > socketPathBytesMax) {
    throw new NoSocketPath(
      path,
      `${bytes} bytes long, but a socket's path has ${socketPathBytesMax} at most`,
    );
  }
  const directory = dirname(path);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const { mode } = await stat(directory);
  if ((mode & anybody) !== 0) throw new OpenToOthers(directory, mode, "700");
  const left = await lstat(path).catch(() => undefined);
  if (left && !left.isSocket()) throw new NoSocketPath(path, "which is a file");
  // A process that was killed left it: only one keykeeper runs on its directory.
  if (left) await rm(path);
  return (mode & group) === 0 ? 0o600 : 0o660;
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(new NoSocketPath(path, `where nothing can be listened on (${error.code})`));
    });
    server.listen(path, resolve);
  });
}

/** An error's class and code alone: its message could hold what was asked. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error ? `${error.name} ${String(error.code)}` : error.name;
}
