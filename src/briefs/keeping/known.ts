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
  #answers: ReadonlyMap<string, Answers> | undefined;

  constructor(sources: readonly Source[], claims: readonly Claim[]) {
    this.sources = new Map(sources.map((source) => [source.id, source]));
    this.claims = claims;
    this.origins = new Origins(groupOrigins(sources));
    this.#claimsById = new Map(claims.map((claim) => [claim.id, claim]));
  }

  /** What the claims that stand say to each question. */
  get answers(): readonly Answers[] {
    return [...this.#answersByQuestion().values()];
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
    const answers = this.#answersByQuestion().get(questionOf(claim));
    const contradictedBy = (answers ? against(answers, claim) : [])
      .flatMap((id) => this.claim(id)?.number ?? [])
      .sort((one, other) => one - other);
    return { sources: this.sourcesOf(claim), origins: this.origins, contradictedBy };
  }

  #answersByQuestion(): ReadonlyMap<string, Answers> {
    this.#answers ??= new Map(
      findContradictions(this.claims.filter(stands)).map((one) => [questionOf(one), one]),
    );
    return this.#answers;
  }
}

export async function knownOf(queryable: Queryable, brief: Id<"brief">): Promise<Known> {
  return new Known(await sourcesOf(queryable, brief), await claimsOf(queryable, brief));
}

function questionOf({ subject, slot }: { subject: string; slot: string }): string {
  return `${subject} ${slot}`;
}
