import { Hono } from "hono";
import type { HttpEnvironment } from "#platform";
import { publishingRoutes } from "../routes-publishing.ts";
import type { Editor } from "./routes-asking.ts";
import { listRoutes } from "./routes-briefs.ts";
import { claimRoutes } from "./routes-claims.ts";
import { sourceRoutes } from "./routes-source.ts";
import { sourcesRoutes } from "./routes-sources.ts";

/** `/staff/briefs`: all that the commands of briefs do, for people. */
export function editorRoutes(editor: Editor) {
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", publishingRoutes(editor));
  routes.route("/", listRoutes(editor));
  routes.route("/", claimRoutes(editor));
  routes.route("/", sourcesRoutes(editor));
  routes.route("/", sourceRoutes(editor));
  return routes;
}
