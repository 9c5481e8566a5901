import { Hono } from "hono";
import { staffNames, staffPage } from "#accounts";
import {
  declares,
  type Form,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  InvalidInput,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { checkBrief } from "../checking/index.ts";
import type { Claim } from "../claim/index.ts";
import {
  decideClaim,
  decisionLineSchema,
  knownAround,
  knownOf,
  supportClaim,
  supportLineSchema,
} from "../keeping/index.ts";
import { actsOn } from "./act.ts";
import { type Matter, matterIn, mattersOf, successorsOf, type View, views } from "./matter.ts";
import { say } from "./messages.ts";
import { ClaimPage, type ClaimPageProps, ClaimsPage, editorPath, pathOf } from "./pages/index.ts";
import { type Asking, askingIn, type Editor, saidOf } from "./routes-asking.ts";

const mattersShown = 40;
const path = `${editorPath}/:brief`;

class NoSuchClaim extends HoldfastError {
  readonly code = "claim_unknown";
  readonly refusal = "not_found";
  constructor() {
    super("There is no such claim in this brief.");
  }
}

type Typed = Partial<Pick<ClaimPageProps, "typed" | "passage">>;

/** A brief's claims, one claim, and deciding on it. */
export function claimRoutes(editor: Editor) {
  const { desk, clock } = editor;
  const { database } = desk;
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    path,
    staffPage(async (context) => {
      const { brief } = await askingIn(editor, context);
      const { language } = context.var;
      const known = await knownOf(database, brief.id);
      const page = ClaimsPage({
        ...{ language, brief, known },
        ...viewIn(context, mattersOf(known)),
        groundless: checkBrief(known, []).groundless,
      });
      return await context.render(page, { title: brief.title, unlisted: true });
    }),
  );

  routes.get(
    `${path}/claims/:claim`,
    staffPage(async (context) => showClaim(editor, context, await askingIn(editor, context))),
  );

  /** An act on a claim leads back to it; a refusal is said there, and what was typed stays. */
  const act = (
    name: string,
    typedIn: (form: Form) => Typed,
    work: (asking: Asking, claim: number, form: Form, language: HttpContext) => Promise<string>,
  ) =>
    routes.post(
      `${path}/claims/:claim/${name}`,
      smallForm,
      declares("nothing"),
      staffPage(async (context) => {
        const asking = await askingIn(editor, context);
        const form = await readForm(context);
        const claim = Number(context.req.param("claim"));
        try {
          const done = await work(asking, claim, form, context);
          return context.redirect(`${pathOf(asking.brief)}/claims/${claim}?done=${done}`, 303);
        } catch (error) {
          const problem = saidOf(error);
          context.status(400);
          return await showClaim(editor, context, asking, problem, typedIn(form));
        }
      }, editorPath),
    );

  act(
    "decide",
    (form) => ({
      typed: { is: textIn(form, "is"), reason: textIn(form, "reason"), into: textIn(form, "into") },
    }),
    async ({ hand, brief }, claim, form, { var: { language } }) => {
      const into = Number(textIn(form, "into")) || undefined;
      const is = textIn(form, "is");
      const line = decisionLineSchema.safeParse({
        ...{ claim, is, reason: textIn(form, "reason") },
        ...(is === "superseded" && { into }),
      });
      if (!line.success) throw new InvalidInput("wrong_decision", say(language, "decide.wrong"));
      await decideClaim(desk, hand, brief, line.data, clock());
      return "decided";
    },
  );

  act(
    "passages",
    (form) => ({ passage: { source: textIn(form, "source"), exact: textIn(form, "exact") } }),
    async ({ hand, brief }, claim, form, { var: { language } }) => {
      const given = { claim, source: textIn(form, "source").trim(), exact: exactIn(form) };
      const line = supportLineSchema.safeParse(given);
      if (!line.success) throw new InvalidInput("wrong_passage", say(language, "passage.wrong"));
      await supportClaim(desk, hand, brief, line.data, clock());
      return "supported";
    },
  );

  return routes;
}

/** A browser sends CR LF for each end of a line; a source has LF alone. */
function exactIn(form: Form): string {
  return textIn(form, "exact").replaceAll("\r\n", "\n").trim();
}

/** Which matters the address asks for, and how many there are of each view. */
function viewIn(context: HttpContext, matters: readonly Matter[]) {
  const { subject, slot, show, page } = context.req.query();
  const view: View = views.find((one) => one === show) ?? "all";
  const isOne = subject !== undefined && slot !== undefined;
  const seen = isOne
    ? matters.filter((one) => one.subject === subject && one.slot === slot)
    : matters.flatMap((one) => matterIn(view, one));
  const last = Math.max(1, Math.ceil(seen.length / mattersShown));
  const number = Math.min(last, Math.max(1, Number.parseInt(page ?? "1", 10) || 1));
  const counts = Object.fromEntries(views.map((one) => [one, countIn(one, matters)])) as Readonly<
    Record<View, number>
  >;
  return {
    ...{ view, isOne, counts, page: { number, last } },
    matters: seen.slice((number - 1) * mattersShown, number * mattersShown),
  };
}

/** Matters that are contradicted, and claims otherwise. */
function countIn(view: View, matters: readonly Matter[]): number {
  const seen = matters.flatMap((matter) => matterIn(view, matter));
  if (view === "contradicted") return seen.length;
  return seen.reduce((sum, { claims }) => sum + claims.length, 0);
}

async function showClaim(
  { desk: { database } }: Editor,
  context: HttpContext,
  { hand, brief }: Asking,
  problem?: string,
  typed: Typed = {},
): Promise<Response> {
  const { language } = context.var;
  const number = Number(context.req.param("claim"));
  if (!Number.isSafeInteger(number)) throw new NoSuchClaim();
  const known = await knownAround(database, brief.id, { numbers: [number], toConfirm: true });
  const claim = known.claims.find((one) => one.number === number);
  if (!claim) throw new NoSuchClaim();
  const done = (["decided", "supported"] as const).find((one) => one === context.req.query("done"));
  const page = ClaimPage({
    ...{ language, brief, known, claim, problem },
    done: done && say(language, `done.${done}`),
    grounds: known.groundsOf(claim),
    acts: actsOn(claim, hand.person),
    successors: successorsOf(claim, known),
    names: await staffNames(database, peopleOf(claim)),
    ...{ typed: { is: "", reason: "", into: "" }, passage: { source: "", exact: "" }, ...typed },
  });
  return await context.render(page, { title: brief.title, unlisted: true });
}

function peopleOf({ author, decisions }: Claim): Id<"staff">[] {
  return [...(author.is === "person" ? [author.staff] : []), ...decisions.map(({ by }) => by)];
}
