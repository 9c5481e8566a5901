import { Hono } from "hono";
import { staffPage } from "#accounts";
import {
  declares,
  type Form,
  type HttpContext,
  type HttpEnvironment,
  type Room,
  readFiledForm,
  textIn,
} from "#platform";
import type { Brief } from "../brief/index.ts";
import { type Known, knownOf } from "../keeping/index.ts";
import { fileBytesMax, type Remark, remarkCodes, SourceRefused } from "../source/index.ts";
import { type Typed, takeSource, typedFields } from "./intake.ts";
import { say } from "./messages.ts";
import { editorPath, NewSourcePage, pathOf, SourcesPage } from "./pages/index.ts";
import { type Asking, askingIn, type Editor, saidOf } from "./routes-asking.ts";

const megabyte = 1024 * 1024;
/** What is typed or pasted beside a file: a text of 1,000,000 letters, and what stands around it. */
const besideBytes = 4 * megabyte;
/** Of all sources that are being sent just now. */
const room: Room = { bytesLeft: 60 * megabyte, eachBytes: 0.2 * megabyte };
const path = `${editorPath}/:brief/sources`;

/** Addresses that are sent files: they read what comes within limits of their own. */
export function takesSourceFile(address: string): boolean {
  return /^\/staff\/briefs\/brief_[0-9a-z]+\/sources$/.test(address);
}

/** A brief's sources, and giving one. */
export function sourcesRoutes(editor: Editor) {
  const { desk, clock, readDocument } = editor;
  const { database } = desk;
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    path,
    staffPage(async (context) => {
      const { brief } = await askingIn(editor, context);
      return await showSources(context, brief, await knownOf(database, brief.id), []);
    }),
  );

  routes.get(
    `${path}/new`,
    staffPage(async (context) => {
      const { brief } = await askingIn(editor, context);
      return await showForm(context, brief, typedIn({}));
    }),
  );

  routes.post(
    path,
    declares("nothing"),
    staffPage(async (context) => {
      const { hand, brief } = await askingIn(editor, context);
      const { form, files, isCut, isCrowded } = await readFiledForm(
        context,
        fileBytesMax + besideBytes,
        room,
      );
      const typed = typedIn(form);
      try {
        if (isCrowded) throw new SourceRefused("source_crowded");
        if (isCut) throw new SourceRefused("source_too_large");
        const file = files.find(({ size }) => size > 0);
        const taking = { desk, hand, brief, readDocument, now: clock() };
        const chosen = file && { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
        const taken = await takeSource(taking, typed, chosen);
        if (taken.is === "one") {
          const remarks = taken.remarks.map(({ code, count }) => `&remark=${code}.${count}`);
          const query = `?done=kept${remarks.join("")}`;
          return context.redirect(`${pathOf(brief)}/sources/${taken.source.name}${query}`, 303);
        }
        if (taken.refused.length === 0) {
          return context.redirect(`${pathOf(brief)}/sources?done=kept`, 303);
        }
        context.status(400);
        const known = await knownOf(database, brief.id);
        return await showSources(context, brief, known, taken.refused);
      } catch (error) {
        const problem = saidOf(error);
        context.status(400);
        return await showForm(context, brief, typed, problem);
      }
    }, editorPath),
  );

  return routes;
}

/** What was left out of a source that was just kept, as the address says it. */
export function remarksIn(context: HttpContext): Remark[] {
  return (context.req.queries("remark") ?? []).flatMap((said) => {
    const [word, number] = said.split(".");
    const code = remarkCodes.find((one) => one === word);
    const count = Number(number);
    return code && Number.isSafeInteger(count) ? [{ code, count }] : [];
  });
}

function typedIn(form: Form): Typed {
  return Object.fromEntries(typedFields.map((name) => [name, textIn(form, name)])) as Typed;
}

async function showSources(
  context: HttpContext,
  brief: Brief,
  known: Known,
  refused: readonly { line: number; message: string }[],
): Promise<Response> {
  const { language } = context.var;
  const claims = new Map<string, number>();
  for (const claim of known.claims) {
    for (const { id } of known.sourcesOf(claim)) claims.set(id, (claims.get(id) ?? 0) + 1);
  }
  const isDone = context.req.query("done") === "kept";
  const done = isDone ? say(language, "done.kept.all") : undefined;
  const page = SourcesPage({ language, brief, known, claims, refused, done });
  return await context.render(page, { title: brief.title, unlisted: true });
}

async function showForm(
  context: HttpContext,
  brief: Asking["brief"],
  typed: Typed,
  problem?: string,
): Promise<Response> {
  const { language } = context.var;
  const megabytes = fileBytesMax / megabyte;
  const page = NewSourcePage({ language, brief, typed, megabytes, problem });
  return await context.render(page, { title: say(language, "sources.new"), unlisted: true });
}
