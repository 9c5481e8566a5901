import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { setTimeout as pass } from "node:timers/promises";
import { missing, program } from "./parts.ts";

const port = 34_780;
const triesMax = 100;
const turnserver = program("turnserver");

/** Why there is no coturn here; false when there is one. */
export const noCoturn = missing({ coturn: turnserver });

/** Where this machine is reached by itself: browsers offer no way through the loopback interface. */
const address =
  Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === "IPv4" && !one.internal)?.address ?? "127.0.0.1";

/** A real coturn, which relays between addresses of this machine alone. */
export class Coturn {
  readonly url = `turn:${address}:${port}?transport=udp`;
  readonly secret = "a secret of this test alone";
  #server: ChildProcess | undefined;

  async start(): Promise<void> {
    this.#server = spawn(
      turnserver ?? "",
      [
        ...["-n", "--listening-port", String(port), "--listening-ip", address],
        ...["--relay-ip", address, "--min-port", "34800", "--max-port", "34999"],
        ...["--use-auth-secret", "--static-auth-secret", this.secret, "--realm", "calls.test"],
        ...["--fingerprint", "--no-tls", "--no-dtls", "--no-cli", "--allow-loopback-peers"],
        ...["--log-file", "stdout", "--pidfile", "/dev/null"],
      ],
      { stdio: "ignore" },
    );
    for (let tries = 0; tries < triesMax; tries += 1) {
      if (await isOpen()) return;
      await pass(100);
    }
    throw new Error("coturn doesn't listen");
  }

  /** All that it relays is gone at once. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const exited = once(server, "exit");
    server.kill("SIGKILL");
    await exited;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}

async function isOpen(): Promise<boolean> {
  const socket = connect(port, address);
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
