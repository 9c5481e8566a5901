import { Hono } from "hono";
import { type Accounts, staffPage } from "#accounts";
import { letterShifts } from "#mark";
import {
  assetRoutes,
  type Clock,
  declares,
  type HttpEnvironment,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { missingPath, overlayScript, overlayStyles, tilePath } from "./assets.ts";
import { Tiles } from "./tiles.ts";

type MarkRoutesOptions = { accounts: Accounts; clock: Clock };

/** What the overlay asks for: the mark of the own session in this minute, and where a page says that its mark is missing. */
export function markRoutes({ accounts, clock }: MarkRoutesOptions) {
  const { sessions, screenMarks } = accounts;
  const tiles = new Tiles(screenMarks.tileKey);
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", assetRoutes([overlayScript, overlayStyles]));

  routes.get(
    tilePath,
    staffPage(async (context) => {
      const { payload } = await screenMarks.markOf(await sessions.staff(context), clock());
      const shifts = letterShifts(payload, screenMarks.tileKey);
      const ways = Array.from(shifts, (way) => (way > 0 ? "+" : "-")).join("");
      const headers = { "content-type": "image/png", "mark-letters": ways };
      return context.body(await tiles.pictureOf(payload), 200, headers);
    }),
  );

  routes.post(
    missingPath,
    smallForm,
    declares("nothing"),
    staffPage(async (context) => {
      const session = await sessions.staff(context);
      const how = textIn(await readForm(context), "how");
      await screenMarks.noteMissing(session, how, clock());
      return context.body(null, 204);
    }),
  );

  return routes;
}
