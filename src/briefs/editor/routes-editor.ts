import { Hono } from "hono";
import type { HttpEnvironment } from "#platform";
import type { Editor } from "./routes-asking.ts";
import { listRoutes } from "./routes-briefs.ts";
import { claimRoutes } from "./routes-claims.ts";

/** `/staff/briefs`: all that the commands of briefs do, for people. */
export function editorRoutes(editor: Editor) {
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", listRoutes(editor));
  routes.route("/", claimRoutes(editor));
  return routes;
}
