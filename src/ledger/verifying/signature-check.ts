import {
  type Checkpoint,
  type Note,
  openCheckpoint,
  type Policy,
  parseNote,
  Refused,
  type VerifierKey,
  verifyNote,
} from "#tlog";
import { witnessesToAsk } from "../witnessing/index.ts";
import type { Findings } from "./finding.ts";
import type { CosignatureRow } from "./store.ts";

/** A note, by the policy's keys. `signedMs` is when the log says that it signed; 0 when it doesn't say. */
export type Opened =
  | { is: "signed"; checkpoint: Checkpoint; text: string; signedMs: number }
  | { is: "forged" | "malformed" | "unknown" };

type Verified = ReturnType<typeof verifyNote>;

/** Verifies notes and cosignatures, and counts the keys that the policy doesn't list. */
export class SignatureCheck {
  readonly #policy: Policy;
  readonly #findings: Findings;
  readonly #logKeys: readonly VerifierKey[];
  readonly #addresses: ReadonlyMap<string, readonly VerifierKey[]>;
  readonly #unlisted = new Map<string, { count: number; size: number }>();

  constructor(policy: Policy, findings: Findings) {
    this.#policy = policy;
    this.#findings = findings;
    this.#logKeys = policy.logs.map(({ key }) => key);
    this.#addresses = new Map(witnessesToAsk(policy).map(({ url, keys }) => [url, keys]));
  }

  /** @param size of what is opened, for when it can't be read */
  open(signed: string, size: number): Opened {
    try {
      const { checkpoint, note, verified } = openCheckpoint(signed, this.#logKeys);
      this.#countUnlisted(note, verified, size);
      // tlog-policy: "This name MUST correspond to the log's origin line".
      const isByLog = verified.some(({ key }) => key.name === checkpoint.origin);
      if (!isByLog) return { is: "unknown" };
      return { is: "signed", checkpoint, text: note.text, signedMs: latestMs(verified) };
    } catch (error) {
      return { is: wrongness(error) };
    }
  }

  /** The names of the policy's witnesses whose good cosignatures a row holds. */
  cosigners(
    { size, witness, lines, cosignedAt }: CosignatureRow,
    { text }: { text: string },
  ): string[] {
    const at = { size, witness: this.nameOf(witness) };
    try {
      const note = parseNote(`${text}\n${lines}`);
      if (note.text !== text) throw new Refused("malformed", "The lines aren't only signatures.");
      const keys = this.#addresses.get(witness) ?? this.#witnessKeys();
      const verified = verifiedOf(note, keys);
      this.#countUnlisted(note, verified, size);
      if (verified.length === 0) return [];
      if (latestMs(verified) !== cosignedAt.getTime()) {
        this.#findings.add("cosignature_time_wrong", at);
      }
      const cosigned = new Set(verified.map(({ key }) => key));
      return this.#policy.witnesses.filter(({ key }) => cosigned.has(key)).map(({ name }) => name);
    } catch (error) {
      const isForged = wrongness(error) === "forged";
      this.#findings.add(isForged ? "cosignature_forged" : "cosignature_malformed", at);
      return [];
    }
  }

  /** A witness's address, when the policy has it: what else the database says may be anything. */
  nameOf(witness: string): string {
    return this.#addresses.has(witness) ? witness : "an address that the policy doesn't have";
  }

  /** Tells of the keys that signed and aren't listed. */
  end(): void {
    for (const [key, { count, size }] of this.#unlisted) {
      this.#findings.add("key_unlisted", { key, count, size });
    }
  }

  #witnessKeys(): VerifierKey[] {
    return this.#policy.witnesses.map(({ key }) => key);
  }

  #countUnlisted({ signatures }: Note, verified: Verified, size: number): void {
    if (signatures.length === verified.length) return;
    const listed = new Set(verified.map(({ line }) => line));
    for (const line of signatures) {
      if (listed.has(line)) continue;
      const counted = this.#unlisted.get(line.id) ?? { count: 0, size };
      this.#unlisted.set(line.id, { ...counted, count: counted.count + 1 });
    }
  }
}

/** None when no key is known. */
function verifiedOf(note: Note, keys: readonly VerifierKey[]): Verified {
  try {
    return verifyNote(note, keys);
  } catch (error) {
    if (wrongness(error) === "unknown") return [];
    throw error;
  }
}

function latestMs(verified: Verified): number {
  return Math.max(...verified.map(({ timestamp }) => timestamp)) * 1_000;
}

function wrongness(error: unknown): "forged" | "malformed" | "unknown" {
  if (!(error instanceof Refused)) throw error;
  if (error.code === "signature_wrong") return "forged";
  return error.code === "untrusted" ? "unknown" : "malformed";
}
