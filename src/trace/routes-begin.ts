import { Hono } from "hono";
import { requireRole, staffPage } from "#accounts";
import {
  dayMs,
  dayOf,
  declares,
  HoldfastError,
  type HttpContext,
  type HttpEnvironment,
  InvalidInput,
  momentIn,
  type Room,
  readFiledForm,
  TooManyRequests,
  textIn,
} from "#platform";
import { beginTrace, rowsADay, samplesSent, tracesADay, WrongBefore } from "./case/index.ts";
import type { TraceDesk } from "./desk.ts";
import { say } from "./messages.ts";
import { NewPage, type NewPageProps, tracesPath } from "./pages/index.ts";
import { photoKindOf, photoLimits } from "./photo/index.ts";
import { sampleLimits } from "./sample/index.ts";

const megabyte = 1_000_000;
const megabytes = { rows: sampleLimits.bytes / megabyte, photo: photoLimits.bytes / megabyte };
/** A form's other fields, and what stands around them. */
const besideBytes = megabyte;
/** Of all samples that are being sent just now. */
const room: Room = { bytesLeft: 160 * megabyte, eachBytes: 0.2 * megabyte };

type Wrong = NonNullable<NewPageProps["problem"]>;

/** What was given is no sample, or there are two. */
class WrongSample extends InvalidInput {}

/** `/staff/traces/new`: an analyst gives a sample. */
export function beginRoutes(desk: TraceDesk) {
  const { accounts, clock } = desk;
  const routes = new Hono<HttpEnvironment>();

  const analyst = async (context: HttpContext) => {
    const session = await accounts.sessions.staff(context);
    return await requireRole(accounts.desk, session, "analyst");
  };

  routes.get(
    `${tracesPath}/new`,
    staffPage(async (context) => {
      await analyst(context);
      return await showForm(context, clock(), { before: dayOf(clock()), why: "", pasted: "" });
    }),
  );

  routes.post(
    tracesPath,
    declares("nothing"),
    staffPage(async (context) => {
      const { id } = await analyst(context);
      await accounts.desk.limits(samplesSent)(id);
      const now = clock();
      const read = await readFiledForm(context, photoLimits.bytes + besideBytes, room);
      const { form, files, isCut, isCrowded } = read;
      const pasted = textIn(form, "pasted");
      const again = pasted.length > sampleLimits.bytes ? "" : pasted; // a longer one isn't sent back
      const typed = { before: textIn(form, "before"), why: textIn(form, "why"), pasted: again };
      try {
        if (isCrowded)
          throw new WrongSample("samples_crowded", say(context.var.language, "new.busy"));
        if (isCut) throw new WrongSample("sample_too_big", tooBig(context));
        const sample = await sampleFrom(context, files, pasted);
        const given = { sample, before: endOfDay(typed.before, now), why: typed.why };
        const trace = await beginTrace(desk, { is: "staff", id }, given, now);
        return context.redirect(`${tracesPath}/${trace}`, 303);
      } catch (error) {
        const problem = problemIn(context, error);
        if (!problem) throw error;
        context.status(error instanceof TooManyRequests ? 429 : 400);
        return await showForm(context, now, typed, problem);
      }
    }, `${tracesPath}/new`),
  );

  return routes;
}

async function showForm(
  context: HttpContext,
  now: Date,
  typed: NewPageProps["typed"],
  problem?: Wrong,
): Promise<Response> {
  const { language } = context.var;
  const page = NewPage({ language, megabytes, today: dayOf(now), typed, problem });
  return await context.render(page, { title: say(language, "new.title"), unlisted: true });
}

/** The file, or what was pasted. @throws {WrongSample} both, neither, or too much */
async function sampleFrom(
  context: HttpContext,
  files: readonly File[],
  pasted: string,
): Promise<Uint8Array> {
  const { language } = context.var;
  const [file] = files;
  if (file && pasted.trim() !== "")
    throw new WrongSample("sample_twice", say(language, "new.both"));
  const bytes = file ? Buffer.from(await file.arrayBuffer()) : Buffer.from(pasted);
  const { bytes: most } = photoKindOf(bytes) ? photoLimits : sampleLimits;
  if (bytes.length > most) throw new WrongSample("sample_too_big", tooBig(context));
  if (bytes.length === 0) {
    throw new WrongSample("sample_empty", say(language, file ? "new.empty_file" : "new.empty"));
  }
  return bytes;
}

function tooBig({ var: { language } }: HttpContext): string {
  return say(language, "new.too_big", megabytes);
}

/** Which field was wrong; undefined for what isn't about a field. */
function problemIn({ var: { language } }: HttpContext, error: unknown): Wrong | undefined {
  if (!(error instanceof HoldfastError)) return undefined;
  if (error instanceof TooManyRequests) {
    const most = { traces: tracesADay.requestsMax, rows: rowsADay.requestsMax };
    return { field: "sample", sentence: say(language, "new.many", most) };
  }
  const { code, message: sentence } = error;
  if (code.startsWith("sample")) return { field: "sample", sentence };
  if (code === "wrong_before") return { field: "before", sentence };
  return code === "wrong_reason" ? { field: "why", sentence } : undefined;
}

/** The day was over then, in UTC; of today, what was up to now. @throws {WrongBefore} */
function endOfDay(text: string, now: Date): Date {
  const start = text.includes("T") ? undefined : momentIn(text);
  if (!start || start > now) throw new WrongBefore(text);
  return new Date(Math.min(start.getTime() + dayMs, now.getTime()));
}
