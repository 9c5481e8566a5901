import { type Log, type Repeating, repeat } from "#platform";
import type { CallsDesk } from "../desk.ts";
import { hangUpInbound, lookAtInbound } from "../inbound/index.ts";
import { hangUp, lookAtLegs } from "./vouching.ts";

const lookEveryMs = 5_000;
const hangUpEveryMs = 1_000;

/** Asks the provider about calls that are up, and has it end what ended here, in the role `worker`; several may run. */
export function startPhone(desk: CallsDesk, log: Log): Repeating {
  const { provider } = desk;
  if (!provider) return { stop: async () => {} };
  const looking = { part: "phone", everyMs: lookEveryMs, log };
  const ending = { part: "phone", everyMs: hangUpEveryMs, log };
  const running = [
    repeat(looking, () => lookAtLegs(desk, provider)),
    repeat(looking, () => lookAtInbound(desk, provider)),
    repeat(ending, () => hangUp(desk, provider)),
    repeat(ending, () => hangUpInbound(desk, provider)),
  ];
  return {
    async stop() {
      await Promise.all(running.map((one) => one.stop()));
    },
  };
}
