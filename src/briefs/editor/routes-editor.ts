import { Hono } from "hono";
import { assetRoutes, type HttpEnvironment } from "#platform";
import { publishingRoutes } from "../routes-publishing.ts";
import { draftScript } from "./draft-script.ts";
import type { Editor } from "./routes-asking.ts";
import { listRoutes } from "./routes-briefs.ts";
import { claimRoutes } from "./routes-claims.ts";
import { draftRoutes } from "./routes-draft.ts";
import { editionRoutes } from "./routes-edition.ts";
import { liveRoutes } from "./routes-live.ts";
import { proposalRoutes } from "./routes-proposals.ts";
import { questionRoutes } from "./routes-questions.ts";
import { sourceRoutes } from "./routes-source.ts";
import { sourcesRoutes } from "./routes-sources.ts";

/** `/staff/briefs`: all that the commands of briefs do, for people. */
export function editorRoutes(editor: Editor) {
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", publishingRoutes(editor));
  routes.route("/", listRoutes(editor));
  routes.route("/", liveRoutes(editor));
  routes.route("/", claimRoutes(editor));
  routes.route("/", proposalRoutes(editor));
  routes.route("/", sourcesRoutes(editor));
  routes.route("/", sourceRoutes(editor));
  routes.route("/", questionRoutes(editor));
  routes.route("/", draftRoutes(editor));
  routes.route("/", editionRoutes(editor));
  routes.route("/", assetRoutes([draftScript]));
  return routes;
}
