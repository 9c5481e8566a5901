import { type Command, readWords, UsageError } from "#platform";
import { checkBrief, type Findings, sourcesBehind, wordsOfPosition } from "../checking/index.ts";
import { type Known, knownOf } from "../keeping/index.ts";
import { questionsOf } from "../question/index.ts";
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

Says where the sources have their story from, what claims can't be together, which open questions a claim may answer, and what is confirmed
without enough behind it any more. It changes nothing. Exit code 1 when something confirmed has lost its grounds.`,
    async run(words, context) {
      const { positionals, flags } = readWords(words, [], ["json"]);
      if (positionals.length !== 1) throw new UsageError("Give one BRIEF.");
      await using started = new AsyncDisposableStack();
      const { desk, brief } = await reachBrief(reach, context, started, positionals[0]);
      const known = await knownOf(desk.database, brief.id);
      const findings = checkBrief(known, await questionsOf(desk.database, brief.id));
      const said = flags.has("json")
        ? JSON.stringify(asJson(findings, known))
        : inWords(findings, known).join("\n");
      context.stdout.write(`${said}\n`);
      return findings.groundless.length > 0 ? 1 : 0;
    },
  };
}

function asJson({ origins, disputes, questions, groundless }: Findings, known: Known): object {
  return {
    origins,
    disputes: disputes.map(({ subject, slot, contradictions, uncomparedCount }) => ({
      ...{ subject, slot, uncomparedCount },
      contradictions: contradictions.map(({ one, other, differences }) => ({
        differences,
        sides: [one, other].map((side) => ({
          says: wordsOfPosition(side),
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
  const count = disputes.reduce((sum, { contradictions }) => sum + contradictions.length, 0);
  lines.push(`${count} contradictions, to ${disputes.length} questions.`);
  for (const { subject, slot, contradictions, uncomparedCount } of disputes) {
    for (const { one, other, differences } of contradictions) {
      const [left, right] = [one, other].map(
        (side) => `${wordsOfPosition(side)} (${sourcesBehind(side, known).join(", ")})`,
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
    lines.push(`Claim ${number} is confirmed, and what is behind it isn't enough any more.`);
  }
  return lines;
}
