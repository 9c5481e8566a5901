/** Where "now" comes from. Code that needs the time takes it as an argument; `main.ts` passes the system's. */
export type Clock = () => Date;

/** The machine's own clock. Only `main.ts`, commands and benchmarks read it. */
export const systemClock: Clock = () => new Date();
