import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { z } from "@hono/zod-openapi";
import { dayOf, jsonIn, messageOf } from "#platform";
import {
  type AccessRules,
  accessFolder,
  embeddedFaults,
  folderFaults,
  lacksRules,
  readRules,
} from "../access/index.ts";
import type { Material, OfficialContacts } from "./material.ts";
import { readArticle } from "./read-article.ts";
import { isMacros, readMacros } from "./read-macros.ts";
import { readMessages } from "./read-messages.ts";
import { isNotice, readNotice } from "./read-notice.ts";
import { readPolicy } from "./read-policy.ts";
import { lineAt } from "./sentences.ts";
import { parseJson, UnreadableSource } from "./unreadable.ts";

const fileBytesMax = 2_000_000;
const filesMax = 20_000;

/** A directory is another slice's document; the linter takes only what it compares. */
const directorySchema = z.object({
  firm: z.string(),
  brands: z.array(z.string()).default([]),
  contacts: z.array(
    z.object({
      type: z.string(),
      value: z.string(),
      valid_from: z.iso.date().optional(),
      valid_to: z.iso.date().optional(),
    }),
  ),
});

type Directory = z.infer<typeof directorySchema>;

/**
 * Reads what stands under the paths: articles `*.md`, messages `*.json`, notices `notices/<language>/*.yaml`, prepared
 * answers `macros/*.yaml`, policies `*.policy.json`, rules on who sees what `*.cedar`, `*.cedarschema`, and contact directories
 * `*.directory.json`. The directory is the one whose firm the policy names, or the only one.
 * @throws an error of the file system for a path that isn't there
 */
export async function gather(paths: readonly string[], now: Date): Promise<Material> {
  const material: Material = {
    articles: [],
    messages: [],
    notices: [],
    macros: [],
    policies: [],
    directory: undefined,
    accessFaults: [],
    unreadable: [],
  };
  const directories: Directory[] = [];
  const files = await filesUnder(paths);
  const folders = [...new Set(files.filter(isRules).map((file) => dirname(file)))];
  for (const folder of folders) material.accessFaults.push(...(await folderFaults(folder)));
  for (const file of files.filter((one) => !isRules(one))) {
    try {
      await take(file, material, directories, folders[0]);
    } catch (error) {
      const line = error instanceof UnreadableSource ? error.line : 1;
      material.unreadable.push({ file, line, problem: messageOf(error) });
    }
  }
  const found = directories.find(({ firm }) =>
    material.policies.some((policy) => policy.firm === firm),
  );
  const [only] = directories.length === 1 ? directories : [];
  return { ...material, directory: inForce(found ?? only, now) };
}

async function filesUnder(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) {
      files.push(path);
      continue;
    }
    const names = await readdir(path, { recursive: true });
    files.push(
      ...names
        .map((name) => join(path, name))
        .filter(
          (file) =>
            /\.(?:md|json)$/.test(file) || isNotice(file) || isMacros(file) || isRules(file),
        ),
    );
  }
  return [...new Set(files)].sort().slice(0, filesMax);
}

function isRules(file: string): boolean {
  return /\.cedar(?:schema)?$/.test(file);
}

/** @param folder of the rules on who sees what, for a policy that leaves them to one */
async function take(
  file: string,
  material: Material,
  directories: Directory[],
  folder?: string,
): Promise<void> {
  const name = basename(file);
  if (/\.jws\.json$|\.(?:private|public|holdfast-\w+)\.json$/.test(name)) return;
  if (name === "README.md") return; // says what a folder is, to who works on it
  const { size } = await stat(file);
  if (size > fileBytesMax) throw new UnreadableSource(1, `${size} bytes; at most ${fileBytesMax}`);
  const source = await readFile(file, "utf8");
  const language = languageOf(file);
  if (isNotice(file)) material.notices.push(readNotice(file, language, source));
  else if (isMacros(file)) material.macros.push(readMacros(file, source));
  else if (name.endsWith(".md")) material.articles.push(readArticle(file, language, source));
  else if (name.endsWith("policy.json") && !isInMessages(file))
    await takePolicy(file, source, material, folder);
  else if (name.endsWith(".directory.json")) directories.push(readDirectory(source));
  else material.messages.push(readMessages(file, language, source));
}

async function takePolicy(file: string, source: string, material: Material, folder?: string) {
  const json = jsonIn(source);
  const rules = lacksRules(json) ? await rulesIn(folder, material) : undefined;
  material.policies.push(readPolicy(file, source, rules));
  for (const { rule = "schema", fault } of await embeddedFaults(json)) {
    const line = lineAt(source, Math.max(0, source.lastIndexOf(`"${rule}":`)));
    material.accessFaults.push({ file, line, fault });
  }
}

/** Rules with faults are told of already: then a policy's other faults are looked for with the product's own. */
function rulesIn(folder: string | undefined, { accessFaults }: Material): Promise<AccessRules> {
  return readRules(folder === undefined || accessFaults.length > 0 ? accessFolder : folder);
}

function readDirectory(source: string): Directory {
  const read = directorySchema.safeParse(parseJson(source));
  if (read.success) return read.data;
  throw new UnreadableSource(1, read.error.issues[0]?.path.join(".") ?? "");
}

function inForce(directory: Directory | undefined, now: Date): OfficialContacts | undefined {
  if (!directory) return undefined;
  const today = dayOf(now);
  const contacts = directory.contacts.filter(
    ({ valid_from, valid_to }) =>
      (valid_from ?? today) <= today && (valid_to ?? "9999-12-31") > today,
  );
  return { firm: directory.firm, brands: directory.brands, contacts };
}

/** The nearest folder that is named as a language, such as `en` in `content/help/en/`. */
function languageOf(file: string): string {
  const folders = dirname(file).split(sep).reverse();
  return folders.find((folder) => /^[a-z]{2}(?:-[A-Za-z]{2,8})?$/.test(folder)) ?? "en";
}

function isInMessages(file: string): boolean {
  return dirname(dirname(file)).split(sep).at(-1) === "messages";
}
