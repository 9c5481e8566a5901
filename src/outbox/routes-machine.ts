import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Appender } from "#ledger";
import {
  type Clock,
  type Database,
  declares,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  idempotency,
  isId,
  namedRequest,
  once,
  type Transaction,
} from "#platform";
import { noticeTopics } from "#policy";
import type { Addressee } from "./addressee.ts";
import type { Register } from "./register.ts";
import { recordReport } from "./reporting/index.ts";

const textHash = z.string().regex(/^[0-9a-f]{64}$/);

const message = z
  .union([
    z.strictObject({
      account: z.string().max(20).openapi({ description: "The client's public account id" }),
      template: z.string().max(60).openapi({ description: "A template that says `by_systems`" }),
      values: z.record(z.string(), z.union([z.string().max(200), z.number()])).default({}),
    }),
    z.strictObject({
      account: z.string().max(20),
      topic: z.enum(noticeTopics),
      text_sha256: textHash.openapi({
        description:
          "SHA-256 in hex of the words, in UTF-8, with each run of white space as one space, none at the ends, and XXXX-XXXX where the code will stand. The answer has the code: put it into the words, and send them.",
      }),
    }),
  ])
  .openapi("MessageToRegister");

const registered = z
  .object({ notice: z.string(), code: z.string().openapi({ example: "7KQ4-M2XD" }) })
  .openapi("RegisteredMessage");

const recorded = z
  .object({
    report: z.enum(["bounced", "complained", "nothing"]),
    was: z.enum(["noted", "known", "unknown"]),
  })
  .openapi("RecordedReport");

type PassingOn = (context: HttpContext, next: () => Promise<void>) => Promise<void>;

export type MachineRoutesOptions = {
  outbox: Register;
  database: Database;
  appender: Appender;
  clock: Clock;
  /** Lets a request on that shows a key with the scope `outbox:register`; it stands before the handlers. */
  requiresKey: PassingOn;
  /** The id of the key that a request showed. */
  keyOf(context: HttpContext): string;
  /** Who has a public account id; undefined when nobody has. */
  addresseeOf(publicId: string, joining: Transaction): Promise<Addressee | undefined>;
};

export class AccountUnknown extends HoldfastError {
  readonly code = "account_unknown";
  readonly refusal = "not_found";
  constructor() {
    super("No client has this account id, so nothing was sent. Check it for a typing error.");
  }
}

/** One sentence for all that can't be sent: which of them it is, its own operator sees in the templates. */
export class NotForSystems extends HoldfastError {
  readonly code = "template_not_for_systems";
  readonly refusal = "invalid";
  constructor(template: string) {
    super(
      `No template ${template.slice(0, 60)} is for other systems. Name one that says by_systems, or register the hash of your own words.`,
    );
  }
}

/** `/v1/outbox/messages` and `/v1/outbox/reports`: what the firm's other systems send and hear of. */
export function machineRoutes(options: MachineRoutesOptions) {
  const { outbox, database, appender, clock, requiresKey, keyOf, addresseeOf } = options;
  const routes = new OpenAPIHono<HttpEnvironment>();

  const register = createRoute({
    method: "post",
    path: "/v1/outbox/messages",
    summary: "Send a message of a template, or register one that another system sends",
    security: [{ apiKey: [] }],
    middleware: [declares("nothing"), requiresKey] as const,
    request: {
      headers: idempotency.headers,
      body: { required: true, content: { "application/json": { schema: message } } },
    },
    responses: {
      201: {
        description: "It is ours now",
        content: { "application/json": { schema: registered } },
      },
      404: { description: "There is no such account" },
      ...idempotency.responses,
    },
  });

  routes.openapi(register, async (context) => {
    const asked = context.req.valid("json");
    const now = clock();
    const inTransaction = async (joining: Transaction) => {
      const to = await addresseeOf(asked.account, joining);
      if (!to) return undefined;
      if ("template" in asked) {
        return await sendFor(outbox, to, asked.template, asked.values, now, joining);
      }
      const words = { topic: asked.topic, textHash: Buffer.from(asked.text_sha256, "hex") };
      return await outbox.registerWords(to, words, now, joining);
    };
    const named = await namedRequest(context, keyOf(context));
    const notice = await once(database, named, now, { inTransaction });
    if (!isId("notice", notice)) throw new AccountUnknown();
    return context.json({ notice, code: outbox.reader.codes.of(notice) }, 201);
  });

  const report = createRoute({
    method: "post",
    path: "/v1/outbox/reports",
    summary: "Hand over a bounce (RFC 3464) or a complaint (RFC 5965) that came back",
    security: [{ apiKey: [] }],
    middleware: [declares("nothing"), requiresKey] as const,
    request: {
      body: {
        required: true,
        content: {
          "application/json": {
            schema: z.strictObject({ mail: z.string().min(1).max(3_000_000) }),
          },
        },
      },
    },
    responses: {
      200: {
        description: "What became of it",
        content: { "application/json": { schema: recorded } },
      },
    },
  });

  routes.openapi(report, async (context) => {
    const { mail } = context.req.valid("json");
    return context.json(await recordReport({ database, appender }, mail, clock()), 200);
  });

  return routes;
}

async function sendFor(
  outbox: Register,
  to: Addressee,
  template: string,
  values: Record<string, string | number>,
  now: Date,
  joining: Transaction,
) {
  const parameters = outbox.parametersForSystems(template, to.language);
  if (!parameters) throw new NotForSystems(template);
  const filled = Object.entries(values).map(([name, value]) => {
    const isMoment = parameters[name] === "moment" && z.iso.datetime().safeParse(value).success;
    return [name, isMoment ? new Date(value) : value];
  });
  return await outbox.send(to, { template, values: Object.fromEntries(filled) }, now, joining);
}
