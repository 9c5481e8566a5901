import { Hono } from "hono";
import { staffNames, staffPage } from "#accounts";
import {
  dayOf,
  declares,
  type Form,
  type HttpContext,
  type HttpEnvironment,
  InvalidInput,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { disputesOf } from "../disputing/index.ts";
import { askQuestion, checkQuestion, type Known, knownOf } from "../keeping/index.ts";
import {
  isAnswered,
  possibleAnswers,
  type Question,
  questionLineSchema,
  questionsOf,
} from "../question/index.ts";
import { subjectsOf } from "./matter.ts";
import { say } from "./messages.ts";
import { editorPath, pathOf, QuestionsPage, type QuestionsPageProps } from "./pages/index.ts";
import { type Asking, askingIn, type Editor, saidOf } from "./routes-asking.ts";
import { nameOf } from "./typed-value.ts";

const path = `${editorPath}/:brief/questions`;
/** A question has so many possible answers in its list. */
const answersShown = 20;

type Shown = Partial<Pick<QuestionsPageProps, "problem" | "typed">>;

/** What isn't known of a brief, what readers dispute, and saying that somebody looked. */
export function questionRoutes(editor: Editor) {
  const { desk, clock } = editor;
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    path,
    staffPage(async (context) => show(editor, context, await askingIn(editor, context))),
  );

  const act = (
    address: string,
    work: (asking: Asking, form: Form, context: HttpContext) => Promise<string>,
  ) =>
    routes.post(
      address,
      smallForm,
      declares("nothing"),
      staffPage(async (context) => {
        const asking = await askingIn(editor, context);
        const form = await readForm(context);
        try {
          const done = await work(asking, form, context);
          return context.redirect(`${pathOf(asking.brief)}/questions${done}`, 303);
        } catch (error) {
          const problem = saidOf(error);
          context.status(400);
          return await show(editor, context, asking, { problem, typed: typedIn(form) });
        }
      }, editorPath),
    );

  act(path, async ({ hand, brief }, form, { var: { language } }) => {
    const { text, slot, subject, who, asked_on } = typedIn(form);
    const source = textIn(form, "source").trim();
    const line = questionLineSchema.safeParse({
      ...{ text, slot: nameOf(slot), subject: nameOf(subject), asked_on: asked_on.trim() },
      ...(who.trim() !== "" && { who_could_answer: who }),
      ...(source !== "" && { source }),
    });
    if (!line.success) throw new InvalidInput("wrong_question", say(language, "ask.wrong"));
    const number = await askQuestion(desk, hand, brief, line.data, clock());
    return `?done=asked#question-${number}`;
  });

  act(`${path}/:question/check`, async ({ hand, brief }, form, context) => {
    const question = Number(context.req.param("question"));
    const claim = Number(textIn(form, "claim")) || undefined;
    await checkQuestion(desk, hand, brief, { question, claim }, clock());
    return `?done=checked#question-${question}`;
  });

  return routes;
}

function typedIn(form: Form): QuestionsPageProps["typed"] {
  const fields = ["text", "slot", "subject", "who", "asked_on"] as const;
  return Object.fromEntries(
    fields.map((name) => [name, textIn(form, name)]),
  ) as QuestionsPageProps["typed"];
}

async function show(
  { desk: { database }, clock }: Editor,
  context: HttpContext,
  { brief }: Asking,
  shown: Shown = {},
): Promise<Response> {
  const { language } = context.var;
  const known = await knownOf(database, brief.id);
  const questions = await questionsOf(database, brief.id);
  const disputes = Map.groupBy(await disputesOf(database, brief.id), (one) => one.question);
  const done = (["asked", "checked"] as const).find((one) => one === context.req.query("done"));
  const page = QuestionsPage({
    ...{ language, brief, known, subjects: subjectsOf(known) },
    questions: questions.map((question) => ({
      question,
      answer: answerOf(question, known),
      possible: possibleAnswers(question, known.claims, known.sources).slice(0, answersShown),
      disputes: disputes.get(question.id) ?? [],
    })),
    names: await staffNames(
      database,
      questions.flatMap(({ checks }) => checks.map(({ by }) => by)),
    ),
    typed: { ...typedIn({}), asked_on: dayOf(clock()) },
    done: done && say(language, `done.${done}`),
    ...shown,
  });
  return await context.render(page, { title: brief.title, unlisted: true });
}

function answerOf(question: Question, known: Known) {
  const last = question.checks.at(-1)?.claim;
  return last && isAnswered(question, known.claims) ? known.claim(last) : undefined;
}
