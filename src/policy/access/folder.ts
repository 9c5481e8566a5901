import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { orRefused, packagedFile, readJsonFile, readTextFile } from "#platform";
import { PolicyInvalid } from "../refusals.ts";
import { type Cedar, complaint, loadCedar } from "./cedar.ts";
import type { AccessSection } from "./section.ts";

/** The rules that come with the product. */
export const accessFolder = packagedFile("content/access");

export type AccessRules = Pick<AccessSection, "policies" | "schema">;

/**
 * Reads the rules where people write them: `*.cedar`, each rule with its name in `@id`, and one `*.cedarschema`.
 * @throws {PolicyInvalid} naming the file
 */
export async function readRules(folder: string): Promise<AccessRules> {
  const cedar = await loadCedar();
  const files = (await orRefused(folder, readdir(folder))).sort();
  const policies: Record<string, string> = {};
  for (const file of files.filter((name) => name.endsWith(".cedar"))) {
    for (const [name, text] of rulesIn(cedar, file, await readTextFile(join(folder, file)))) {
      if (name in policies) throw new PolicyInvalid(`${file} has the rule ${name} a second time`);
      policies[name] = text;
    }
  }
  const [schema, ...more] = files.filter((name) => name.endsWith(".cedarschema"));
  if (schema === undefined || more.length > 0) {
    throw new PolicyInvalid(
      `${basename(folder)} has ${more.length + (schema ? 1 : 0)} *.cedarschema files instead of one`,
    );
  }
  return { policies, schema: await readTextFile(join(folder, schema)) };
}

function rulesIn(cedar: Cedar, file: string, text: string): [string, string][] {
  const parts = cedar.policySetTextToParts(text);
  if (parts.type === "failure") throw new PolicyInvalid(`${file}: ${complaint(parts.errors[0])}`);
  if (parts.policy_templates.length > 0) throw new PolicyInvalid(`${file} has a template`);
  return parts.policies.map((policy) => {
    const read = cedar.policyToJson(policy);
    const name = read.type === "success" ? read.json.annotations?.id : undefined;
    if (name === undefined) throw new PolicyInvalid(`${file} has a rule without @id: ${policy}`);
    return [name, policy];
  });
}

/**
 * Reads an unsigned policy as people write it: everything but the rules, which stand in a folder.
 * @param folder of the rules; without it, the file's own rules count, or those that come with the product
 */
export async function readPolicySource(file: string, folder?: string): Promise<unknown> {
  const json = await readJsonFile(file);
  return folder === undefined && !lacksRules(json)
    ? json
    : withRules(json, await readRules(folder ?? accessFolder));
}

/** Does a policy source leave the rules to a folder? */
export function lacksRules(json: unknown): boolean {
  return isRecord(json) && isRecord(json.access) && !("policies" in json.access);
}

/** A policy source with these rules in it. What is no such source stays as it is. */
export function withRules(json: unknown, rules: AccessRules): unknown {
  if (!isRecord(json) || !isRecord(json.access)) return json;
  return { ...json, access: { ...json.access, ...rules } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
