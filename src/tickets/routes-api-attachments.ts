import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { bytesUpTo, declares, type HttpEnvironment, InvalidInput } from "#platform";
import {
  busy,
  bytesMaxOf,
  FilesRefused,
  fileKinds,
  oneFile,
  takeFiles,
  waitFor,
} from "./attachment/index.ts";
import { idFrom, json } from "./routes-api.ts";
import { sendAttachment } from "./routes-attachments.ts";
import { room } from "./routes-files.ts";
import { takeFilesOf } from "./routes-named.ts";
import type { Tickets } from "./tickets.ts";

const shownUpload = z
  .object({ token: z.string(), kind: z.enum(fileKinds) })
  .openapi("Upload", { description: "The token goes into a comment's `uploads`, within a day" });

const pageParams = z.strictObject({
  id: z.string().max(60),
  attachment: z.string().max(60),
  page: z.string().max(2),
});

/** A browser sends such a body for any site; what says its type, for ours alone. */
class ContentTypeMissing extends InvalidInput {
  constructor() {
    super("content_type_missing", "Send the header content-type: application/octet-stream.");
  }
}

/** `/v1/uploads` and the attachments of a signed-in client's own tickets. */
export function attachmentApiRoutes(tickets: Tickets) {
  const { accounts, clock, database, files: limits } = tickets.desk;
  const { sessions } = accounts;
  const routes = new OpenAPIHono<HttpEnvironment>();

  const upload = createRoute({
    method: "post",
    path: "/v1/uploads",
    summary: "Hand in a file that goes with a comment: the body is the file itself",
    middleware: [declares("nothing")] as const,
    request: {
      body: {
        required: true,
        content: {
          "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) },
        },
      },
    },
    responses: {
      201: json("It waits for its comment", z.object({ upload: shownUpload })),
      403: { description: "Nobody is signed in" },
      422: { description: "We don't take this file; the detail says why, and what to do" },
      503: { description: "Files can't be looked at just now" },
    },
  });

  routes.openapi(upload, async (context) => {
    const { holder } = await sessions.client(context);
    if (!context.req.header("content-type")) throw new ContentTypeMissing();
    await takeFilesOf(tickets, holder.id, 1);
    const { bytes, length } = await bytesUpTo(context.req.raw.body, bytesMaxOf(limits), room);
    if (bytes.length < Math.min(length, bytesMaxOf(limits))) throw new FilesRefused([busy]);
    const sent = [{ size: length, read: async () => bytes }];
    const now = clock();
    const file = oneFile(await takeFiles(tickets.desk, sent, 0, now));
    const [shown] = await waitFor(database, holder.id, { files: [file], tokens: [] }, now);
    if (!shown) throw new Error("a file that waits is nowhere");
    return context.json({ upload: shown }, 201);
  });

  const page = createRoute({
    method: "get",
    path: "/v1/tickets/{id}/attachments/{attachment}/pages/{page}",
    summary: "A page of a file in an own ticket, as a JPEG or plain text",
    request: { params: pageParams },
    responses: {
      200: { description: "The page" },
      404: { description: "There is no such file in a ticket of yours" },
    },
  });

  routes.openapi(page, async (context) => {
    const { holder } = await sessions.client(context);
    const { id, attachment, page: number } = context.req.valid("param");
    const ticket = await tickets.findFor(holder.id, idFrom(id));
    return await sendAttachment(tickets, context, holder, ticket, attachment, number);
  });

  return routes;
}
