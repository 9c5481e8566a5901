import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { methodNotAllowed } from "hono/method-not-allowed";
import { HoldfastError, type Log } from "#platform";
import { parseAddCheckpoint, printAnswer, Refused, type WitnessAnswer } from "#tlog";
import type { Cosigner } from "./cosigner.ts";

/** Above what #tlog reads of a request, so that its refusal is the one that is heard. */
const bodyBytesMax = 300_000;

/** tlog-witness: `POST add-checkpoint` below whatever prefix a proxy takes off, and a line that says what this is. */
export function witnessRoutes(name: string, cosigner: Cosigner, log: Log): Hono {
  const app = new Hono();
  app.use(methodNotAllowed({ app }));
  app.get("/", (context) =>
    context.text(
      `This is ${name}, a witness of transparency logs: POST /add-checkpoint (https://c2sp.org/tlog-witness).\n`,
    ),
  );
  const limit = bodyLimit({
    maxSize: bodyBytesMax,
    onError: (context) => context.text(`A request has ${bodyBytesMax} bytes at most.\n`, 413),
  });
  app.post("/add-checkpoint", limit, async (context) => {
    const body = new Uint8Array(await context.req.arrayBuffer());
    const form = printAnswer(await answerTo(body, cosigner));
    return new Response(form.body, {
      status: form.status,
      headers: { "content-type": form.contentType },
    });
  });
  app.notFound((context) => context.text("Here is only POST /add-checkpoint.\n", 404));
  app.onError((error, context) => {
    log.error({ error: { name: error.name, message: error.message } }, "failed");
    const isOurs = error instanceof HoldfastError;
    return context.text(isOurs ? "Not available right now.\n" : "Failed.\n", isOurs ? 503 : 500);
  });
  return app;
}

async function answerTo(body: Uint8Array, cosigner: Cosigner): Promise<WitnessAnswer> {
  try {
    return await cosigner.answer(parseAddCheckpoint(body));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { is: "malformed", reason: error.message };
  }
}
