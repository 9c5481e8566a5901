import type { Policy } from "#tlog";

/** A witness or a group: whose witnesses could be parted so that it has witnessed with either part alone. */
type Node = { witness: string | undefined; parts: boolean };

/**
 * Whether two quorums of a policy can have no witness in common. Then its log could show each of them another history,
 * and every witness would have kept to the rules: tlog-policy allows it, and it is up to whoever reads the log.
 */
export function hasDisjointQuorums({ witnesses, groups, quorum }: Policy): boolean {
  if (quorum === undefined) return true;
  // Lines with one address are one witness, whatever its keys are named.
  const nodes = new Map<string, Node>(
    witnesses.map(({ name, url }) => [name, { witness: url ?? name, parts: false }]),
  );
  for (const { name, threshold, members } of groups) {
    const under = members.flatMap((member) => nodes.get(member) ?? []);
    const [witness, ...more] = new Set(under.map((node) => node.witness));
    const isOne = witness !== undefined && more.length === 0;
    // Each part takes whom it can have alone, and has its share of those that can be parted.
    const parted = under.filter(({ parts }) => parts).length;
    nodes.set(name, {
      witness: isOne ? witness : undefined,
      parts: !isOne && 2 * threshold <= under.length + parted,
    });
  }
  return nodes.get(quorum)?.parts ?? false;
}
