import { type Clock, InvalidInput, type Log, type LookUp, secretIn, sender } from "#platform";
import { Provider } from "./provider.ts";
import { eventsPath } from "./routes-events.ts";

const answerBytesMax = 16_384;

type Wanted = {
  CALLS_PROVIDER_URL?: string | undefined;
  CALLS_PROVIDER_SECRET?: string | undefined;
  CALLS_FROM?: string | undefined;
};

type OpenProviderOptions = {
  /** Where this site is reached. */
  publicUrl: string;
  lookUp: LookUp;
  clock: Clock;
  log: Log;
};

class ProviderIncomplete extends InvalidInput {
  constructor() {
    super(
      "calls_provider_incomplete",
      "CALLS_PROVIDER_URL, CALLS_PROVIDER_SECRET and CALLS_FROM go together. Set all three, or none.",
    );
  }
}

/**
 * Who places phone calls for the firm; none when nobody is set.
 * @throws {InvalidInput} some of the settings are missing
 */
export function openProvider(
  { CALLS_PROVIDER_URL: url, CALLS_PROVIDER_SECRET: printed, CALLS_FROM: from }: Wanted,
  { publicUrl, lookUp, clock, log }: OpenProviderOptions,
): Provider | undefined {
  if (!url && !printed && !from) return undefined;
  const secret = secretIn(printed ?? "");
  if (!url || !secret || !from) throw new ProviderIncomplete();
  // Only who runs the desk says where it is: it may stand in the firm's own network, or on this machine.
  const send = sender({ lookUp, reach: "any", toItself: true, answerBytesMax });
  const callback = new URL(eventsPath, publicUrl).href;
  return new Provider({ url, secret, from, callback, send, clock, log });
}
