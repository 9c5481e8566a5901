import type { Id, Queryable } from "#platform";
import { type Claim, claimsOf, type Grounds, stands } from "../claim/index.ts";
import { type Answers, against, findContradictions } from "../contradiction/index.ts";
import { groupOrigins, Origins } from "../origin/index.ts";
import { type Source, sourcesOf } from "../source/index.ts";

/** Everything that decisions of a brief stand on, as it is at one moment. */
export class Known {
  readonly sources: ReadonlyMap<Id<"source">, Source>;
  readonly claims: readonly Claim[];
  readonly origins: Origins;
  readonly #claimsById: ReadonlyMap<Id<"claim">, Claim>;
  #answers: readonly Answers[] | undefined;
  /** To each question about a subject: claims on another subject change nothing of it. */
  readonly #answersAbout = new Map<string, ReadonlyMap<string, Answers>>();

  constructor(
    sources: readonly Source[],
    claims: readonly Claim[],
    origins = new Origins(groupOrigins(sources)),
  ) {
    this.sources = new Map(sources.map((source) => [source.id, source]));
    this.claims = claims;
    this.origins = origins;
    this.#claimsById = new Map(claims.map((claim) => [claim.id, claim]));
  }

  /** The same after something was decided on one of the claims. */
  after(decided: Claim): Known {
    const claims = this.claims.map((claim) => (claim.id === decided.id ? decided : claim));
    return new Known([...this.sources.values()], claims, this.origins);
  }

  /** What the claims that stand say to each question. */
  get answers(): readonly Answers[] {
    this.#answers ??= findContradictions(this.claims.filter(stands));
    return this.#answers;
  }

  claim(id: Id<"claim">): Claim | undefined {
    return this.#claimsById.get(id);
  }

  sourcesOf({ supports }: Pick<Claim, "supports">): Source[] {
    const ids = new Set(supports.map(({ source }) => source));
    return [...ids].flatMap((id) => this.sources.get(id) ?? []);
  }

  /** What a claim stands on. */
  groundsOf(claim: Claim): Grounds {
    const answers = this.answersTo(claim);
    const contradictedBy = (answers ? against(answers, claim) : [])
      .flatMap((id) => this.claim(id)?.number ?? [])
      .sort((one, other) => one - other);
    return { sources: this.sourcesOf(claim), origins: this.origins, contradictedBy };
  }

  /** What the claims that stand say to one question about one subject; undefined when none does. */
  answersTo({ subject, slot }: { subject: string; slot: string }): Answers | undefined {
    let answers = this.#answersAbout.get(subject);
    if (!answers) {
      const claims = this.claims.filter((claim) => claim.subject === subject && stands(claim));
      answers = new Map(findContradictions(claims).map((one) => [one.slot, one]));
      this.#answersAbout.set(subject, answers);
    }
    return answers.get(slot);
  }
}

/** All that a brief knows. */
export async function knownOf(queryable: Queryable, brief: Id<"brief">): Promise<Known> {
  return new Known(await sourcesOf(queryable, brief), await claimsOf(queryable, brief));
}

/**
 * What deciding on some claims takes: themselves and their sources. To confirm one also takes every claim about its subject, and all
 * sources, because any of them can be what a source was copied from.
 */
export async function knownAround(
  queryable: Queryable,
  brief: Id<"brief">,
  { numbers, toConfirm }: { numbers: readonly number[]; toConfirm: boolean },
): Promise<Known> {
  const claims = await claimsOf(queryable, brief, toConfirm ? { besides: numbers } : { numbers });
  const behind = claims.flatMap(({ supports }) => supports.map(({ source }) => source));
  return new Known(await sourcesOf(queryable, brief, toConfirm ? undefined : behind), claims);
}
