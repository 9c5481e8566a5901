import { type Command, LineWriter, readWords, UsageError } from "#platform";
import { type Claim, knownSlots, statusOf, verbs, visibilityOf } from "../claim/index.ts";
import {
  addClaim,
  claimLineSchema,
  decideClaim,
  decisionLineSchema,
  type Known,
  knownOf,
  supportClaim,
  supportLineSchema,
} from "../keeping/index.ts";
import { propose } from "../proposing/index.ts";
import { takeLines } from "./lines.ts";
import { handOf, type ReachBriefs, reachBrief } from "./reach.ts";

export function claimsCommand(reach: ReachBriefs): Command {
  return {
    name: "brief claims",
    summary: "list, propose, add and decide the claims of a brief",
    usage: `holdfast brief claims BRIEF
holdfast brief claims BRIEF --propose [--source NAME]
holdfast brief claims BRIEF --add FILE.jsonl --by STAFF
holdfast brief claims BRIEF --support FILE.jsonl --by STAFF
holdfast brief claims BRIEF --decide FILE.jsonl --by STAFF

All read and print JSON Lines. --propose says what rules find in the sources, with the sentence where it stands and what a person has to say first
("needs"), and of a brief the section; nothing is kept before somebody adds it. A claim is {"slot", "subject", "value", "speaker", "supports": [PASSAGE], "denied"?,
"possible"?, "verb"?}, with a passage as {"source", "exact", "prefix"?, "suffix"?} that stands in the source letter by letter; --support adds one to a claim, with "claim": NUMBER. Its value is
{"is": "quantity", "amount", "hedge", "unit"}, {"is": "date", "edtf"}, {"is": "later", "than": SLOT, "daysMin", "daysMax"}, {"is": "choice", "option"} or {"is": "text", "text"}.
A decision is {"claim": NUMBER, "is", "reason", "into"?}: firm_says, confirmed, disputed, open, refuted, superseded (into another), withdrawn;
public or internal says whether readers see it. What a claim says never changes, and each decision is an event of the ledger.

verb: ${verbs.join(", ")}. slot, among others: ${knownSlots.join(", ")}`,
    async run(words, context) {
      const { positionals, options, flags } = readWords(
        words,
        ["add", "support", "decide", "by", "source"],
        ["propose"],
      );
      const { add, support, decide } = options;
      const asked = [add, support, decide, flags.has("propose") || undefined].filter(
        Boolean,
      ).length;
      if (positionals.length !== 1 || asked > 1) {
        throw new UsageError(
          "Give one BRIEF, and --propose, --add, --support or --decide if you like.",
        );
      }
      await using started = new AsyncDisposableStack();
      const { desk, brief } = await reachBrief(reach, context, started, positionals[0]);
      const { clock } = context;
      if (add !== undefined) {
        const hand = await handOf(desk, options.by);
        return await takeLines(add, claimLineSchema, context, async (line) => ({
          claim: await addClaim(desk, hand, brief, line, clock()),
        }));
      }
      if (support !== undefined) {
        const hand = await handOf(desk, options.by);
        return await takeLines(support, supportLineSchema, context, async (line) => {
          await supportClaim(desk, hand, brief, line, clock());
          return { claim: line.claim };
        });
      }
      if (decide !== undefined) {
        const hand = await handOf(desk, options.by);
        return await takeLines(decide, decisionLineSchema, context, async (line) => {
          const { status, visibility } = await decideClaim(desk, hand, brief, line, clock());
          return { claim: line.claim, status, visibility };
        });
      }
      const known = await knownOf(desk.database, brief.id);
      const writer = new LineWriter(context.stdout);
      const lines = flags.has("propose")
        ? proposals(known, options.source, brief.firm)
        : known.claims.map((claim) => lineOf(claim, known));
      for (const line of lines) await writer.write(JSON.stringify(line));
      await writer.flush();
      return 0;
    },
  };
}

/** A claim as it is added, and what became of it. */
function lineOf(claim: Claim, known: Known): object {
  const { number, supports, decisions, addedAt, id, ...statement } = claim;
  return {
    ...{ claim: number, id, status: statusOf(claim), visibility: visibilityOf(claim) },
    ...statement,
    supports: supports.map(({ source, quote }) => ({
      source: known.sources.get(source)?.name,
      ...quote,
    })),
    addedAt,
    decisions,
  };
}

/** Proposals as lines to be added: whoever adds one fills in what it needs, and the subject. */
function* proposals(known: Known, name: string | undefined, firm: string): Generator<object> {
  for (const source of known.sources.values()) {
    if (source.capture !== "text" || (name !== undefined && source.name !== name)) continue;
    for (const { quote, needs, rule, section, ...statement } of propose(source, firm)) {
      const supports = [{ source: source.name, ...quote }];
      yield { rule, section, needs: ["subject", ...needs], ...statement, denied: false, supports };
    }
  }
}
