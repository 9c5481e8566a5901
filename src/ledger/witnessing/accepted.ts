import { InvalidInput } from "#platform";
import { Refused } from "#tlog";

/** What `read` gives. A refusal of #tlog becomes an `InvalidInput`: its sentence, and what to do about it. */
export function accepted<Value>(code: string, remedy: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new InvalidInput(code, `${error.message} ${remedy}`);
  }
}
