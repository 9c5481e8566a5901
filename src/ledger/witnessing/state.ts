import { z } from "@hono/zod-openapi";
import { openCheckpoint, printKey, type VerifierKey } from "#tlog";

/** The latest checkpoint that a witness cosigned of a log. `signed` has the log's signatures and the witness's. */
export type Cosigned = { size: number; root: Uint8Array; signed: string };

/** All that a witness remembers: the latest checkpoint of each origin. An origin is never forgotten. */
export type WitnessState = ReadonlyMap<string, Cosigned>;

const stateSchema = z.strictObject({
  format: z.literal("holdfast witness state 1"),
  /** The verifier keys of the witness that it belongs to. */
  witness: z.array(z.string()),
  checkpoints: z.array(z.string()),
});

export function printState(keys: readonly VerifierKey[], state: WitnessState): string {
  const file: z.infer<typeof stateSchema> = {
    format: "holdfast witness state 1",
    witness: keys.map(printKey),
    checkpoints: [...state.values()].map(({ signed }) => signed),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Throws for a state that isn't whole, or isn't of the witness with these keys: each checkpoint must have the
 * witness's own signature, so a changed one shows. What can't show is an older copy.
 */
export function parseState(text: string, keys: readonly VerifierKey[]): WitnessState {
  const { witness, checkpoints } = wholeFile(text);
  if (witness.join() !== keys.map(printKey).join()) {
    throw new Error(`it belongs to another witness: ${witness.join(", ")}`);
  }
  const state = new Map<string, Cosigned>();
  for (const signed of checkpoints) {
    const { origin, size, root } = openCheckpoint(signed, keys).checkpoint;
    if (state.has(origin)) throw new Error(`it holds two checkpoints of ${origin}`);
    state.set(origin, { size, root, signed });
  }
  return state;
}

function wholeFile(text: string): z.infer<typeof stateSchema> {
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    throw new Error("it isn't a whole state file");
  }
}
