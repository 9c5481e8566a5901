import { Hono } from "hono";
import { staffPage } from "#accounts";
import {
  declares,
  type Form,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  InvalidInput,
  readForm,
  textIn,
} from "#platform";
import {
  addClaim,
  assessmentLineSchema,
  assessSource,
  claimLineSchema,
  type Known,
  knownOf,
} from "../keeping/index.ts";
import { proposeQuestions } from "../proposing/index.ts";
import { questionsOf } from "../question/index.ts";
import type { Source } from "../source/index.ts";
import { subjectsOf } from "./matter.ts";
import { say } from "./messages.ts";
import {
  editorPath,
  pathOf,
  SourcePage,
  type SourcePageProps,
  type TypedClaim,
  type Wrongs,
} from "./pages/index.ts";
import { passagesOf, placesIn } from "./passage.ts";
import { proposalsOf } from "./proposal.ts";
import { reviewProposals, type Verdict } from "./reviewing.ts";
import { type Asking, askingIn, type Editor, saidOf } from "./routes-asking.ts";
import { remarksIn } from "./routes-sources.ts";
import { reviewedProposals } from "./store.ts";
import { nameOf, typedValue } from "./typed-value.ts";

const path = `${editorPath}/:brief/sources/:source`;
/** Of a long text a page shows so many letters. */
const partLetters = 50_000;

class NoSuchSource extends HoldfastError {
  readonly code = "source_unknown";
  readonly refusal = "not_found";
  constructor() {
    super("There is no such source in this brief.");
  }
}

type Shown = Partial<Pick<SourcePageProps, "problem" | "done" | "wrongs" | "claim" | "assessment">>;

/** One source: its text, what rules propose of it, taking a claim out of it, and how far it is trusted. */
export function sourceRoutes(editor: Editor) {
  const { desk, clock } = editor;
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    path,
    staffPage(async (context) => show(editor, context, await askingIn(editor, context))),
  );

  /** An act on a source leads back to it; a refusal is said there, and what was typed stays. */
  const act = (
    name: string,
    typedIn: (form: Form) => Shown,
    work: (
      asking: Asking,
      source: string,
      form: Form,
      context: HttpContext,
    ) => Promise<string | Shown>,
  ) =>
    routes.post(
      `${path}/${name}`,
      declares("nothing"),
      staffPage(async (context) => {
        const asking = await askingIn(editor, context);
        const form = await readForm(context);
        const source = context.req.param("source") ?? "";
        const refused = async (shown: Shown) => {
          context.status(400);
          return await show(editor, context, asking, shown);
        };
        try {
          const worked = await work(asking, source, form, context);
          if (typeof worked !== "string") return await refused(worked);
          return context.redirect(`${pathOf(asking.brief)}/sources/${source}${worked}`, 303);
        } catch (error) {
          return await refused({ problem: saidOf(error), ...typedIn(form) });
        }
      }, editorPath),
    );

  act(
    "proposals",
    () => ({}),
    (asking, source, form, context) => review(editor, asking, { source, form }, context),
  );

  act(
    "claims",
    (form) => ({ claim: typedClaim(form) }),
    async ({ hand, brief }, source, form, { var: { language } }) => {
      const line = claimLineSchema.safeParse(claimIn(form, source));
      if (!line.success) {
        const [issue] = line.error.issues;
        const why = `${issue?.path.join(".")}: ${issue?.message}`;
        throw new InvalidInput("wrong_claim", say(language, "own.wrong", { why }));
      }
      const number = await addClaim(desk, hand, brief, line.data, clock());
      return `?done=taken&claim=${number}#claim-${number}`;
    },
  );

  act(
    "assess",
    (form) => ({
      assessment: {
        ...{ origin: textIn(form, "origin"), because: textIn(form, "why") },
        reliability: textIn(form, "reliability"),
      },
    }),
    async ({ hand, brief }, source, form, { var: { language } }) => {
      const [label, because] = [textIn(form, "origin").trim(), textIn(form, "why")];
      const line = assessmentLineSchema.safeParse({
        ...{ source, reliability: textIn(form, "reliability"), because },
        ...(label !== "" && { origin: { label, because } }),
      });
      if (!line.success) throw new InvalidInput("wrong_assessment", say(language, "assess.wrong"));
      await assessSource(desk, hand, brief, line.data, clock());
      return "?done=assessed";
    },
  );

  return routes;
}

