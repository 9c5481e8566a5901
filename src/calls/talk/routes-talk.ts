import { Hono } from "hono";
import {
  allowMicrophone,
  assetRoutes,
  type HttpContext,
  type HttpEnvironment,
  isId,
  type Language,
} from "#platform";
import type { Worded } from "#policy";
import { callById } from "../call/index.ts";
import { CallRefused } from "../calling/index.ts";
import type { CallsDesk } from "../desk.ts";
import { callStream, type Listening } from "../signal/index.ts";
import { say } from "./messages.ts";
import { TalkPage } from "./pages/index.ts";
import { talkLegRoutes } from "./routes-leg.ts";
import { talkScript } from "./script.ts";
import { toldOf } from "./shown.ts";

export type TalkRoutesOptions = {
  listening: Listening;
  neverAsk(language: Language): Promise<readonly Worded<string>[]>;
};

/** `/account/calls/:call/talk`: a client is called in the browser; of a call by phone it says how it stands, and has its words. */
export function talkRoutes(desk: CallsDesk, { listening, neverAsk }: TalkRoutesOptions) {
  const { database, clock, accounts } = desk;
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", assetRoutes([talkScript]));

  routes.get("/account/calls/:call/talk", async (context) => {
    const { call } = await ownCall(desk, context);
    const { language } = context.var;
    if (call.channel === "browser") allowMicrophone(context);
    context.header("cache-control", "no-store");
    const page = TalkPage({ language, call, neverAsk: await neverAsk(language) });
    return await context.render(page, {
      title: say(language, "title"),
      unlisted: true,
      notices: "below", // nothing stands before the button that answers
    });
  });

  routes.get("/account/calls/:call/stream", async (context) => {
    const session = await accounts.sessions.client(context);
    const { call } = await ownCall(desk, context);
    const { language } = context.var;
    const shown = { call, session: session.id, language };
    return callStream(context, listening, {
      ...{ call, clock, speaker: { side: "client", session } },
      shown: (heard) => toldOf({ database }, heard, { ...shown, now: clock() }),
    });
  });

  routes.route(
    "/",
    talkLegRoutes({ desk, listening }, (context) => ownCall(desk, context)),
  );
  return routes;
}

export async function ownCall({ database, accounts }: CallsDesk, context: HttpContext) {
  const session = await accounts.sessions.client(context);
  const id = context.req.param("call");
  const call = isId("call", id) ? await callById(database, id) : undefined;
  if (call?.client !== session.holder.id) throw new CallRefused("call_unknown");
  return { session, call };
}
