import { messageOf } from "#platform";

/** A source that can't be read: `line` is where reading stopped. */
export class UnreadableSource extends Error {
  override readonly name = "UnreadableSource";
  readonly line: number;
  constructor(line: number, problem: string) {
    super(problem);
    this.line = line;
  }
}

/** @throws {UnreadableSource} */
export function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    throw new UnreadableSource(1, messageOf(error));
  }
}
