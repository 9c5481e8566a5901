import { InvalidInput } from "#platform";
import type { Policy } from "#tlog";
import { type ScopeCertificate, scopeCertificateIn } from "#trace";
import type { Brief } from "../brief/index.ts";
import type { Hedge } from "../claim/index.ts";
import type { BriefsDesk, Hand } from "../hand.ts";
import { addClaim, keepSource } from "../keeping/index.ts";
import { aboutSchema, readPasted, type Source } from "../source/index.ts";

class CertificateRefused extends InvalidInput {
  constructor(why: readonly string[]) {
    super(
      "certificate_refused",
      `Nothing of it was kept. holdfast verify-scope says:\n${why.join("\n")}`,
    );
  }
}

/** What is said about a certificate beside what it says itself. */
export type GivenCertificate = {
  bytes: Uint8Array;
  policy: Policy;
  subject: string;
  name?: string | undefined;
  url?: string | undefined;
};

/**
 * Keeps a scope certificate as evidence, once everything of it holds, and writes its lower, best and upper number of clients
 * down as claims. They are proposed, as every claim is; the best one says no more than that it is likely.
 * @returns the numbers of its claims @throws {CertificateRefused} {SourceThere} {DecidesNothing}
 */
export async function keepCertificate(
  desk: BriefsDesk,
  hand: Hand,
  brief: Brief,
  { bytes, policy, subject, name, url }: GivenCertificate,
  now: Date,
): Promise<{ source: Source; claims: number[] }> {
  const certificate = scopeCertificateIn(bytes, policy);
  if (certificate.is === "refused") throw new CertificateRefused(certificate.why);
  const { countedAt, log } = certificate;
  const about = aboutSchema.parse({
    ...{ kind: "evidence", publisher: log, published: countedAt.toISOString(), name, url },
    reliability: "reliable",
    flags: [`Verified by two signatures, as ${certificate.witnesses.length} witnesses saw them.`],
    origin: { label: "scope-certificate", because: "It is counted from the firm's own log." },
  });
  const read = readPasted([...figuresOf(certificate), ...fieldsOf(certificate)].join("\n"));
  const source = await keepSource(desk, hand, brief, { about, capture: "facts", read }, now);
  const claims: number[] = [];
  for (const [hedge, amount, exact] of clientsOf(certificate)) {
    const line = {
      ...{ slot: "affected_count", subject, denied: false, possible: hedge === "about" },
      ...{ speaker: "analyst" as const, verb: "viewed" as const },
      value: { is: "quantity" as const, amount, hedge, unit: "client" },
      supports: [{ source: source.name, exact, prefix: "", suffix: "" }],
    };
    claims.push(await addClaim(desk, hand, brief, line, now));
  }
  return { source, claims };
}

function clientsOf({ clients }: ScopeCertificate): [Hedge, number, string][] {
  const { lower, best, upper } = clients;
  return [
    ["at_least", lower, `At least ${inWords(lower)} are concerned.`],
    ["about", best, `Likely about ${inWords(best)} are concerned.`],
    ["at_most", upper, `At most ${inWords(upper)} are concerned.`],
  ];
}

function figuresOf(certificate: ScopeCertificate): string[] {
  const { id, countedAt, log } = certificate;
  return [
    `Scope certificate ${id}, counted at ${countedAt.toISOString()} from the log ${log}.`,
    ...clientsOf(certificate).map(([, , sentence]) => sentence),
  ];
}

function fieldsOf({ byField }: ScopeCertificate): string[] {
  return byField.map(
    ({ field, lower, best, upper }) =>
      `Of ${field.replaceAll("_", " ")}: at least ${inWords(lower)}, likely ${inWords(best)}, at most ${inWords(upper)}.`,
  );
}

function inWords(count: number): string {
  return `${count.toLocaleString("en")} client${count === 1 ? "" : "s"}`;
}
