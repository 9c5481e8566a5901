import { Hono } from "hono";
import { changeStream, staffPage } from "#accounts";
import type { HttpEnvironment } from "#platform";
import { editorPath } from "./pages/index.ts";
import { askingIn, type Editor } from "./routes-asking.ts";
import { markOfBrief } from "./store.ts";

/** Pages of a brief that follow what changes: each hears it below its own address. */
const livePlaces = ["", "/claims/:claim", "/sources", "/questions", "/edition"];

/** Says to an open page of a brief that something of it changed. */
export function liveRoutes(editor: Editor) {
  const { desk, accounts } = editor;
  const routes = new Hono<HttpEnvironment>();
  for (const place of livePlaces) {
    routes.get(
      `${editorPath}/:brief${place}/stream`,
      staffPage(async (context) => {
        const { session, brief } = await askingIn(editor, context);
        const markOf = () => markOfBrief(desk.database, brief.id);
        return changeStream(context, accounts.desk, session, markOf);
      }),
    );
  }
  return routes;
}
