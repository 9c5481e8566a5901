import { z } from "@hono/zod-openapi";
import {
  type Command,
  type CommandContext,
  type ExitCode,
  InvalidInput,
  readWords,
  UsageError,
} from "#platform";
import type { Brief } from "../brief/index.ts";
import { checkBrief, type Findings, sourcesBehind } from "../checking/index.ts";
import { wordsOfClaim } from "../edition/index.ts";
import { type Known, knownOf } from "../keeping/index.ts";
import { questionsOf } from "../question/index.ts";
import { checkSentence, type Section, sections, wordsOfObjection } from "../sentence/index.ts";
import { takeLines } from "./lines.ts";
import { type ReachBriefs, reachBrief } from "./reach.ts";

const came = {
  before_asked: "published before the question was asked",
  since: "published since",
  around: "published about then, or at a time that isn't known well enough",
} as const;

export function checkCommand(reach: ReachBriefs): Command {
  return {
    name: "brief check",
    summary: "say what of a brief contradicts itself, is answered, or lost its grounds",
    usage: `holdfast brief check BRIEF [--json]
holdfast brief check BRIEF --sentences FILE.jsonl

Says where the sources have their story from, what claims can't be together, which open questions a claim may answer, and what is confirmed
without enough behind it any more. It changes nothing. Exit code 1 when something confirmed has lost its grounds.

--sentences reads JSON Lines, {"text", "section", "claims": [NUMBER, …]}, and says what keeps each sentence from being published: every number, date, name and verb of it
must be in its claims at no greater strength. English alone. Exit code 1 when there is something. section: ${Object.keys(sections).join(", ")}`,
    async run(words, context) {
      const { positionals, options, flags } = readWords(words, ["sentences"], ["json"]);
      if (positionals.length !== 1) throw new UsageError("Give one BRIEF.");
      await using started = new AsyncDisposableStack();
      const { desk, brief } = await reachBrief(reach, context, started, positionals[0]);
      const known = await knownOf(desk.database, brief.id);
      const { sentences } = options;
      if (sentences !== undefined) return await checkLines(sentences, known, brief, context);
      const findings = checkBrief(known, await questionsOf(desk.database, brief.id));
      const said = flags.has("json")
        ? JSON.stringify(asJson(findings, known))
        : inWords(findings, known).join("\n");
      context.stdout.write(`${said}\n`);
      return findings.groundless.length > 0 ? 1 : 0;
    },
  };
}

const sentenceLineSchema = z.strictObject({
  text: z.string().min(1).max(1_000),
  section: z.enum(Object.keys(sections) as [Section, ...Section[]]),
  claims: z.array(z.int().positive()).max(20),
});

async function checkLines(
  file: string,
  known: Known,
  brief: Brief,
  context: CommandContext,
): Promise<ExitCode> {
  let isObjected = false;
  const exitCode = await takeLines(file, sentenceLineSchema, context, async (line) => {
    const claims = line.claims.map((number) => {
      const claim = known.claims.find((one) => one.number === number);
      if (claim) return claim;
      throw new InvalidInput("claim_unknown", `There is no claim ${number} in this brief.`);
    });
    const objections = checkSentence(line, claims, brief.firm);
    isObjected ||= objections.length > 0;
    const said = objections.map((one) => ({ code: one.code, message: wordsOfObjection(one) }));
    return { objections: said };
  });
  return isObjected ? 1 : exitCode;
}

function asJson({ origins, disputes, questions, groundless }: Findings, known: Known): object {
  return {
    origins,
    disputes: disputes.map(({ subject, slot, contradictions, uncomparedCount }) => ({
      ...{ subject, slot, uncomparedCount },
      contradictions: contradictions.map(({ one, other, differences }) => ({
        differences,
        sides: [one, other].map((side) => ({
          says: wordsOfClaim(side),
          claims: side.claims.map((id) => known.claim(id)?.number),
          sources: sourcesBehind(side, known),
        })),
      })),
    })),
    questions: questions.map(({ question, answers }) => ({
      question: question.number,
      text: question.text,
      answers: answers.map((answer) => ({
        claim: answer.claim.number,
        source: answer.source.name,
        came: answer.came,
      })),
    })),
    groundless,
  };
}

function inWords({ origins, disputes, questions, groundless }: Findings, known: Known): string[] {
  const total = origins.reduce((sum, { sources }) => sum + sources.length, 0);
  const lines = [`${total} sources, ${origins.length} origins.`];
  for (const { sources, labels, known: bases } of origins) {
    const how =
      bases.length > 0 ? `known by ${bases.join(" and ")}` : "nobody said, counts for none";
    lines.push(`  ${labels.join(", ") || "no label"} (${how}): ${sources.join(", ")}`);
  }
  const unsaid = origins.filter(({ known: bases }) => bases.length === 0).length;
  if (unsaid > 0) {
    lines.push(
      `Of ${unsaid} nobody said where they have it from: holdfast brief sources BRIEF --assess says so, by hand.`,
    );
  }
  const count = disputes.reduce((sum, { contradictions }) => sum + contradictions.length, 0);
  lines.push(`${count} contradictions, to ${disputes.length} questions.`);
  for (const { subject, slot, contradictions, uncomparedCount } of disputes) {
    for (const { one, other, differences } of contradictions) {
      const [left, right] = [one, other].map(
        (side) => `${wordsOfClaim(side)} (${sourcesBehind(side, known).join(", ")})`,
      );
      lines.push(`  ${subject}, ${slot}: ${left} against ${right}: ${differences.join(", ")}`);
    }
    if (uncomparedCount > 0) lines.push(`  ${subject}, ${slot}: ${uncomparedCount} more answers.`);
  }
  lines.push(`${questions.length} open questions.`);
  for (const { question, answers } of questions) {
    const [first] = answers;
    const found = first
      ? `claim ${first.claim.number} may answer it (${first.source.name}, ${first.source.published ?? "undated"}): ${came[first.came]}`
      : "nothing answers it";
    lines.push(`  ${question.number}. ${question.text} ${found}.`);
  }
  for (const number of groundless) {
    lines.push(`Claim ${number} is decided, and what is behind it isn't enough any more.`);
  }
  return lines;
}
