import { OpenAPIHono } from "@hono/zod-openapi";
import type { SentAnswer } from "#outbox";
import {
  type Clock,
  declares,
  type HttpContext,
  type HttpEnvironment,
  payloadDigest,
  readForm,
  readSigned,
  type TakeRequest,
  TooManyRequests,
} from "#platform";
import { explain } from "./explain.ts";
import { say } from "./messages.ts";
import { withSent } from "./outbox-code.ts";
import { CheckPage, ContactsPage, ResultPage } from "./pages/index.ts";
import { type ReportedOn, withReported } from "./reported.ts";
import { answerOf, checkRoute } from "./routes-check.ts";
import type { DirectorySource } from "./source.ts";
import { txtLine } from "./txt.ts";

const directoryCacheSeconds = 300;
const givenBackBytesMax = 65_536;
const directoryPath = "/.well-known/official-contacts.json";

export type ContactsRoutesOptions = {
  source: DirectorySource;
  clock: Clock;
  takeCheck: TakeRequest;
  /** What the register of our messages says of an input, to who asks. */
  askWhetherSent(context: HttpContext, input: string | Uint8Array): Promise<SentAnswer>;
  /** What people reported, and was confirmed. */
  reported(): Promise<ReportedOn>;
  /** Told the verdict and kind of every answer, and nothing of the input. */
  onAnswer(verdict: string, kind: string): void;
};

/** The checker's pages and API, and the directory as page and as signed file. */
export function contactsRoutes(options: ContactsRoutesOptions) {
  const { source, clock } = options;
  const routes = new OpenAPIHono<HttpEnvironment>();

  routes.get("/check", async (context) => {
    const { published } = await source.current();
    const { language } = context.var;
    const { firm } = published.content;
    return context.render(CheckPage({ language, firm }), {
      title: say(language, "page.check.title"),
      description: say(language, "page.check.description", { firm }),
    });
  });

  routes.post("/check", declares("nothing"), (context) => answerForm(context, options));

  routes.openapi(checkRoute, async (context) => {
    await options.takeCheck(context);
    const { input } = context.req.valid("json");
    const { checker } = await source.current();
    const checked = withReported(await checker.checkAny(input, clock()), await options.reported());
    const finding = withSent(checked, await options.askWhetherSent(context, input));
    options.onAnswer(finding.verdict, finding.kind);
    return context.json(answerOf(finding, input, context.var.language), 200);
  });

  routes.get("/contacts", async (context) => {
    const { published } = await source.current();
    const { language } = context.var;
    const { content: directory, keyId, text } = published;
    const txt = txtLine(readSigned("directory", text));
    return context.render(
      ContactsPage({ language, published: { directory, keyId, txt }, now: clock() }),
      {
        title: say(language, "page.contacts.title"),
        description: say(language, "page.contacts.description", { firm: directory.firm }),
      },
    );
  });

  routes.get(directoryPath, async (context) => {
    const { text } = (await source.current()).published;
    const etag = `"${payloadDigest(readSigned("directory", text))}"`;
    const headers = {
      etag,
      "content-type": "application/json",
      "cache-control": `public, max-age=${directoryCacheSeconds}`,
      "access-control-allow-origin": "*",
    };
    if (context.req.header("if-none-match") === etag) return context.body(null, 304, headers);
    return context.body(text, 200, headers);
  });

  return routes;
}

async function answerForm(context: HttpContext, options: ContactsRoutesOptions) {
  const { source, clock, onAnswer } = options;
  const { language } = context.var;
  context.header("cache-control", "no-store");
  const limit = await overLimit(context, options);
  const { published, checker } = await source.current();
  const { firm } = published.content;
  const { typed, mail } = await readCheck(context);
  const refuse = (status: 400 | 429, error: string) => {
    context.status(status);
    return context.render(CheckPage({ language, firm, typed, error, hasFile: !!mail }), {
      title: say(language, "page.check.title_error"),
      unlisted: true,
      notices: "below",
    });
  };

  if (limit) return refuse(429, say(language, "form.wait", { seconds: limit.retryAfterSeconds }));
  const isEmpty = typed.trim() === "";
  if (isEmpty && !mail) return refuse(400, say(language, "form.empty"));
  if (!isEmpty && mail) return refuse(400, say(language, "form.both"));
  const input = mail ?? typed;
  const checked = withReported(await checker.checkAny(input, clock()), await options.reported());
  const finding = withSent(checked, await options.askWhetherSent(context, input));
  onAnswer(finding.verdict, finding.kind);
  return context.render(ResultPage({ language, finding, typed }), {
    title: explain(finding, language).heading,
    unlisted: true,
    notices: "below",
  });
}

/** Counted before the form is read. Over the limit, a small form is still read, to give back what was typed. */
async function overLimit(
  context: HttpContext,
  { takeCheck }: ContactsRoutesOptions,
): Promise<TooManyRequests | undefined> {
  try {
    await takeCheck(context);
    return undefined;
  } catch (error) {
    if (!(error instanceof TooManyRequests)) throw error;
    if (!(Number(context.req.header("content-length")) <= givenBackBytesMax)) throw error;
    context.header("retry-after", String(error.retryAfterSeconds));
    return error;
  }
}

async function readCheck(context: HttpContext): Promise<{ typed: string; mail?: Uint8Array }> {
  const { contact, mail } = await readForm(context);
  const typed = typeof contact === "string" ? contact : "";
  if (!(mail instanceof File) || mail.size === 0) return { typed };
  return { typed, mail: new Uint8Array(await mail.arrayBuffer()) };
}
