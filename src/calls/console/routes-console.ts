import { Hono } from "hono";
import { accountOf, requireRole, type StaffMember, type StaffSession, staffPage } from "#accounts";
import {
  allowMicrophone,
  assetRoutes,
  declares,
  type HttpContext,
  type HttpEnvironment,
  isId,
  type Language,
  smallForm,
} from "#platform";
import type { Worded } from "#policy";
import { type Call, callById } from "../call/index.ts";
import { beginLeg, CallRefused } from "../calling/index.ts";
import type { CallsDesk } from "../desk.ts";
import { isVouched, newestLegs } from "../leg/index.ts";
import { dial } from "../phone/index.ts";
import { callStream, type Listening, legFor } from "../signal/index.ts";
import { legIn, legPartRoutes } from "../talking/index.ts";
import { iceServersFor } from "../turn/index.ts";
import { say } from "./messages.ts";
import { ConsolePage } from "./pages/index.ts";
import { consoleScript } from "./script.ts";
import { toldOf } from "./shown.ts";

const path = "/staff/calls/:call";

export type ConsoleRoutesOptions = {
  listening: Listening;
  neverAsk(language: Language): Promise<readonly Worded<string>[]>;
};

type Own = { session: StaffSession; member: StaffMember; call: Call };

/** `/staff/calls/:call`: an agent calls the client who booked, and nobody else. */
export function consoleRoutes(desk: CallsDesk, { listening, neverAsk }: ConsoleRoutesOptions) {
  const { accounts, database, clock, turn } = desk;
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", assetRoutes([consoleScript]));

  routes.get(
    path,
    staffPage(async (context) => {
      const { call, member } = await ownCall(desk, context);
      const { language } = context.var;
      const { call_window_seconds: windowSeconds } = await accounts.desk.profile();
      const now = clock();
      const leg = (await newestLegs(database, [call])).get(call.id);
      const account = (await accountOf(database, call.client))?.publicId ?? "";
      const page = ConsolePage({
        ...{ language, call, account, windowSeconds, now, leg, timeZone: member.timeZone },
        isUp: leg !== undefined && isVouched(leg, now),
        neverAsk: await neverAsk(language),
      });
      allowMicrophone(context);
      return await context.render(page, {
        title: say(language, "title", { account }),
        unlisted: true,
      });
    }),
  );

  routes.get(
    `${path}/stream`,
    staffPage(async (context) => {
      const { session, call } = await ownCall(desk, context);
      const { call_window_seconds: windowSeconds } = await accounts.desk.profile();
      const untilStart = call.startsAt.getTime() - clock().getTime();
      return callStream(context, listening, {
        ...{ call, clock, speaker: { side: "agent", session } },
        shown: async (heard) => toldOf(heard, clock()),
        changesIn: [untilStart - windowSeconds * 1_000, untilStart + windowSeconds * 1_000 + 1],
      });
    }),
  );

  routes.post(
    `${path}/legs`,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const { member, call } = await ownCall(desk, context);
      const now = clock();
      if (call.channel === "phone") {
        const { id: leg } = await dial(desk, member.id, call.id, now);
        return context.json({ leg });
      }
      const leg = await beginLeg(desk, member.id, call.id, now);
      void listening.look();
      const { call_window_seconds: windowSeconds } = await accounts.desk.profile();
      return context.json({ leg: leg.id, ice: iceServersFor(turn, leg, windowSeconds, now) });
    }),
  );

  routes.route(
    "/",
    legPartRoutes({ desk, listening }, `${path}/legs/:leg`, async (context) => {
      const { session, call } = await ownCall(desk, context);
      const speaker = { side: "agent", session } as const;
      const leg = await legFor(database, speaker, { id: legIn(context), call: call.id });
      return { speaker, leg };
    }),
  );
  return routes;
}

/** The call that the address names, for the agent whom the desk drew for it alone. @throws {CallRefused} */
async function ownCall({ database, accounts }: CallsDesk, context: HttpContext): Promise<Own> {
  const session = await accounts.sessions.staff(context);
  const member = await requireRole(accounts.desk, session, "agent");
  const id = context.req.param("call");
  const call = isId("call", id) ? await callById(database, id) : undefined;
  if (call?.agent !== member.id) throw new CallRefused("call_unknown");
  return { session, member, call };
}
