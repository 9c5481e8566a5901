import { InvalidInput } from "../errors.ts";

export class Interrupted extends InvalidInput {
  constructor() {
    super("interrupted", "Stopped before its end. Run it again.");
  }
}

/** Gives `work` a signal for Ctrl-C and `kill`, so that it can tidy up. The second time the process ends at once. */
export async function interruptible<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const stopping = new AbortController();
  const stop = () => stopping.abort(new Interrupted());
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  try {
    return await work(stopping.signal);
  } finally {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  }
}
