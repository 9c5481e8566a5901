import { readFile } from "node:fs/promises";
import { readPolicyFile } from "#ledger";
import { type Command, english, orRefused, readFileWords } from "#platform";
import type { Bounds } from "./bands.ts";
import { type Check, holds, type Verified, verifyCertificate } from "./certificate/index.ts";
import { type MessageKey, say } from "./messages.ts";

export const verifyScopeCommand: Command = {
  name: "verify-scope",
  summary: "verify a scope certificate, offline and without anybody's word",
  usage: `holdfast verify-scope FILE --policy POLICY [--list LIST] [--corrects EARLIER]

Says of the certificate in FILE (...holdfast-scope.json) whom a leak affects, as figures, and what holds: that it is as it was
written, that its figures fit together, that two people signed it, and where the log has their signatures and what was
counted. --policy names the keys that count, as a tlog-policy file. With --list the figures are counted anew from the list
of clients that the certificate names by its hash; with --corrects it is held against the earlier certificate whose place it
takes. Ends with 1 when something doesn't hold.`,
  async run(words, { stdout }) {
    const { file, options } = readFileWords(words, ["policy"], ["list", "corrects"]);
    const policy = await readPolicyFile(options.policy ?? "");
    const source = await bytesOf(file);
    const list = options.list === undefined ? undefined : await bytesOf(options.list);
    const earlier = options.corrects === undefined ? undefined : await bytesOf(options.corrects);
    const verified = verifyCertificate(source, policy, { list, earlier });
    stdout.write(`${told(verified).join("\n")}\n`);
    return holds(verified) ? 0 : 1;
  },
};

async function bytesOf(file: string): Promise<Buffer> {
  return await orRefused(file, readFile(file));
}

/** What a certificate says and how far that holds, in lines. */
function told(verified: Verified): string[] {
  const { certificate, checks } = verified;
  return [
    ...(certificate ? [...figureLines(certificate), ""] : []),
    ...checks.flatMap(checkLines),
    "",
    words(holds(verified) ? "verified" : "refused"),
    ...(certificate ? [words("unverified")] : []),
  ];
}

function figureLines({
  id,
  counted_at: at,
  query,
  figures,
  corrects,
  limits,
  log,
}: Told): string[] {
  const rows: [name: string, value: Bounds][] = [
    [words("clients"), figures.clients],
    [words("values"), figures.values],
    ...figures.by_field.map((one): [string, Bounds] => [`  ${one.field} (${one.class})`, one]),
    ...figures.by_class.map((one): [string, Bounds] => [
      words("of_class", { class: one.class }),
      one,
    ]),
    ...figures.by_country.map((one): [string, Bounds] => [
      words("of_country", { country: one.country ?? words("country_unknown") }),
      one,
    ]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const { best, upper } = figures.erased_looks;
  return [
    words("title", { id, at }),
    query.words,
    ...rows.map(([name, bounds]) => `${name.padEnd(width)}  ${words("bounds", bounds)}`),
    words("erased", { best, upper }),
    ...(corrects ? [correctionLine(corrects.clients, figures.clients)] : []),
    words("log", { log: log.origin, size: log.size }),
    limits,
  ];
}

type Told = NonNullable<Verified["certificate"]>;

function correctionLine(was: Bounds, is: Bounds): string {
  const now = { lowerNow: is.lower, bestNow: is.best, upperNow: is.upper };
  return words("correction", { ...was, ...now });
}

/** Each thing that was looked at, as a sentence; what doesn't hold, one for each reason. */
export function checkLines({ name, values, faults }: Check): string[] {
  const which = words(`check.${name}`);
  if (faults.length === 0) return [`+ ${which}: ${words(`holds.${name}`, values)}`];
  return faults.map(({ code, values: why }) => `! ${which}: ${words(`fault.${code}`, why)}`);
}

/** A file holds what somebody wrote, and this may go to a terminal. */
function words(key: MessageKey, values?: Check["values"]): string {
  const text = say(english, key, values);
  return text.replace(/\p{Cc}/gu, "\ufffd");
}