/** Where to go on when all of it could be kept, or what wasn't. */
async function review(
  { desk, clock }: Editor,
  { hand, brief }: Asking,
  { source, form }: { source: string; form: Form },
  { var: { language } }: HttpContext,
): Promise<string | Shown> {
  const verdicts = verdictsIn(form);
  if (verdicts.length === 0) {
    throw new InvalidInput("nothing_chosen", say(language, "proposals.nothing"));
  }
  const results = await reviewProposals(desk, hand, brief, { source, verdicts }, clock());
  const wrong = results.filter((one) => one.is === "wrong");
  if (wrong.length === 0) return "?done=reviewed#proposals";
  return {
    problem: say(language, "proposals.wrong", { count: wrong.length }),
    wrongs: new Map(
      wrong.map(({ key, message }) => [
        key,
        { message, slot: textIn(form, `slot-${key}`), edtf: textIn(form, `edtf-${key}`) },
      ]),
    ),
  };
}

/** What was chosen of each proposal; what is left for later isn't there. */
function verdictsIn(form: Form): Verdict[] {
  const subject = nameOf(textIn(form, "about"));
  return Object.keys(form).flatMap((name): Verdict[] => {
    const [, key] = /^is-([0-9a-f]{64})$/.exec(name) ?? [];
    const choice = textIn(form, name);
    if (key === undefined || choice === "later") return [];
    if (choice === "refuse") return [{ key, is: "refused" }];
    const slot = nameOf(textIn(form, `slot-${key}`));
    return [{ key, is: "taken", slot, subject, edtf: textIn(form, `edtf-${key}`).trim() }];
  });
}

function typedClaim(form: Form): TypedClaim {
  const fields = ["slot", "subject", "is", "value", "speaker", "verb", "exact"] as const;
  const marks = ["possible", "denied"].filter((mark) => textIn(form, mark) !== "").join(" ");
  const texts = fields.map((name) => [name, textIn(form, name)] as const);
  return { ...(Object.fromEntries(texts) as Omit<TypedClaim, "marks">), marks };
}

function claimIn(form: Form, source: string): unknown {
  const { slot, subject, is, value, speaker, verb, exact, marks } = typedClaim(form);
  return {
    ...{ slot: nameOf(slot), subject: nameOf(subject), value: typedValue(is, value), speaker },
    ...{ possible: marks.includes("possible"), denied: marks.includes("denied") },
    ...(verb !== "" && { verb }),
    supports: [{ source, exact: exact.replaceAll("\r\n", "\n").trim() }],
  };
}

async function show(
  { desk: { database } }: Editor,
  context: HttpContext,
  { brief }: Asking,
  shown: Shown = {},
): Promise<Response> {
  const { language } = context.var;
  const known = await knownOf(database, brief.id);
  const name = context.req.param("source");
  const source = [...known.sources.values()].find((one) => one.name === name || one.id === name);
  if (!source) throw new NoSuchSource();
  const reviewed = await reviewedProposals(database, brief.id);
  const asked = new Set((await questionsOf(database, brief.id)).map(({ text }) => text));
  const dones = ["kept", "reviewed", "taken", "assessed"] as const;
  const done = dones.find((one) => one === context.req.query("done"));
  const page = SourcePage({
    ...{ language, brief, source, remarks: remarksIn(context) },
    ...partOf(context, source, known),
    origin: originOf(source, known),
    proposals: proposalsOf(source, brief.firm, { reviewed, claims: known.claims }),
    questions: proposeQuestions(source).filter(({ text }) => !asked.has(text)),
    subjects: subjectsOf(known),
    wrongs: new Map() satisfies Wrongs,
    claim: typedClaim({}),
    assessment: {
      ...{ origin: source.origin?.label ?? "", because: "", reliability: source.reliability },
    },
    done: done && say(language, `done.${done}`),
    ...shown,
  });
  return await context.render(page, { title: brief.title, unlisted: true });
}

/** The part of its text that the address names, or that a claim stands on. */
function partOf(context: HttpContext, source: Source, known: Known) {
  const places = placesIn(source, known);
  const { text } = source;
  const last = Math.max(1, Math.ceil(text.length / partLetters));
  const claim = Number(context.req.query("claim"));
  const at = places.find((place) => place.claim === claim)?.start;
  const asked =
    at === undefined
      ? Number.parseInt(context.req.query("part") ?? "1", 10) || 1
      : Math.floor(at / partLetters) + 1;
  const number = Math.min(last, Math.max(1, asked));
  const from = (number - 1) * partLetters;
  const to = Math.min(text.length, from + partLetters);
  return { passages: passagesOf(text, places, { from, to }), part: { number, last } };
}

function originOf(source: Source, known: Known): SourcePageProps["origin"] {
  const group = known.origins.of(source.id);
  if (!group || group.bases.size === 0) return undefined;
  const names = group.sources.flatMap((id) => known.sources.get(id)?.name ?? []);
  return { number: known.origins.groups.indexOf(group) + 1, sources: names };
}
