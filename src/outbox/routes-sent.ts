import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  type Language,
  readForm,
  type TakeRequest,
  TooManyRequests,
} from "#platform";
import { askWhetherSent, readHeld, type SentAnswer } from "./asking.ts";
import { explainAnswer, subjectOf, topicOf } from "./explanation.ts";
import { say } from "./messages.ts";
import { AnswerPage, SentPage } from "./pages/index.ts";
import type { Reader } from "./reader.ts";
import type { Owner } from "./store.ts";

export type SentRoutesOptions = {
  reader: Reader;
  /** Who asks; undefined for somebody who isn't signed in. */
  signedIn(context: HttpContext): Promise<Owner | undefined>;
  signInPath: string;
  mailFrom: string | undefined;
  takeQuestion: TakeRequest;
};

const answerSchema = z
  .object({
    answer: z.enum(["ours", "changed", "not_ours", "ask_signed_in"]),
    heading: z.string().openapi({ description: "The answer as a sentence for people" }),
    why: z.string(),
    sent_at: z.iso.datetime().optional(),
    about: z.string().optional(),
    subject: z.string().optional(),
  })
  .openapi("SentAnswer");

const checkSentRoute = createRoute({
  method: "post",
  path: "/v1/outbox/checks",
  summary: "Did you send me this?",
  description:
    "Takes the code, the words or the raw mail of a message. Only the signed-in addressee hears a yes, and only of these very words. Nothing of it is kept.",
  request: {
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.strictObject({ input: z.string().min(1).max(1_000_000) }),
        },
      },
    },
  },
  responses: {
    200: { description: "The answer", content: { "application/json": { schema: answerSchema } } },
  },
});

/** `/sent` and `POST /v1/outbox/checks`. */
export function sentRoutes(options: SentRoutesOptions) {
  const { signedIn, signInPath, takeQuestion } = options;
  const routes = new OpenAPIHono<HttpEnvironment>();

  routes.get("/sent", async (context) => {
    const { language } = context.var;
    const asker = await signedIn(context);
    context.header("cache-control", "no-store");
    return context.render(SentPage({ language, signInPath: asker ? undefined : signInPath }), {
      title: say(language, "sent.title"),
    });
  });

  routes.post("/sent", declares("nothing"), (context) => answerForm(context, options));

  routes.use(checkSentRoute.path, declares("nothing"));
  routes.openapi(checkSentRoute, async (context) => {
    await takeQuestion(context);
    const { language } = context.var;
    const { input } = context.req.valid("json");
    const asker = await signedIn(context);
    const answer = await ask(options, asker, input, language);
    const { heading, why, message } = explainAnswer(answer, language, asker !== undefined);
    context.header("cache-control", "no-store");
    const facts = message && {
      sent_at: message.registeredAt.toISOString(),
      about: topicOf(message, language),
      subject: subjectOf(message, language),
    };
    return context.json({ answer: answer.is, heading, why, ...facts }, 200);
  });

  return routes;
}

async function ask(
  { reader, mailFrom }: SentRoutesOptions,
  asker: Owner | undefined,
  input: string | Uint8Array,
  language: Language,
): Promise<SentAnswer> {
  return await askWhetherSent(reader, asker, await readHeld(input), mailFrom, language);
}

async function answerForm(context: HttpContext, options: SentRoutesOptions) {
  const { language } = context.var;
  context.header("cache-control", "no-store");
  const limit = await options.takeQuestion(context).catch((error) => {
    if (error instanceof TooManyRequests) return error;
    throw error;
  });
  const asker = await options.signedIn(context);
  const signInPath = asker ? undefined : options.signInPath;
  const { typed, mail } = limit ? { typed: "" } : await readQuestion(context);
  const error = limit
    ? say(language, "sent.wait", { seconds: limit.retryAfterSeconds })
    : refusalOf(language, typed, mail);
  if (error !== undefined) {
    context.status(limit ? 429 : 400);
    return context.render(SentPage({ language, signInPath, typed, error }), {
      title: say(language, "sent.title"),
      unlisted: true,
    });
  }
  const answer = await ask(options, asker, mail ?? typed, language);
  const explanation = explainAnswer(answer, language, asker !== undefined);
  return context.render(AnswerPage({ language, answer, explanation, signInPath }), {
    title: explanation.heading,
    unlisted: true,
  });
}

function refusalOf(
  language: HttpContext["var"]["language"],
  typed: string,
  mail: Uint8Array | undefined,
): string | undefined {
  const isEmpty = typed.trim() === "";
  if (isEmpty && !mail) return say(language, "sent.empty");
  return !isEmpty && mail ? say(language, "sent.both") : undefined;
}

async function readQuestion(context: HttpContext): Promise<{ typed: string; mail?: Uint8Array }> {
  const { message, mail } = await readForm(context);
  const typed = typeof message === "string" ? message : "";
  if (!(mail instanceof File) || mail.size === 0) return { typed };
  return { typed, mail: new Uint8Array(await mail.arrayBuffer()) };
}
