import { z } from "@hono/zod-openapi";
import { Hono } from "hono";
import type { ClientSession } from "#accounts";
import { declares, type HttpContext, type HttpEnvironment, smallForm } from "#platform";
import type { Call } from "../call/index.ts";
import { answerLeg } from "../calling/index.ts";
import type { Leg } from "../leg/index.ts";
import { pickWords } from "../picking/index.ts";
import { legFor, signalsAfter } from "../signal/index.ts";
import {
  hangUpForReport,
  legIn,
  legPartRoutes,
  markRinging,
  readJson,
  type Talks,
} from "../talking/index.ts";
import { iceServersFor } from "../turn/index.ts";

const path = "/account/calls/:call/legs/:leg";

const choiceSchema = z.strictObject({
  choice: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal("none")]),
});

type OwnCall = (context: HttpContext) => Promise<{ session: ClientSession; call: Call }>;

/** What a client's page does with a leg: every verb is for who is called alone, and most for the one session that answered. */
export function talkLegRoutes({ desk, listening }: Talks, ownCall: OwnCall) {
  const { database, clock, accounts, turn } = desk;
  const routes = new Hono<HttpEnvironment>();

  const ownLeg = async (context: HttpContext): Promise<{ session: ClientSession; leg: Leg }> => {
    const { session, call } = await ownCall(context);
    const asked = { id: legIn(context), call: call.id };
    return { session, leg: await legFor(database, { side: "client", session }, asked) };
  };

  routes.post(`${path}/ringing`, smallForm, declares("nothing"), async (context) => {
    const { session, leg } = await ownLeg(context);
    await markRinging(desk, session, leg, clock());
    void listening.look();
    return context.json({});
  });

  routes.post(`${path}/answer`, smallForm, declares("nothing"), async (context) => {
    const { session, leg } = await ownLeg(context);
    const now = clock();
    const answered = await answerLeg(desk, session, leg.id, now);
    void listening.look();
    const { call_window_seconds: windowSeconds } = await accounts.desk.profile();
    const ice = iceServersFor(turn, answered, windowSeconds, now);
    // What the agent's page told while it rang: it needn't be waited for.
    const signals = await signalsAfter(database, [{ ...answered, after: 0 }]);
    const told = signals
      .filter(({ side }) => side === "agent")
      .map(({ place, body }) => ({ place, signal: JSON.parse(body) }));
    return context.json({ ice, told });
  });

  routes.post(`${path}/words`, smallForm, declares("nothing"), async (context) => {
    const { session, leg } = await ownLeg(context);
    const { choice } = await readJson(context, choiceSchema);
    const matched = await pickWords(desk, session, leg, choice, clock());
    void listening.look();
    return context.json({ matched });
  });

  routes.post(`${path}/report`, smallForm, declares("nothing"), async (context) => {
    const { session, leg } = await ownLeg(context);
    await hangUpForReport(desk, session, leg, clock());
    void listening.look();
    return context.redirect(`/report?call=${leg.call}`, 303);
  });

  routes.route(
    "/",
    legPartRoutes({ desk, listening }, path, async (context) => {
      const { session, leg } = await ownLeg(context);
      return { speaker: { side: "client", session }, leg };
    }),
  );
  return routes;
}
