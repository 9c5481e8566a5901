import type { Id } from "#platform";
import type { Source } from "../source/index.ts";
import type { OriginGroup } from "./grouping.ts";

/** The firm's speech, the criminals' and a machine's are never one of two voices that confirm each other. */
const never: ReadonlySet<Source["kind"]> = new Set(["actor", "machine"]);

/**
 * Whether a source counts when origins are counted: it has a publisher, nobody doubts it, and neither a machine nor the
 * criminals wrote it.
 */
export function counts({ publisher, kind, reliability }: CountedSource): boolean {
  const isDoubted = reliability === "doubtful" || reliability === "invented";
  return publisher !== undefined && !never.has(kind) && !isDoubted;
}

export type CountedSource = Pick<Source, "publisher" | "kind" | "reliability">;

/** The origins of sources, by source: which group it belongs to, and what is known of that. */
export class Origins {
  readonly groups: readonly OriginGroup[];
  readonly #of: ReadonlyMap<Id<"source">, OriginGroup>;

  constructor(groups: readonly OriginGroup[]) {
    this.groups = groups;
    this.#of = new Map(groups.flatMap((group) => group.sources.map((id) => [id, group] as const)));
  }

  of(source: Id<"source">): OriginGroup | undefined {
    return this.#of.get(source);
  }

  /**
   * How many origins these sources have that count and of which something is known: at most as many as they have
   * publishers, because one publisher with two stories is one voice.
   */
  independentAmong(sources: readonly (CountedSource & Pick<Source, "id">)[]): number {
    const groups = new Set<OriginGroup>();
    const publishers = new Set<string>();
    for (const source of sources) {
      const group = this.of(source.id);
      if (!group || group.bases.size === 0 || !counts(source)) continue;
      groups.add(group);
      publishers.add(lookOf(source.publisher ?? ""));
    }
    return Math.min(groups.size, publishers.size);
  }
}

/** Publishers whose names differ in capitals, spaces or marks alone are one. */
function lookOf(publisher: string): string {
  return publisher
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
