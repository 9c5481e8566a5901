import {
  type Command,
  type CommandContext,
  type ExitCode,
  InvalidInput,
  readWords,
  UsageError,
} from "#platform";
import type { Brief } from "../brief/index.ts";
import {
  type Body,
  type DraftLine,
  draftLineSchema,
  type EditionObjection,
  lostLanguages,
  printEdition,
  saveDraft,
  writtenSections,
} from "../edition/index.ts";
import type { BriefsDesk, Hand } from "../hand.ts";
import { renderPage } from "../pages/index.ts";
import {
  BriefBlocked,
  bodyOf,
  draftEdition,
  prepareEdition,
  prepareWithdrawal,
  publishedEdition,
} from "../publishing/index.ts";
import {
  type FeedPlace,
  renderAtom,
  renderJsonFeed,
  renderJsonLd,
  renderMarkdown,
  renderText,
  translationIn,
} from "../rendering/index.ts";
import { plainLine } from "../source/index.ts";
import { takeLines } from "./lines.ts";
import { handOf, type ReachBriefs, reachBrief } from "./reach.ts";

/** What readers should do now, in the policy's words. */
export type ReadAdvice = (context: CommandContext, desk: BriefsDesk) => Promise<readonly string[]>;

const formats = ["page", "json", "markdown", "text", "jsonld", "atom", "jsonfeed"] as const;
type Format = (typeof formats)[number];

const reasonSchema = plainLine(10, 500);

export function draftCommand(reach: ReachBriefs, readAdvice: ReadAdvice): Command {
  return {
    name: "brief draft",
    summary: "write the sentences of a brief, and say what keeps them from being published",
    usage: `holdfast brief draft BRIEF [--reason REASON]
holdfast brief draft BRIEF FILE.jsonl --by STAFF

Takes all sentences of a brief anew, as JSON Lines: {"section", "text", "claims": [NUMBER, …]}; those of the section faq have a "question". No sentence is taken
without a claim, and of a file with a bad line nothing is. What is unclear, disputed and corrected, the sources and how they were read aren't written: they
are made of claims, questions and sources. Prints what keeps the brief from being published, a line each: which sentence, and why. Exit code 1 when there is something.

section: ${writtenSections.join(", ")}`,
    async run(words, context) {
      const { positionals, options } = readWords(words, ["by", "reason"]);
      const [id, file, ...more] = positionals;
      if (more.length > 0) throw new UsageError("Give BRIEF and one FILE.");
      await using started = new AsyncDisposableStack();
      const { desk, brief } = await reachBrief(reach, context, started, id);
      if (file !== undefined) {
        const hand = await handOf(desk, options.by);
        const exitCode = await keepDraft({ desk, hand, brief }, file, context);
        if (exitCode !== 0) return exitCode;
      }
      const reason = reasonIn(options.reason);
      const wanted = { reason, advice: await readAdvice(context, desk) };
      const { objections } = await draftEdition(desk.database, brief, wanted, context.clock());
      return told(objections, context);
    },
  };
}

type Keeping = { desk: BriefsDesk; hand: Hand; brief: Brief };

async function keepDraft(
  { desk, hand, brief }: Keeping,
  file: string,
  context: CommandContext,
): Promise<ExitCode> {
  const lines: DraftLine[] = [];
  const exitCode = await takeLines(file, draftLineSchema, context, async (line) => {
    lines.push(line);
    return { section: line.section };
  });
  if (exitCode === 0) await saveDraft(desk, hand, brief, { lines }, context.clock());
  return exitCode;
}

export function publishCommand(reach: ReachBriefs, readAdvice: ReadAdvice): Command {
  return {
    name: "brief publish",
    summary: "prepare the next edition of a brief, for two people to publish",
    usage: `holdfast brief publish BRIEF --by STAFF [--reason REASON]
holdfast brief publish BRIEF --by STAFF --withdraw REASON

Makes the next edition of the last draft and of what is known now, and keeps its bytes; or prints what keeps it from being published, a line each, and ends with 1. From the
second edition on readers are told the REASON. --withdraw prepares a note that takes the whole brief back. Neither publishes anything: on /staff/briefs/editions somebody with the
role comms or counsel asks, signed in, and somebody with the role comms whom the desk draws agrees to the hash that this prints. Languages that the last edition was in and this one isn't are printed as translations_lost.`,
    async run(words, context) {
      const { positionals, options } = readWords(words, ["by", "reason", "withdraw"]);
      if (positionals.length !== 1) throw new UsageError("Give one BRIEF.");
      await using started = new AsyncDisposableStack();
      const { desk, brief } = await reachBrief(reach, context, started, positionals[0]);
      const hand = await handOf(desk, options.by);
      const [reason, withdrawal] = [reasonIn(options.reason), reasonIn(options.withdraw)];
      const now = context.clock();
      try {
        const prepared =
          withdrawal === undefined
            ? await prepareEdition(
                desk,
                hand,
                brief,
                { reason, advice: await readAdvice(context, desk) },
                now,
              )
            : await prepareWithdrawal(desk, hand, brief, withdrawal, now);
        const { id, number, sha256 } = prepared;
        const body = bodyOf(prepared);
        const lost = body.is === "edition" ? lostLanguages(body) : [];
        const without = lost.length > 0 && { translations_lost: lost };
        context.stdout.write(`${JSON.stringify({ edition: id, number, sha256, ...without })}\n`);
        return 0;
      } catch (error) {
        if (!(error instanceof BriefBlocked)) throw error;
        return told(error.objections, context);
      }
    },
  };
}

