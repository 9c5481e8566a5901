import type { CallsDesk } from "../desk.ts";
import { hangUpInbound, lookAtInbound } from "../inbound/index.ts";
import { type Repeating, repeat } from "../provider/index.ts";
import { hangUp, lookAtLegs } from "./vouching.ts";

const lookEveryMs = 5_000;
const hangUpEveryMs = 1_000;

/** Asks the provider about calls that are up, and has it end what ended here, in the role `worker`; several may run. */
export function startPhone(desk: CallsDesk): Repeating {
  const { provider } = desk;
  if (!provider) return { stop: async () => {} };
  const running = [
    repeat(lookEveryMs, () => lookAtLegs(desk, provider)),
    repeat(lookEveryMs, () => lookAtInbound(desk, provider)),
    repeat(hangUpEveryMs, () => hangUp(desk, provider)),
    repeat(hangUpEveryMs, () => hangUpInbound(desk, provider)),
  ];
  return {
    async stop() {
      await Promise.all(running.map((one) => one.stop()));
    },
  };
}
