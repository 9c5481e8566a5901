const lookupsMax = 20;
const answerWaitMilliseconds = 2_000;
const allWaitMilliseconds = 4_000;

/** Asks the DNS for a TXT record, in the form of `dns.promises.resolve`. */
export type TextResolver = (name: string, type: "TXT") => Promise<string[][]>;

class NameNotAsked extends Error {
  override readonly name = "NameNotAsked";
  readonly code: string;
  constructor(code: string) {
    super("This name isn't looked up.");
    this.code = code;
  }
}

/**
 * A resolver that only ever asks for TXT records under the firm's own domains, a few times and not for
 * long: a pasted mail must not make us send queries that its writer chose.
 */
export class GuardedResolver {
  readonly #resolver: TextResolver;
  readonly #isOurs: (name: string) => boolean;
  readonly #answers = new Map<string, Promise<string[][]>>();
  #deadline: Promise<never> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(resolver: TextResolver, isOurs: (name: string) => boolean) {
    this.#resolver = resolver;
    this.#isOurs = isOurs;
  }

  readonly resolve = async (name: string, type: string): Promise<string[][]> => {
    const asked = name.toLowerCase().replace(/\.$/, "");
    if (type !== "TXT" || !isHostname(asked) || !this.#isUnderOurs(asked)) {
      // DMARC walks up to the public suffix; that there is no record above us is the truth for it.
      throw new NameNotAsked(asked.startsWith("_dmarc.") ? "ENOTFOUND" : "EREFUSED");
    }
    let answer = this.#answers.get(asked);
    if (!answer) {
      if (this.#answers.size >= lookupsMax) throw new NameNotAsked("EREFUSED");
      answer = this.#ask(asked);
      this.#answers.set(asked, answer);
    }
    return await answer;
  };

  /** Ends the waiting; call it when the mail has been checked. */
  close(): void {
    clearTimeout(this.#timer);
  }

  #isUnderOurs(name: string): boolean {
    for (let dot = -1; dot < name.length; ) {
      if (this.#isOurs(name.slice(dot + 1))) return true;
      const next = name.indexOf(".", dot + 1);
      dot = next < 0 ? name.length : next;
    }
    return false;
  }

  async #ask(name: string): Promise<string[][]> {
    this.#deadline ??= this.#startDeadline();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new NameNotAsked("ETIMEOUT")), answerWaitMilliseconds);
    });
    try {
      return await Promise.race([this.#resolver(name, "TXT"), late, this.#deadline]);
    } finally {
      clearTimeout(timer);
    }
  }

  #startDeadline(): Promise<never> {
    const deadline = new Promise<never>((_, reject) => {
      this.#timer = setTimeout(() => reject(new NameNotAsked("ETIMEOUT")), allWaitMilliseconds);
    });
    deadline.catch(() => undefined);
    return deadline;
  }
}

function isHostname(name: string): boolean {
  return name.length <= 253 && name.split(".").every((label) => /^[a-z0-9_-]{1,63}$/.test(label));
}
