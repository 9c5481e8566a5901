import { OpenAPIHono } from "@hono/zod-openapi";
import {
  type Clock,
  type HttpContext,
  type HttpEnvironment,
  payloadDigest,
  readSigned,
  type TakeRequest,
  TooManyRequests,
} from "#platform";
import { explain } from "./explain.ts";
import { say } from "./messages.ts";
import { CheckPage, ContactsPage, ResultPage } from "./pages/index.ts";
import { answerOf, checkRoute } from "./routes-check.ts";
import type { DirectorySource } from "./source.ts";
import { txtLine } from "./txt.ts";

const directoryCacheSeconds = 300;
const directoryPath = "/.well-known/official-contacts.json";

export type ContactsRoutesOptions = {
  source: DirectorySource;
  clock: Clock;
  takeCheck: TakeRequest;
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

  routes.post("/check", (context) => answerForm(context, options));

  routes.openapi(checkRoute, async (context) => {
    await options.takeCheck(context);
    const { input } = context.req.valid("json");
    const { checker } = await source.current();
    const finding = await checker.checkAny(input, clock());
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
  const { source, clock, takeCheck, onAnswer } = options;
  const { language } = context.var;
  const { published, checker } = await source.current();
  const { firm } = published.content;
  context.header("cache-control", "no-store");
  const form = await readForm(context);
  const again = (error: string) =>
    context.render(CheckPage({ language, firm, typed: form.typed, error, hasFile: !!form.mail }), {
      title: say(language, "page.check.title_error"),
      unlisted: true,
      notices: "below",
    });

  if (form.typed.trim() === "" && !form.mail) {
    context.status(400);
    return again(say(language, "form.empty"));
  }
  if (form.typed.trim() !== "" && form.mail) {
    context.status(400);
    return again(say(language, "form.both"));
  }
  try {
    await takeCheck(context);
  } catch (error) {
    if (!(error instanceof TooManyRequests)) throw error;
    context.status(429);
    context.header("retry-after", String(error.retryAfterSeconds));
    return again(say(language, "form.wait", { seconds: error.retryAfterSeconds }));
  }
  const finding = await checker.checkAny(form.mail ?? form.typed, clock());
  onAnswer(finding.verdict, finding.kind);
  return context.render(ResultPage({ language, finding, typed: form.typed }), {
    title: explain(finding, language).heading,
    unlisted: true,
    notices: "below",
  });
}

async function readForm(context: HttpContext): Promise<{ typed: string; mail?: Uint8Array }> {
  const { contact, mail } = await context.req.parseBody();
  const typed = typeof contact === "string" ? contact : "";
  if (!(mail instanceof File) || mail.size === 0) return { typed };
  return { typed, mail: new Uint8Array(await mail.arrayBuffer()) };
}
