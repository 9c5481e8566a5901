import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type Id,
  newId,
  newWebhookSecret,
  printSecret,
  type Send,
  sentAt,
  signedHeaders,
} from "#platform";
import type { TestSite } from "./site.ts";

export type TestPhoneCall = {
  leg: string | undefined;
  to: string;
  /** What the provider says of it when it is asked; a text is sent as it is. */
  says: { status: string; answered_at?: string; call_id?: string } | string | "nothing";
  ended: boolean;
};

type Answer = { status: number; body: string };

const eventsPath = "/v1/calls/events";

/**
 * A provider of phone calls that does what a test says: slow, silent, twice, out of order, or untrue. It speaks HTTP after
 * `listen`, and is asked directly before.
 */
export class TestProvider {
  readonly secret = newWebhookSecret();
  readonly from = "+12025550100";
  readonly calls = new Map<string, TestPhoneCall>();
  /** What every request is answered with in place of the truth, while it is there. */
  refuses: number | undefined;
  /** Done before each answer, such as to let time pass. */
  before: () => Promise<void> | void = () => {};
  /** How many requests weren't signed. */
  unsigned = 0;
  #number = 0;
  #url = "http://127.0.0.1:1";
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  get environment() {
    return {
      CALLS_PROVIDER_URL: this.#url,
      CALLS_PROVIDER_SECRET: printSecret(this.secret),
      CALLS_FROM: this.from,
    };
  }

  /** The way to it without a network. */
  readonly send: Send = async ({ method, url, headers, body = "" }) => {
    const answer = await this.#handle(method, url.pathname, headers, body);
    return answer ? { is: "answered", ...answer } : { is: "failed", code: "TIMEOUT" };
  };

  async listen(): Promise<AsyncDisposable> {
    const server = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part);
      const body = Buffer.concat(parts).toString();
      const headers = request.headers as Record<string, string>;
      const answer = await this.#handle(request.method ?? "", request.url ?? "", headers, body);
      if (!answer) return void request.socket.destroy();
      response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    this.#url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { [Symbol.asyncDispose]: async () => void server.close() };
  }

  /** The newest call. */
  get newest(): { name: string; call: TestPhoneCall } {
    const [name, call] = [...this.calls].at(-1) ?? [];
    if (!name || !call) throw new Error("nobody was called");
    return { name, call };
  }

  /** Posts an event as it would; what is given takes the place of what is genuine. */
  async tell(
    site: TestSite,
    event: object,
    other: { id?: string; at?: Date; secret?: Uint8Array; body?: string } = {},
  ): Promise<number> {
    const { id = newId("req", this.#now()), at = this.#now(), secret = this.secret } = other;
    const body = JSON.stringify(event);
    const headers = {
      "content-type": "application/json",
      ...signedHeaders(id, at, body, [secret]),
    };
    const sent = other.body ?? body;
    const answer = await site.app.request(eventsPath, { method: "POST", headers, body: sent });
    return answer.status;
  }

  /** Says how one of our calls stands. */
  async tellStatus(
    site: TestSite,
    leg: Id<"leg">,
    status: string,
    other: Parameters<TestProvider["tell"]>[2] & { call?: string } = {},
  ): Promise<number> {
    const named = [...this.calls].find(([, one]) => one.leg === leg)?.[0];
    const data = { call_id: leg, provider_call: other.call ?? named, status };
    return await this.tell(site, { type: "call.status", data }, other);
  }

  async #handle(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string,
  ): Promise<Answer | undefined> {
    await this.before();
    const read = (name: string) => headers[name] ?? "";
    const signed = {
      "webhook-id": read("webhook-id"),
      "webhook-timestamp": read("webhook-timestamp"),
      "webhook-signature": read("webhook-signature"),
    };
    if (!sentAt(signed, body, this.secret, this.#now())) this.unsigned += 1;
    if (this.refuses !== undefined) return { status: this.refuses, body: "{}" };
    if (method === "POST" && path === "/v1/dial") return this.#dial(body);
    const [, name = "", verb] = /^\/v1\/calls\/([\w-]+)(\/end)?$/.exec(path) ?? [];
    const call = this.calls.get(name);
    if (!call) return { status: 404, body: "{}" };
    if (verb) {
      call.ended = true;
      return { status: 204, body: "" };
    }
    if (call.says === "nothing") return undefined;
    if (typeof call.says === "string") return { status: 200, body: call.says };
    const leg = call.leg && { call_id: call.leg };
    return { status: 200, body: JSON.stringify({ provider_call: name, ...leg, ...call.says }) };
  }

  #dial(body: string): Answer {
    const { call_id: leg, to } = JSON.parse(body);
    this.#number += 1;
    const name = `PC${this.#number}`;
    this.calls.set(name, { leg, to, says: { status: "initiated" }, ended: false });
    return { status: 201, body: JSON.stringify({ provider_call: name, status: "queued" }) };
  }
}
