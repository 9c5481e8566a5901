import type { DNSResolver } from "mailauth";

const lookupsMax = 40;
const answerWaitMs = 4_000;
const allWaitMs = 15_000;

/** Asks the DNS, in the form of `dns.promises.resolve`. */
export type Resolve = DNSResolver;

type Answer = Awaited<ReturnType<Resolve>>;

class NotAsked extends Error {
  override readonly name = "NotAsked";
  readonly code = "ETIMEOUT";
  constructor() {
    super("This name isn't looked up.");
  }
}

/**
 * One mail's look at the DNS: each question once, a few of them, and not for long. What isn't answered in time counts as
 * a fault that goes away, so that the sender's server tries again.
 */
export function boundedResolver(resolve: Resolve): Resolve & { close(): void } {
  const answers = new Map<string, Promise<Answer>>();
  const stopping = new AbortController();
  const timer = setTimeout(() => stopping.abort(), allWaitMs);
  const ask = async (name: string, type: string) => {
    const key = `${type} ${name.toLowerCase()}`;
    const known = answers.get(key);
    if (known !== undefined) return await known;
    if (answers.size >= lookupsMax || stopping.signal.aborted) throw new NotAsked();
    const answer = within(resolve(name, type), stopping.signal);
    answers.set(key, answer);
    return await answer;
  };
  return Object.assign(ask, { close: () => clearTimeout(timer) });
}

async function within(answer: Promise<Answer>, all: AbortSignal): Promise<Answer> {
  const waiting = AbortSignal.any([all, AbortSignal.timeout(answerWaitMs)]);
  return await new Promise((resolve, reject) => {
    waiting.addEventListener("abort", () => reject(new NotAsked()), { once: true });
    answer.then(resolve, reject);
  });
}
