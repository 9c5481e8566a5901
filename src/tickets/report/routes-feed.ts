import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { HttpEnvironment } from "#platform";
import { indicatorTypes } from "./indicator.ts";
import type { Reports } from "./reports.ts";
import type { Confirmed } from "./store.ts";

const cacheSeconds = 300;

const shownIndicator = z
  .object({
    type: z.enum(indicatorTypes),
    value: z.string(),
    confirmed_at: z.iso.datetime(),
    confirmed_by: z.enum(["reports", "analyst"]).openapi({
      description: "Enough independent clients' reports, or an analyst of the firm's",
    }),
  })
  .openapi("Indicator");

const feed = createRoute({
  method: "get",
  path: "/v1/indicators",
  summary: "Contacts that scammers use, as they were reported and confirmed",
  description: "Public. The newest first. The same as CSV: /v1/indicators.csv",
  responses: {
    200: {
      description: "All of them",
      content: {
        "application/json": { schema: z.object({ indicators: z.array(shownIndicator) }) },
      },
    },
  },
});

/** `/v1/indicators`: what the checker warns of, for whoever wants to warn too. */
export function feedRoutes(reports: Reports) {
  const { clock } = reports.tickets.desk;
  const routes = new OpenAPIHono<HttpEnvironment>();
  const headers = {
    "cache-control": `public, max-age=${cacheSeconds}`,
    "access-control-allow-origin": "*",
  };

  routes.openapi(feed, async (context) => {
    const indicators = (await reports.confirmed.all(clock())).map(shownOf);
    return context.json({ indicators }, 200, headers);
  });

  routes.get("/v1/indicators.csv", async (context) => {
    const indicators = (await reports.confirmed.all(clock())).map(shownOf);
    const lines = indicators.map(({ type, value, confirmed_at, confirmed_by }) =>
      [type, value, confirmed_at, confirmed_by].map(quoted).join(","),
    );
    const text = ["type,value,confirmed_at,confirmed_by", ...lines, ""].join("\r\n");
    return context.body(text, 200, { ...headers, "content-type": "text/csv; charset=utf-8" });
  });

  return routes;
}

function shownOf({ type, value, since, by }: Confirmed): z.infer<typeof shownIndicator> {
  return { type, value, confirmed_at: since.toISOString(), confirmed_by: by };
}

/** RFC 4180. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
