import { InvalidInput } from "#platform";
import type { Policy, VerifierKey } from "#tlog";

/** A witness to ask for its cosignature. It may have several keys, each with a line and a name in the policy. */
export type WitnessToAsk = { url: string; names: readonly string[]; keys: readonly VerifierKey[] };

class WitnessUrlInvalid extends InvalidInput {
  constructor(name: string, url: string) {
    super(
      "witness_url_invalid",
      `The policy's witness ${name} has the address "${url}". Give an http or https address without query or password.`,
    );
  }
}

/**
 * The witnesses of a policy that have an address, in its order; lines with one address are one witness.
 * @throws {InvalidInput} `witness_url_invalid`
 */
export function witnessesToAsk({ witnesses }: Policy): readonly WitnessToAsk[] {
  const asked = witnesses.flatMap(({ name, key, url }) =>
    url === undefined ? [] : [{ name, key, url: submissionPrefix(name, url) }],
  );
  return [...Map.groupBy(asked, ({ url }) => url)].map(([url, lines]) => ({
    url,
    names: lines.map(({ name }) => name),
    keys: lines.map(({ key }) => key),
  }));
}

/** tlog-policy: it "is recommended that it is the witness' submission prefix URL". Without a slash at its end. */
function submissionPrefix(name: string, text: string): string {
  const url = URL.parse(text);
  const isPlain =
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    `${url.username}${url.password}${url.search}${url.hash}` === "";
  if (!isPlain) throw new WitnessUrlInvalid(name, text);
  return url.href.replace(/\/+$/, "");
}
