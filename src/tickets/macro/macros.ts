import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "@hono/zod-openapi";
import { parse } from "yaml";
import { judgeAgentMessage } from "#guard";
import { InvalidInput, type Language, messageOf, orRefused, readTextFile } from "#platform";

const macroSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  title: z.string().min(1).max(80),
  text: z.string().min(1).max(4_000),
});

/** An answer that is prepared: an agent puts it into the answer's box, and may change it there. */
export type Macro = z.infer<typeof macroSchema>;

/** Prepared answers that can't be used. */
class BadMacros extends InvalidInput {
  constructor(file: string, problem: string) {
    super(
      "bad_macros",
      `${file} holds no prepared answers: ${problem}. Correct it and start again.`,
    );
  }
}

/** Prepared answers by language. */
export class Macros {
  readonly #byLanguage: ReadonlyMap<string, readonly Macro[]>;

  private constructor(byLanguage: ReadonlyMap<string, readonly Macro[]>) {
    this.#byLanguage = byLanguage;
  }

  /**
   * Reads `<language>.yaml` of a folder. What the guard would stop when an agent sends it is refused here already.
   * @throws {BadMacros} {InvalidInput} `file_unreadable`
   */
  static async load(folder: string): Promise<Macros> {
    const names = (await orRefused(folder, readdir(folder))).filter((name) => /\.yaml$/.test(name));
    const loaded = await Promise.all(
      names.map(async (name) => [basename(name, ".yaml"), await read(join(folder, name))] as const),
    );
    return new Macros(new Map(loaded));
  }

  /** In a ticket's language, or in the reader's. */
  in(language: string, { tag }: Language): readonly Macro[] {
    const [spoken = ""] = language.split("-");
    return this.#byLanguage.get(spoken) ?? this.#byLanguage.get(tag) ?? [];
  }
}

async function read(file: string): Promise<Macro[]> {
  const macros = parsed(file, await readTextFile(file));
  const asking = macros.find(({ text }) => judgeAgentMessage(text).decision !== "allow");
  if (asking) throw new BadMacros(file, `${asking.id} asks for what we never ask for`);
  return macros;
}

function parsed(file: string, source: string): Macro[] {
  let data: unknown;
  try {
    data = parse(source);
  } catch (error) {
    throw new BadMacros(file, messageOf(error).split("\n", 1)[0] ?? "");
  }
  const found = z.array(macroSchema).safeParse(data);
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  throw new BadMacros(file, `${issue?.path.map(String).join(".")}: ${issue?.message}`);
}
