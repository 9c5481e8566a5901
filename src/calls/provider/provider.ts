import {
  type Clock,
  type Id,
  type Log,
  newId,
  type OutgoingAnswer,
  type Send,
  signedHeaders,
} from "#platform";
import { dialledIn, type Looked, lookedIn } from "./wire.ts";

/** Less than a leg's lease: who waits for a slow provider hears of it before the client's page falls back. */
const dialMsMax = 8_000;
/** Less than the time between two looks. */
const askMsMax = 4_000;

export type ProviderOptions = {
  /** Where its API begins. */
  url: string;
  /** Signs what both sides send. */
  secret: Uint8Array;
  /** The firm's own number, which calls show. */
  from: string;
  /** Where it tells what becomes of a call. */
  callback: string;
  send: Send;
  clock: Clock;
  /** Told of what the provider doesn't do; no line has a number. */
  log: Pick<Log, "warn">;
};

/** `code` is a status of HTTP or an error of ours or of the network: never what the other side wrote. */
export type Dialled = { is: "dialled"; providerCall: string } | { is: "failed"; code: string };

/** What a provider says of a call when it is asked; `unknown` is every other answer, and none. */
export type Answer = ({ is: "said" } & Looked) | { is: "gone" } | { is: "unknown" };

/**
 * Whoever places phone calls for the firm, spoken to in one way: a small adapter beside Twilio, jambonz or a switchboard of
 * one's own (docs/phone-provider.md). A number stands in the body of one request and nowhere else.
 */
export class Provider {
  readonly #options: ProviderOptions;

  constructor(options: ProviderOptions) {
    this.#options = options;
  }

  /** The firm's own number, in the form of E.164. */
  get from(): string {
    return this.#options.from;
  }

  get secret(): Uint8Array {
    return this.#options.secret;
  }

  /** Has a number called, for one leg. Asked for the same leg twice, the provider calls once. */
  async dial(leg: Id<"leg">, to: string): Promise<Dialled> {
    const { from, callback } = this.#options;
    const body = JSON.stringify({ call_id: leg, to, from, callback });
    const answer = await this.#ask("POST", "dial", dialMsMax, leg, body);
    const isTaken = answer.is === "answered" && isGood(answer);
    const providerCall = isTaken ? dialledIn(answer.body) : undefined;
    if (providerCall !== undefined) return { is: "dialled", providerCall };
    const code = answer.is === "failed" ? answer.code : String(answer.status);
    this.#options.log.warn({ part: "calls", leg, code }, "a phone call wasn't placed");
    return { is: "failed", code };
  }

  async look(providerCall: string): Promise<Answer> {
    const answer = await this.#ask("GET", `calls/${providerCall}`, askMsMax);
    if (answer.is === "failed") return { is: "unknown" };
    if (isGone(answer)) return { is: "gone" };
    const said = isGood(answer) ? lookedIn(answer.body) : undefined;
    return said?.providerCall === providerCall ? { is: "said", ...said } : { is: "unknown" };
  }

  /** Has a call ended. @returns whether it is over there */
  async end(providerCall: string): Promise<boolean> {
    const body = JSON.stringify({ provider_call: providerCall });
    const path = `calls/${providerCall}/end`;
    const answer = await this.#ask("POST", path, askMsMax, undefined, body);
    const isOver = answer.is === "answered" && (isGood(answer) || isGone(answer));
    if (!isOver) this.#options.log.warn({ part: "calls" }, "the provider doesn't end a call");
    return isOver;
  }

  async #ask(
    method: "GET" | "POST",
    path: string,
    msMax: number,
    message?: string,
    body?: string,
  ): Promise<OutgoingAnswer> {
    const { url, secret, send, clock } = this.#options;
    const now = clock();
    const id = message ?? newId("req", now);
    const headers = {
      accept: "application/json",
      "user-agent": "Holdfast",
      ...(body !== undefined && { "content-type": "application/json" }),
      ...signedHeaders(id, now, body ?? "", [secret]),
    };
    const place = new URL(`v1/${path}`, url.endsWith("/") ? url : `${url}/`);
    const signal = AbortSignal.timeout(msMax);
    const given = body === undefined ? {} : { body };
    return await send({ method, url: place, headers, signal, ...given });
  }
}

type Answered = Extract<OutgoingAnswer, { is: "answered" }>;

function isGood({ status }: Answered): boolean {
  return status >= 200 && status < 300;
}

function isGone({ status }: Answered): boolean {
  return status === 404 || status === 410;
}
