import { growthProof, printEventProof, provenEvent } from "#ledger";
import type { Id, Queryable } from "#platform";
import { type Policy, parseCheckpoint, parseNote, parseProofFile } from "#tlog";
import { type CertificateSignature, printCertificateFile } from "./file.ts";
import { CertificateIs, CertificateUnknown } from "./refusals.ts";
import type { Signature } from "./state.ts";
import { certificateById } from "./store.ts";

type Proving = NonNullable<Awaited<ReturnType<typeof provenEvent>>>;

/**
 * A certificate as it leaves the desk, or why it can't yet: a signature's event isn't in a signed head, or that head hasn't
 * its quorum of witnesses. While sealer and witnesses work, that takes a second, or a minute or two.
 */
type Exported = { is: "file"; name: string; text: string } | { is: "unsealed" | "unwitnessed" };

/**
 * Proves both signatures, now, and puts them under the certificate.
 * @throws {CertificateUnknown} {CertificateIs} it isn't final {EventChanged}
 */
export async function exportCertificate(
  queryable: Queryable,
  id: Id<"scope">,
  { policy, now }: { policy: Policy; now: Date },
): Promise<Exported> {
  const kept = await certificateById(queryable, id);
  if (!kept) throw new CertificateUnknown();
  const { certificate, state } = kept;
  if (state.is !== "final") throw new CertificateIs(state);
  const signatures: CertificateSignature[] = [];
  for (const { event } of [state.first, state.second] satisfies Signature[]) {
    const proving = await provenEvent(queryable, undefined, event, { policy, now });
    if (!proving || proving.is === "erased" || proving.is === "withheld") {
      throw new Error(`${event} says that somebody signed, and is gone`);
    }
    if (proving.is !== "proven") return { is: proving.is };
    signatures.push(await proven(queryable, proving, certificate.log.size));
  }
  const text = printCertificateFile({ certificate, signatures });
  return { is: "file", name: `${id}.holdfast-scope.json`, text };
}

async function proven(
  queryable: Queryable,
  { proof }: Extract<Proving, { is: "proven" }>,
  countedSize: number,
): Promise<CertificateSignature> {
  const { signed } = parseProofFile(proof.proof);
  const { size } = parseCheckpoint(parseNote(signed).text);
  const growth = await growthProof(queryable, countedSize, size);
  return {
    event: JSON.parse(printEventProof(proof)),
    growth: growth.map((hash) => Buffer.from(hash).toString("base64")),
  };
}
