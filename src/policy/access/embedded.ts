import { readJsonFile } from "#platform";
import { loadCedar } from "./cedar.ts";
import { accessFolder, readRules } from "./folder.ts";
import { neverAllowedFaults } from "./never-allowed.ts";
import { type RuleFault, rulesFaults } from "./rules-faults.ts";
import { type AccessRules, accessSchema } from "./section.ts";

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

/** What is wrong with the rules in a bundle, and who may look by them who never may; nothing when it has none that can be looked at. */
export async function embeddedFaults(json: unknown): Promise<RuleFault[]> {
  const rules = rulesSchema.safeParse(isRecord(json) ? json.access : undefined);
  if (!rules.success) return [];
  const unusable = rulesFaults(await loadCedar(), rules.data);
  return unusable.length > 0 ? unusable : await neverAllowedFaults(rules.data);
}

const rulesSchema = accessSchema.pick({ policies: true, schema: true }).strip();

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
