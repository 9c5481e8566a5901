import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { orRefused, packagedFile, readTextFile } from "#platform";
import { RulesInvalid } from "../refusals.ts";
import { type Cedar, complaint, loadCedar } from "./cedar.ts";
import { neverAllowedFaults } from "./never-allowed.ts";
import { rulesFaults } from "./rules-faults.ts";
import type { AccessRules } from "./section.ts";

/** The rules that come with the product. */
export const accessFolder = packagedFile("content/access");

/** Lines count from 1. */
type Place = { file: string; line: number };
export type PlacedFault = Place & { fault: string };

type Written = { name: string; text: string; place: Place };
type Reading = { rules: AccessRules; faults: PlacedFault[]; placeOf(rule: string): Place };

/**
 * Reads the rules where people write them: `*.cedar`, each rule with its name in `@id`, and one `*.cedarschema`.
 * @throws {RulesInvalid} naming the first place that is wrong
 */
export async function readRules(folder: string): Promise<AccessRules> {
  const { rules, faults } = await readFolder(folder);
  const [first] = faults;
  if (first) throw new RulesInvalid(`${first.file}:${first.line}: ${first.fault}`);
  return rules;
}

/** Everything that is wrong with a folder of rules. Cedar compares them with the schema when all can be read. */
export async function folderFaults(folder: string): Promise<PlacedFault[]> {
  const { rules, faults, placeOf } = await readFolder(folder);
  if (faults.length > 0) return faults;
  const cedar = await loadCedar();
  const unusable = rulesFaults(cedar, rules);
  const found = unusable.length > 0 ? unusable : await neverAllowedFaults(rules);
  return found.map(({ rule = "", fault }) => ({ ...placeOf(rule), fault }));
}

async function readFolder(folder: string): Promise<Reading> {
  const cedar = await loadCedar();
  const files = (await orRefused(folder, readdir(folder))).sort().map((name) => join(folder, name));
  const schemas = files.filter((file) => file.endsWith(".cedarschema"));
  const schemaPlace = { file: schemas[0] ?? folder, line: 1 };
  const faults: PlacedFault[] = [];
  if (schemas.length !== 1) {
    faults.push({ ...schemaPlace, fault: `${schemas.length} schemas (*.cedarschema) are there` });
  }
  const written = new Map<string, Written>();
  for (const file of files.filter((name) => name.endsWith(".cedar"))) {
    const source = await readTextFile(file);
    for (const rule of rulesIn(cedar, file, source, faults)) {
      const other = written.get(rule.name)?.place;
      const fault = `the rule ${rule.name} stands in line ${other?.line} of ${other?.file} too`;
      if (other) faults.push({ ...rule.place, fault });
      else written.set(rule.name, rule);
    }
  }
  const policies = Object.fromEntries([...written].map(([name, { text }]) => [name, text]));
  const schema = schemas[0] === undefined ? "" : await readTextFile(schemas[0]);
  const placeOf = (rule: string) => written.get(rule)?.place ?? schemaPlace;
  return { rules: { policies, schema }, faults, placeOf };
}

/** The rules of a file; what has no name, or can't be read, goes to the faults. */
function rulesIn(cedar: Cedar, file: string, source: string, faults: PlacedFault[]): Written[] {
  const placeAt = (before: string) => ({ file, line: before.split("\n").length });
  const parts = cedar.policySetTextToParts(source);
  if (parts.type === "failure") {
    const [error] = parts.errors;
    const bytes = Buffer.from(source).subarray(0, error?.sourceLocations?.[0]?.start ?? 0);
    faults.push({ ...placeAt(bytes.toString()), fault: complaint(error) });
    return [];
  }
  return [...parts.policies, ...parts.policy_templates].flatMap((text) => {
    const read = cedar.policyToJson(text);
    const name = read.type === "success" ? read.json.annotations?.id : undefined;
    const place = placeAt(source.slice(0, Math.max(0, source.indexOf(text))));
    if (name !== undefined) return [{ name, text, place }];
    faults.push({ ...place, fault: 'a rule lacks its name, @id("…"), or has a ?slot in it' });
    return [];
  });
}
