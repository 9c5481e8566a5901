import { dayOf } from "#platform";
import { type Claim, stands } from "../claim/index.ts";
import { wordsOfClaim, wordsOfName } from "../edition/index.ts";
import type { Known } from "../keeping/index.ts";
import type { Side, Voice } from "../picture/index.ts";
import type { Source } from "../source/index.ts";

/**
 * The answers to a matter as sides of a picture, and beside them the answers to the same question about something else: it is
 * shown that they are apart.
 */
export function sidesOf(
  { subject, slot }: { subject: string; slot: string },
  known: Known,
): Side[] {
  const claims = known.claims.filter((claim) => claim.slot === slot && stands(claim));
  const [own, other] = [
    claims.filter((claim) => claim.subject === subject),
    claims.filter((claim) => claim.subject !== subject),
  ];
  const groups = (among: readonly Claim[]) =>
    [...Map.groupBy(among, (claim) => `${claim.subject} ${wordsOfClaim(claim)}`).values()].flatMap(
      (same) => sideOf(same, subject, known),
    );
  return [...groups(own), ...groups(other)];
}

function sideOf(claims: readonly Claim[], subject: string, known: Known): Side[] {
  const [first] = claims;
  if (!first) return [];
  const sources = new Map(
    claims.flatMap((claim) => known.sourcesOf(claim)).map((one) => [one.id, one]),
  );
  return [
    {
      ...{ says: wordsOfClaim(first), value: scaledValue(first, known), denied: first.denied },
      claims: claims.map(({ number }) => number),
      voices: [...sources.values()].map((source) => voiceOf(source, known)),
      about: first.subject === subject ? undefined : wordsOfName(first.subject),
    },
  ];
}

/** "Weeks after the first" is on a scale where the first is. */
function scaledValue(claim: Claim, known: Known): Side["value"] {
  if (claim.value.is !== "later") return claim.value;
  const position = known
    .answersTo(claim)
    ?.positions.find(({ claims }) => claims.includes(claim.id));
  const span = position?.span;
  if (!span) return claim.value;
  const day = (at: number) => dayOf(new Date(at));
  return { is: "date", edtf: `${day(span.from)}/${day(span.to)}` };
}

function voiceOf({ id, name, published, reliability }: Source, known: Known): Voice {
  const group = known.origins.of(id);
  const isTold = group !== undefined && group.bases.size > 0;
  return {
    ...{ source: name, published },
    origin: isTold ? known.origins.groups.indexOf(group) + 1 : undefined,
    isDoubted: reliability === "doubtful" || reliability === "invented",
  };
}