export function renderCommand(reach: ReachBriefs, readAdvice: ReadAdvice): Command {
  return {
    name: "brief render",
    summary: "print an edition of a brief, or its draft",
    usage: `holdfast brief render BRIEF --format FORMAT [--edition NUMBER | --draft] [--language LANGUAGE] [--site ADDRESS]

Prints the last edition that is published, another one, or what the draft makes now. FORMAT: ${formats.join(", ")}. json is what is hashed: the very bytes.
page is one file of HTML that needs nothing beside itself, to be mailed, kept or printed. --language is de, fr or es, for markdown and text, where the edition is translated.
--site is where readers find the site, for the addresses of page, atom, jsonfeed and jsonld. Online the page is at /briefs/BRIEF, and its translations at /briefs/BRIEF/de.`,
    async run(words, context) {
      const { positionals, options, flags } = readWords(
        words,
        ["format", "edition", "site", "language"],
        ["draft"],
      );
      const format = formats.find((one) => one === options.format);
      if (positionals.length !== 1 || !format) {
        throw new UsageError(`Give one BRIEF and --format: ${formats.join(", ")}.`);
      }
      await using started = new AsyncDisposableStack();
      const { desk, brief } = await reachBrief(reach, context, started, positionals[0]);
      const asked = options.edition === undefined ? undefined : Number(options.edition);
      if (asked !== undefined && !Number.isSafeInteger(asked)) {
        throw new UsageError("--edition takes a number.");
      }
      const now = context.clock();
      const draft = async () => {
        const wanted = { reason: undefined, advice: await readAdvice(context, desk) };
        return (await draftEdition(desk.database, brief, wanted, now)).edition;
      };
      const kept = flags.has("draft")
        ? undefined
        : await publishedEdition(desk.database, brief.id, asked);
      if (!(kept || flags.has("draft"))) {
        throw new InvalidInput("edition_unknown", "No such edition is published.");
      }
      const body = kept ? bodyOf(kept) : await draft();
      const place = { site: options.site ?? "http://localhost", brief: brief.id };
      const publishedAt = kept?.publishedAt ?? now;
      const { language } = options;
      if (language !== undefined) {
        context.stdout.write(renderedIn(language, format, body));
        return 0;
      }
      context.stdout.write(rendered(format, body, place, publishedAt));
      return 0;
    },
  };
}

function renderedIn(language: string, format: Format, body: Body): string {
  const translation = body.is === "edition" ? translationIn(body, language) : undefined;
  if (!translation) {
    throw new InvalidInput("not_translated", `This edition isn't translated into ${language}.`);
  }
  if (format === "markdown") return renderMarkdown(body, translation);
  if (format === "text") return renderText(body, translation);
  throw new UsageError("A translation is printed as markdown or text; json has all of them.");
}

function rendered(format: Format, body: Body, place: FeedPlace, publishedAt: Date): string {
  if (format === "page") return renderPage(body, place.site);
  if (format === "json") return printEdition(body);
  if (format === "markdown") return renderMarkdown(body);
  if (format === "text") return renderText(body);
  if (format === "jsonld") return renderJsonLd(body, place);
  const items = [{ body, publishedAt }];
  return format === "atom" ? renderAtom(items, place) : renderJsonFeed(items, place);
}

function reasonIn(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const read = reasonSchema.safeParse(given);
  if (!read.success) throw new InvalidInput("wrong_reason", "A reason has 10 to 500 letters.");
  return read.data;
}

function told(
  objections: readonly EditionObjection[],
  { stdout }: Pick<CommandContext, "stdout">,
): ExitCode {
  for (const objection of objections) stdout.write(`${JSON.stringify(objection)}\n`);
  return objections.length > 0 ? 1 : 0;
}
