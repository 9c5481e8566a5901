import { z } from "@hono/zod-openapi";
import { type Command, LineWriter, readWords, UsageError } from "#platform";
import {
  type Claim,
  knownSlots,
  locate,
  type Quote,
  statusOf,
  subjectSchema,
  verbs,
  visibilityOf,
} from "../claim/index.ts";
import {
  addClaims,
  claimLineSchema,
  decideClaim,
  decisionLineSchema,
  type Known,
  knownOf,
  supportClaim,
  supportLineSchema,
} from "../keeping/index.ts";
import { propose, sectionAt, sectionsIn } from "../proposing/index.ts";
import type { Source } from "../source/index.ts";
import { nothingNeeded, refusal, takeGroups, takeLines } from "./lines.ts";
import { handOf, type ReachBriefs, reachBrief } from "./reach.ts";

/** So much is one transaction. */
const addedAtOnce = { linesMax: 500, lettersMax: 1_000_000 };

const addedSchema = claimLineSchema
  .extend({
    rule: z.string().max(40).optional(),
    section: z.string().max(40).optional(),
    needs: nothingNeeded,
  })
  .transform(({ rule: _rule, section: _section, needs: _needs, ...line }) => line);

export function claimsCommand(reach: ReachBriefs): Command {
  return {
    name: "brief claims",
    summary: "list, propose, add and decide the claims of a brief",
    usage: `holdfast brief claims BRIEF
holdfast brief claims BRIEF --propose [--source NAME] [--subject SUBJECT]
holdfast brief claims BRIEF --add FILE.jsonl --by STAFF
holdfast brief claims BRIEF --support FILE.jsonl --by STAFF
holdfast brief claims BRIEF --decide FILE.jsonl --by STAFF

All read and print JSON Lines. --propose says what rules find in the sources, with the sentence where it stands and what a person has to say first
("needs"), and of a brief the section; nothing is kept before somebody adds it. With --subject its lines that need nothing else can be given to --add as they are;
those of another matter get another subject, source by source: claims on two subjects are never put together. A claim is {"slot", "subject", "value", "speaker", "supports": [PASSAGE], "denied"?,
"possible"?, "verb"?}, with a passage as {"source", "exact", "prefix"?, "suffix"?} that stands in the source letter by letter; --support adds one to a claim, with "claim": NUMBER. Its value is
{"is": "quantity", "amount", "hedge", "unit"}, {"is": "date", "edtf"}, {"is": "later", "than": SLOT, "daysMin", "daysMax"}, {"is": "choice", "option"} or {"is": "text", "text"}.
A decision is {"claim": NUMBER, "is", "reason", "into"?}: firm_says, confirmed, disputed, open, refuted, superseded (into another), withdrawn;
public or internal says whether readers see it. What a claim says never changes, and each decision is an event of the ledger.

verb: ${verbs.join(", ")}. slot, among others: ${knownSlots.join(", ")}`,
    async run(words, context) {
      const { positionals, options, flags } = readWords(
        words,
        ["add", "support", "decide", "by", "source", "subject"],
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
        return await takeGroups(add, addedSchema, context, addedAtOnce, async (lines) =>
          (await addClaims(desk, hand, brief, lines, clock())).map((one) =>
            "refused" in one ? refusal(one.refused) : { claim: one.number },
          ),
        );
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
        ? proposals(known, brief.firm, options)
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
      section: sectionOf(known.sources.get(source), quote),
    })),
    addedAt,
    decisions,
  };
}

/** Proposals as lines to be added: whoever adds one fills in what it needs. */
function* proposals(
  known: Known,
  firm: string,
  { source: name, subject }: { source?: string | undefined; subject?: string | undefined },
): Generator<object> {
  if (subject !== undefined && !subjectSchema.safeParse(subject).success) {
    throw new UsageError("--subject takes a name in small letters with _, such as leak_of_may.");
  }
  for (const source of known.sources.values()) {
    if (name !== undefined && source.name !== name) continue;
    for (const { quote, needs, rule, section, ...statement } of propose(source, firm)) {
      const supports = [{ source: source.name, ...quote }];
      const missing = subject === undefined ? ["subject", ...needs] : needs;
      const author = { is: "rules" };
      yield {
        ...{ rule, section, needs: missing, subject, ...statement },
        ...{ denied: false, supports, author },
      };
    }
  }
}

/** In which section of a raw brief a passage stands. */
function sectionOf(source: Source | undefined, quote: Quote): string | undefined {
  const sections = source ? sectionsIn(source.text) : [];
  if (!source || sections.length === 0) return undefined;
  return sectionAt(sections, locate(source.text, quote).start);
}
