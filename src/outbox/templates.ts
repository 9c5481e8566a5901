import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { z } from "@hono/zod-openapi";
import { parse } from "yaml";
import { InvalidInput, messageOf, orRefused, readTextFile } from "#platform";
import { noticeClosingSchema, noticeTemplateSchema } from "#policy";
import type { Form } from "./rendering.ts";

const closingFile = "closing.yaml";

/** A template that can't be used. `holdfast lint` says more. */
export class BadNotice extends InvalidInput {
  constructor(file: string, problem: string) {
    super("bad_notice", `${file} is no notice template: ${problem}. Run holdfast lint on it.`);
  }
}

/** One form with what it is known by: the SHA-256 of its own source. */
export type StoredForm = { form: Form; source: string; hash: Buffer };

/** The templates in every language, as they are now. */
export class Templates {
  readonly all: readonly StoredForm[];

  constructor(forms: readonly Form[]) {
    this.all = forms.map((form) => {
      const source = JSON.stringify(form);
      return { form, source, hash: createHash("sha256").update(source).digest() };
    });
  }

  /** The template in a reader's language, or in English. Throws an Error when there is none: a bug of the caller. */
  find(name: string, language: string): StoredForm {
    const named = this.all.filter(({ form }) => form.name === name);
    const tags = [language, language.split("-")[0], "en"];
    const found = tags.flatMap((tag) => named.filter(({ form }) => form.language === tag))[0];
    if (!found) throw new Error(`there is no notice template ${name}`);
    return found;
  }

  has(name: string): boolean {
    return this.all.some(({ form }) => form.name === name);
  }
}

/** Reads `<language>/<name>.yaml` below a folder. @throws {BadNotice} {InvalidInput} `file_unreadable` */
export async function loadTemplates(folder: string): Promise<Templates> {
  const entries = await orRefused(folder, readdir(folder, { withFileTypes: true }));
  const languages = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const forms = await Promise.all(languages.sort().map((tag) => loadLanguage(folder, tag)));
  if (!languages.includes("en")) throw new BadNotice(folder, "it has no folder en");
  return new Templates(forms.flat());
}

async function loadLanguage(folder: string, language: string): Promise<Form[]> {
  const { closing } = await read(join(folder, language, closingFile), noticeClosingSchema);
  const files = (await readdir(join(folder, language))).filter(
    (name) => name.endsWith(".yaml") && name !== closingFile,
  );
  return await Promise.all(
    files.sort().map(async (file) => {
      const template = await read(join(folder, language, file), noticeTemplateSchema);
      return { name: basename(file, ".yaml"), language, closing, ...template };
    }),
  );
}

async function read<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const source = await readTextFile(file);
  let data: unknown;
  try {
    data = parse(source);
  } catch (error) {
    throw new BadNotice(file, messageOf(error).split("\n", 1)[0] ?? "");
  }
  const found = schema.safeParse(data);
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  throw new BadNotice(file, `${issue?.path.map(String).join(".")}: ${issue?.message}`);
}
