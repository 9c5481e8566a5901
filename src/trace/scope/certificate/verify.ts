import { NotAsPrinted } from "#platform";
import type { Policy } from "#tlog";
import { faultsIn } from "../arithmetic.ts";
import { type Check, type CheckFault, unless } from "./check.ts";
import { type Certificate, certificateHash, parseCertificateFile } from "./file.ts";
import { figuresIn } from "./printed-figures.ts";
import { listFaults } from "./verify-list.ts";
import { type SignatureSeen, seeSignature } from "./verify-signature.ts";
import { limits, queryWords } from "./words.ts";

/** What may lie beside a certificate: the list that it was counted from, and the certificate that it corrects. */
type Beside = { list?: Uint8Array | undefined; earlier?: Uint8Array | undefined };

export type Verified = {
  /** Undefined for what is none: then `checks` says why. */
  certificate: Certificate | undefined;
  signatures: readonly SignatureSeen[];
  checks: readonly Check[];
};

/**
 * Looks at everything that can be verified of a certificate without anybody's word but the log policy's, and without a
 * database. What the keykeeper attested, only the desk's own keykeeper can verify.
 */
export function verifyCertificate(
  source: Uint8Array,
  policy: Policy,
  { list, earlier }: Beside = {},
): Verified {
  try {
    const { certificate, signatures } = parseCertificateFile(source);
    const seen = signatures.map((signature) => seeSignature(certificate, signature, policy));
    const checks: Check[] = [
      { name: "form", values: { hash: hashOf(certificate) }, faults: [] },
      { name: "words", faults: wordFaults(certificate) },
      figuresCheck(certificate),
      ...(["signature_1", "signature_2"] as const).map((name, place) =>
        signatureCheck(name, seen[place]),
      ),
      { name: "signers", faults: signerFaults(seen) },
      ...(list ? [{ name: "list" as const, faults: listFaults(certificate, list) }] : []),
      ...(earlier ? [earlierCheck(certificate, earlier, policy)] : []),
    ];
    return { certificate, signatures: seen, checks };
  } catch (error) {
    if (!(error instanceof NotAsPrinted)) throw error;
    const fault = { code: error.code, values: { why: error.message } };
    return { certificate: undefined, signatures: [], checks: [{ name: "form", faults: [fault] }] };
  }
}

export function holds({ checks }: Pick<Verified, "checks">): boolean {
  return checks.every(({ faults }) => faults.length === 0);
}

function wordFaults(certificate: Certificate): CheckFault[] {
  const { holdfast_scope_certificate: version, query, limits: stated } = certificate;
  return [
    ...unless(query.words === queryWords(version, query), "other_question"),
    ...unless(stated === limits, "other_limits"),
  ];
}

function figuresCheck({ figures }: Certificate): Check {
  const { best, upper } = figures.erased_looks;
  const erased = { figure: "erased_looks best", is: "falls", value: best, limit: upper } as const;
  const faults = [...faultsIn(figuresIn(figures)), ...(best > upper ? [erased] : [])];
  return {
    name: "figures",
    faults: faults.map(({ is, ...values }) => ({ code: `figure_${is}`, values })),
  };
}

function signatureCheck(
  name: "signature_1" | "signature_2",
  seen: SignatureSeen | undefined,
): Check {
  if (!seen) return { name, faults: [{ code: "no_signature" }] };
  const { signer, at, index, witnesses = [], faults } = seen;
  const values = {
    signer: signer ?? "",
    at: at?.toISOString() ?? "",
    number: (index ?? 0) + 1,
    witnesses: witnesses.join(", ") || "none",
  };
  return { name, values, faults };
}

function signerFaults(seen: readonly SignatureSeen[]): CheckFault[] {
  const [first, second] = seen;
  const isOne = first?.signer !== undefined && first.signer === second?.signer;
  const isBackwards =
    first?.index !== undefined && second?.index !== undefined && first.index >= second.index;
  return [
    ...unless(seen.length === 2, "not_two", { number: seen.length }),
    ...unless(!isOne, "one_signer", { signer: first?.signer ?? "" }),
    ...unless(!isBackwards, "wrong_order"),
  ];
}

function earlierCheck(
  { corrects, figures }: Certificate,
  source: Uint8Array,
  policy: Policy,
): Check {
  const { certificate: earlier, ...verified } = verifyCertificate(source, policy);
  const [was, is] = [corrects?.clients, figures.clients];
  const values = {
    ...{ lower: was?.lower ?? 0, best: was?.best ?? 0, upper: was?.upper ?? 0 },
    ...{ lowerNow: is.lower, bestNow: is.best, upperNow: is.upper },
  };
  if (!corrects) return { name: "earlier", values, faults: [{ code: "corrects_nothing" }] };
  const isNamed = earlier !== undefined && hashOf(earlier) === corrects.certificate;
  const isSame =
    earlier !== undefined &&
    JSON.stringify([corrects.clients, corrects.values]) ===
      JSON.stringify([earlier.figures.clients, earlier.figures.values]);
  const faults = [
    ...unless(holds(verified), "earlier_fails"),
    ...unless(isNamed, "other_earlier"),
    ...unless(isSame, "earlier_figures"),
  ];
  return { name: "earlier", values, faults };
}

function hashOf(certificate: Certificate): string {
  return certificateHash(certificate).toString("base64");
}
