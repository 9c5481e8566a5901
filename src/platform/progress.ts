import type { CommandContext } from "./commands.ts";

const sayEveryMs = 1_000;

/** Says on a terminal how far a long command is, from its second second on. A pipe or a file gets nothing. */
export class Progress {
  readonly #stderr: CommandContext["stderr"];
  readonly #clock: CommandContext["clock"];
  readonly #what: string;
  readonly #lookEvery: number;
  #nextMs: number;
  #lastWords = "";

  /** @param lookEvery at which multiples it looks at the clock */
  constructor(
    { stderr, clock }: Pick<CommandContext, "stderr" | "clock">,
    what: string,
    lookEvery = 1_000,
  ) {
    this.#lookEvery = lookEvery;
    this.#stderr = stderr;
    this.#clock = clock;
    this.#what = what;
    this.#nextMs = clock().getTime() + sayEveryMs;
  }

  at(count: number): void {
    if (count % this.#lookEvery !== 0 || !("isTTY" in this.#stderr && this.#stderr.isTTY)) return;
    const nowMs = this.#clock().getTime();
    if (nowMs < this.#nextMs) return;
    this.#nextMs = nowMs + sayEveryMs;
    this.#lastWords = "\n";
    this.#stderr.write(`\r${count.toLocaleString("en")} ${this.#what} …`);
  }

  end(): void {
    this.#stderr.write(this.#lastWords);
  }
}
