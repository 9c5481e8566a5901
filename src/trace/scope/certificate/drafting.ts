import { randomBytes } from "node:crypto";
import { settledHead } from "#ledger";
import { dayOf, type Id, newId, type Transaction, transaction } from "#platform";
import type { TraceDesk } from "../../desk.ts";
import { faultsIn } from "../arithmetic.ts";
import { marginDays, type Scope, type Watched } from "../scope.ts";
import { sampleCommitment } from "./act.ts";
import { scopeDrafted } from "./events.ts";
import { type Certificate, certificateHash, printCertificate } from "./file.ts";
import { printedFigures } from "./printed-figures.ts";
import {
  CertificateIs,
  CertificateUnknown,
  CorrectedAlready,
  CountedLater,
  LogBehind,
} from "./refusals.ts";
import { requireMaySign } from "./signing.ts";
import type { KeptCertificate } from "./state.ts";
import { certificateById, holdCertificate, insertCertificate } from "./store.ts";
import { limits, queryWords } from "./words.ts";

const seedBytes = 32;

/** What is to be certified: what a trace counted, and what it asked. */
type Draft = {
  trace: Id<"trace">;
  /** SHA-256 of the sample's bytes, and how many rows it has. */
  sample: { digest: Uint8Array; rows: number };
  /** In the order in which the certificate calls them p1, p2, ... */
  people: readonly Watched[];
  before: Date;
  scope: Pick<Scope, "hash" | "figures" | "erasedLooks">;
  /** When it was counted. */
  countedAt: Date;
  /** The certificate whose figures were wrong. */
  corrects?: Id<"scope"> | undefined;
  /** A head that was settled after the count; without it the next one that is. */
  head?: Head | undefined;
};

type Head = NonNullable<Awaited<ReturnType<typeof settledHead>>>;

/**
 * Writes a certificate that nobody has signed yet. What it counted stands below a head that is signed now.
 * @throws {MayNotSign} {LogBehind} {CountedLater} {CertificateUnknown} {CertificateIs} {CorrectedAlready}
 */
export async function draftCertificate(
  desk: TraceDesk,
  by: Id<"staff">,
  draft: Draft,
  now: Date,
): Promise<KeptCertificate> {
  const { trace, countedAt, corrects } = draft;
  if (countedAt > now) throw new CountedLater(countedAt, now);
  const [fault] = faultsIn(draft.scope.figures);
  if (fault) throw new Error(`figures that can't be are to be certified: ${fault.figure}`);
  await requireMaySign(desk.database, by, { trace, corrects }, []);
  const head = draft.head ?? (await settledHead(desk.database));
  if (!head) throw new LogBehind();
  return await transaction(desk.database, async (joining) => {
    const earlier = corrects && (await correctable(joining, corrects));
    const id = newId("scope", now);
    const seed = randomBytes(seedBytes);
    const certificate = certificateOf(draft, { id, seed, head, earlier });
    const hash = certificateHash(certificate);
    const made = { id, trace, hash, seed, draftedAt: now, draftedBy: by, corrects };
    await insertCertificate(joining, { ...made, body: printCertificate(certificate) });
    const details = { scope: id, certificate: hash.toString("base64"), trace };
    const draftEvent = { kind: scopeDrafted, details };
    await desk.appender.append({ is: "staff", id: by }, draftEvent, now, joining);
    const kept = await certificateById(joining, id);
    if (!kept) throw new Error(`${id} was written, and isn't there`);
    return kept;
  });
}

type Correction = NonNullable<Certificate["corrects"]>;

type Making = {
  id: Id<"scope">;
  seed: Buffer;
  head: Head;
  earlier: KeptCertificate | undefined;
};

function certificateOf(
  { sample, people, before, scope, countedAt }: Draft,
  { id, seed, head, earlier }: Making,
): Certificate {
  const query = {
    sample: base64(sampleCommitment(seed, sample.digest)),
    rows: sample.rows,
    before: before.toISOString(),
    people: people.map(({ first, last }, place) => ({
      person: `p${place + 1}`,
      first_day: dayOf(first),
      last_day: dayOf(last),
    })),
    margin_days: marginDays,
  };
  const version = 2;
  return {
    holdfast_scope_certificate: version,
    id,
    counted_at: countedAt.toISOString(),
    query: { words: queryWords(version, query), ...query },
    figures: { ...printedFigures(scope.figures), erased_looks: scope.erasedLooks },
    result: base64(scope.hash),
    log: { origin: head.origin, size: head.size, root: base64(head.root) },
    ...(earlier && { corrects: correctionOf(earlier) }),
    limits,
  };
}

function correctionOf({ hash, certificate }: KeptCertificate): Correction {
  const { clients, values } = certificate.figures;
  return { certificate: base64(hash), clients, values };
}

/** The certificate, held: both signed it, and it is the last word. @throws {CertificateUnknown} {CertificateIs} {CorrectedAlready} */
async function correctable(joining: Transaction, id: Id<"scope">): Promise<KeptCertificate> {
  const earlier = await holdCertificate(joining, id);
  if (!earlier) throw new CertificateUnknown();
  if (earlier.state.is !== "final") throw new CertificateIs(earlier.state);
  if (earlier.correctedBy) throw new CorrectedAlready();
  return earlier;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
