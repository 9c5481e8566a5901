import { z } from "@hono/zod-openapi";
import { Hono } from "hono";
import {
  declares,
  type HttpContext,
  type HttpEnvironment,
  type Id,
  InvalidInput,
  isId,
  smallForm,
} from "#platform";
import { CallRefused } from "../calling/index.ts";
import type { CallsDesk } from "../desk.ts";
import { isVouched, type Leg } from "../leg/index.ts";
import {
  type Listening,
  maySignal,
  type Speaker,
  sendSignal,
  signalSchema,
} from "../signal/index.ts";
import { iceServersFor } from "../turn/index.ts";
import { beat, connections } from "./beat.ts";
import { hangUp } from "./hang-up.ts";

const beatSchema = z.strictObject({ connection: z.enum(connections) });

/** What the routes of a leg work with. A page of this process hears at once what was done here; others when they look. */
export type Talks = { desk: CallsDesk; listening: Pick<Listening, "look"> };

/** Whose page asks, and about which leg; it throws for anybody else's. */
type Asking = (context: HttpContext) => Promise<{ speaker: Speaker; leg: Leg }>;

/** What both pages of a leg do with it: tell the other side how to connect, say that they are there, and hang up. */
export function legPartRoutes({ desk, listening }: Talks, path: string, asking: Asking) {
  const { clock, accounts, turn } = desk;
  const routes = new Hono<HttpEnvironment>();

  routes.post(`${path}/signals`, smallForm, declares("nothing"), async (context) => {
    const { speaker, leg } = await asking(context);
    await sendSignal(desk, speaker, leg, await readJson(context, signalSchema), clock());
    void listening.look();
    return context.json({});
  });

  routes.post(`${path}/beats`, smallForm, declares("nothing"), async (context) => {
    const { speaker, leg } = await asking(context);
    const { connection } = await readJson(context, beatSchema);
    await beat(desk, speaker, leg, connection, clock());
    return context.json({});
  });

  routes.post(`${path}/ice`, smallForm, declares("nothing"), async (context) => {
    const { speaker, leg } = await asking(context);
    const now = clock();
    if (!isVouched(leg, now)) throw new CallRefused("leg_over");
    if (!maySignal(leg, speaker)) throw new CallRefused("answered_elsewhere");
    const { call_window_seconds: windowSeconds } = await accounts.desk.profile();
    return context.json(iceServersFor(turn, leg, windowSeconds, now));
  });

  routes.post(`${path}/end`, smallForm, declares("nothing"), async (context) => {
    const { speaker, leg } = await asking(context);
    const hasLeft = context.req.query("left") !== undefined;
    await hangUp(desk, speaker, leg, clock(), hasLeft);
    void listening.look();
    return context.json({});
  });

  return routes;
}

/** @throws {CallRefused} for what is no leg's id */
export function legIn(context: HttpContext): Id<"leg"> {
  const id = context.req.param("leg");
  if (!isId("leg", id)) throw new CallRefused("call_unknown");
  return id;
}

/** What a page's script sent. @throws {InvalidInput} */
export async function readJson<Schema extends z.ZodType>(
  context: HttpContext,
  schema: Schema,
): Promise<z.output<Schema>> {
  const read = schema.safeParse(await context.req.json().catch(() => undefined));
  if (read.success) return read.data;
  throw new InvalidInput(
    "invalid_input",
    "The page sent something that the desk can't read. Open the page anew.",
  );
}
