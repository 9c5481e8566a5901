import { isSameKey, type KeyLine, readKeyLine } from "./key-line.ts";
import type { KeyType } from "./key-type.ts";
import type { Group, Log, Policy, Witness } from "./policy.ts";
import { Refused, refuse } from "./refusal.ts";
import { readText, type TextSource } from "./text.ts";

export const policyBytesMax = 256 * 1024;
/** Of a kind. tlog-policy, "Implementation limits": "at least up to 32 logs, 32 witnesses, and 32 groups". */
export const definitionsMax = 64;

/** "Log and witness keys must use a signature type appropriate [for their] respective function." */
const logTypes: readonly KeyType[] = ["ed25519", "ml-dsa-44-cosignature"];
const witnessTypes: readonly KeyType[] = ["ed25519-cosignature", "ml-dsa-44-cosignature"];

/**
 * A policy as it is written: whether its keys have the ids that they say is for `parsePolicy` to find out.
 * Throws `malformed`, `too_large` or `unsupported_key`, with the number of the line. In one thing stricter than
 * tlog-policy, "Character set": octets that aren't UTF-8 are refused, where the specification "strongly" recommends
 * UTF-8. Names are compared as they are written, without normalisation.
 */
export function readPolicy(source: TextSource): Policy<KeyLine> {
  const text = readText(source, policyBytesMax, "policy", "\n\t");
  const draft: Draft = {
    logs: [],
    witnesses: [],
    groups: [],
    quorums: [],
    names: new Set(["none"]),
    free: new Set(),
  };
  text.split("\n").forEach((line, place) => {
    try {
      defineLine(draft, line);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new Refused(error.code, `Line ${place + 1} of the policy: ${error.message}`);
    }
  });
  const { logs, witnesses, groups, quorums } = draft;
  const [quorum, ...more] = quorums;
  // "A policy file must include exactly one quorum line."
  if (quorum === undefined || more.length > 0) {
    return refuse("malformed", `The policy has ${quorums.length} quorum lines; it must have one.`);
  }
  return { logs, witnesses, groups, quorum: quorum === "none" ? undefined : quorum };
}

type Draft = {
  logs: Log<KeyLine>[];
  witnesses: Witness<KeyLine>[];
  groups: Group[];
  quorums: string[];
  names: Set<string>;
  /** Names that are in no group yet: "Each defined name can be listed as a group member at most once." */
  free: Set<string>;
};

function defineLine(draft: Draft, line: string): void {
  // "The only allowed control characters are tab and newline": 0x7F is none of the allowed octets either.
  if (line.includes("\x7f")) refuse("malformed", "It has the control character 127 in it.");
  // Whitespace is "sequences of ASCII space and tab characters only".
  const [keyword = "", ...items] = line.split(/[ \t]+/).filter((item) => item !== "");
  if (keyword === "" || keyword.startsWith("#")) return;
  const define = definitions.get(keyword);
  if (define === undefined) refuse("malformed", "Begin it with log, witness, group or quorum.");
  define(draft, items);
}

const definitions: ReadonlyMap<string, (draft: Draft, items: string[]) => void> = new Map([
  ["log", defineLog],
  ["witness", defineWitness],
  ["group", defineGroup],
  ["quorum", defineQuorum],
]);

function defineLog({ logs }: Draft, [vkey = "", url, ...more]: string[]): void {
  if (more.length > 0) refuse("malformed", "Write `log <vkey> [<url>]`.");
  add(logs, { key: keyIn(vkey, logTypes, logs), ...(url === undefined ? {} : { url }) });
}

function defineWitness(draft: Draft, [name, vkey = "", url, ...more]: string[]): void {
  if (name === undefined || more.length > 0) {
    refuse("malformed", "Write `witness <name> <vkey> [<url>]`.");
  }
  const key = keyIn(vkey, witnessTypes, draft.witnesses);
  defineName(draft, name);
  add(draft.witnesses, { name, key, ...(url === undefined ? {} : { url }) });
}

function defineGroup(draft: Draft, [name = "none", asked = "", ...members]: string[]): void {
  const threshold = thresholdOf(asked, members.length);
  if (threshold < 1 || threshold > members.length) {
    refuse("malformed", "Write `group <name> <all, any or 1 to n> <n members>`.");
  }
  for (const member of members) {
    // "A group definition can only refer to names defined on preceding lines. (This also rules out circular [ones].)"
    if (!draft.free.delete(member)) refuse("malformed", `${member} isn't free to be a member.`);
  }
  defineName(draft, name);
  add(draft.groups, { name, threshold, members });
}

/** "The `any` variant is a shorthand for k = 1, and the `all` variant is a shorthand for k = n"; 0 is no threshold. */
function thresholdOf(asked: string, members: number): number {
  if (asked === "any") return 1;
  if (asked === "all") return members;
  return /^[1-9][0-9]{0,3}$/.test(asked) ? Number(asked) : 0;
}

function defineQuorum({ names, quorums }: Draft, [name, ...more]: string[]): void {
  if (name === undefined || more.length > 0) refuse("malformed", "Write `quorum <name>`.");
  if (!names.has(name)) refuse("malformed", `${name} isn't defined above.`);
  add(quorums, name);
}

/** "Witnesses and groups share a single namespace. The special name `none` is predefined." */
function defineName({ names, free }: Draft, name: string): void {
  if (names.has(name)) refuse("malformed", `The name ${name} is taken.`);
  names.add(name);
  free.add(name);
}

/** "Two vkeys are considered duplicate if they wrap the same underlying public key": not allowed twice in a list. */
function keyIn(
  vkey: string,
  types: readonly KeyType[],
  others: readonly { key: KeyLine }[],
): KeyLine {
  const key = readKeyLine(vkey);
  if (!types.includes(key.type)) refuse("malformed", `A key for ${key.type} can't be used here.`);
  const isTwice = others.some((other) => isSameKey(other.key, key));
  return isTwice ? refuse("malformed", `The key of ${key.name} stands above already.`) : key;
}

function add<Definition>(list: Definition[], definition: Definition): void {
  if (list.push(definition) <= definitionsMax) return;
  refuse("too_large", `It is number ${list.length} of its kind; there may be ${definitionsMax}.`);
}
