import { Hono } from "hono";
import { requireFreshPasskey, staffNames, staffPage } from "#accounts";
import { readServedPolicy, settledHead } from "#ledger";
import {
  declares,
  type Form,
  type HttpEnvironment,
  type Id,
  InvalidInput,
  isId,
  type Language,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import { Outdated, resultOf, type Trace } from "../case/index.ts";
import type { TraceDesk } from "../desk.ts";
import { tracesPath } from "../pages/index.ts";
import { watchedOn } from "../photo/index.ts";
import { isOutdated } from "../result.ts";
import { type Asking, askingAnalyst } from "../routes-asking.ts";
import {
  askAgain,
  CertificateUnknown,
  certificateById,
  certificateIds,
  correctableFor,
  draftCertificate,
  exportCertificate,
  isAsked,
  type KeptCertificate,
  LogBehind,
  NotProvenYet,
  signaturesOf,
  signFirst,
  withdrawals,
  withdrawCertificate,
} from "./certificate/index.ts";
import { Certificates } from "./pages/index.ts";

const path = `${tracesPath}/:trace/certificates`;
const correctableMax = 20;

/** `/staff/traces/<id>/certificates`: an analyst certifies what a trace counted, and takes the file along. */
export function certificateRoutes(desk: TraceDesk, { policyFile }: { policyFile: string }) {
  const { accounts, clock, database } = desk;
  const routes = new Hono<HttpEnvironment>();

  const act = (
    way: string,
    work: (asking: Omit<Asking, "session">, form: Form, id: string) => Promise<unknown>,
  ) =>
    routes.post(
      way,
      smallForm,
      declares("nothing"),
      staffPage(async (context) => {
        const { trace, member, session } = await askingAnalyst(desk, context);
        requireFreshPasskey(session, await accounts.desk.profile(), clock());
        const form = await readForm(context);
        await work({ trace, member }, form, context.req.param("certificate") ?? "");
        return context.redirect(`${tracesPath}/${trace.id}#certificates`, 303);
      }, tracesPath),
    );

  act(path, ({ trace, member }, form) => draft(desk, trace, member.id, textIn(form, "corrects")));

  act(`${path}/:certificate/sign`, async ({ trace, member }, form, id) => {
    const kept = await keptOf(desk, trace, id);
    const reason = textIn(form, "reason");
    return await signFirst(desk, member.id, { id: kept.id, reason }, clock());
  });

  act(`${path}/:certificate/ask`, async ({ trace, member }, form, id) => {
    const kept = await keptOf(desk, trace, id);
    const reason = textIn(form, "reason");
    return await askAgain(desk, member.id, { id: kept.id, reason }, clock());
  });

  act(`${path}/:certificate/withdraw`, async ({ trace, member }, form, id) => {
    const kept = await keptOf(desk, trace, id);
    const because = withdrawals.find((one) => one === textIn(form, "because"));
    if (!because) throw new InvalidInput("wrong_reason", "Say why: pick one of the reasons.");
    return await withdrawCertificate(desk, member.id, { id: kept.id, because }, clock());
  });

  routes.get(
    `${path}/:certificate`,
    staffPage(async (context) => {
      const { trace } = await askingAnalyst(desk, context);
      const kept = await keptOf(desk, trace, context.req.param("certificate") ?? "");
      const policy = await readServedPolicy(policyFile);
      if (!policy) throw new NotProvenYet("unsealed");
      const exported = await exportCertificate(database, kept.id, { policy, now: clock() });
      if (exported.is !== "file") throw new NotProvenYet(exported.is);
      context.header("content-disposition", `attachment; filename="${exported.name}"`);
      context.header("cache-control", "no-store");
      return context.body(exported.text, 200, {
        "content-type": "application/json; charset=utf-8",
      });
    }),
  );

  return routes;
}

/** The certificates of a trace, as a part of its page: of one that is shredded, those that were signed in time. */
export async function certificatesPanel(
  desk: TraceDesk,
  { language, viewer, trace }: { language: Language; viewer: Id<"staff">; trace: Trace },
) {
  const { database, clock } = desk;
  const ids = await certificateIds(database, trace.id);
  const mayDraft = trace.state.is === "done";
  const all = await Promise.all(ids.map((id) => keptOf(desk, trace, id)));
  const kept = mayDraft ? all : all.filter(({ state }) => state.is === "final");
  if (!mayDraft && kept.length === 0) return null;
  const certificates = await Promise.all(
    kept.map(async (one) => ({ ...one, isAsked: await isAsked(desk, one, clock()) })),
  );
  const correctable = await correctableFor(database, viewer, correctableMax);
  const names = await staffNames(database, kept.flatMap(peopleOf));
  const where = `${tracesPath}/${trace.id}/certificates`;
  return Certificates({
    ...{ language, path: where, viewer, certificates, correctable, names, mayDraft },
  });
}

/** What the trace counted, as a certificate that nobody has signed. It opens the case, and an event says so. */
async function draft(desk: TraceDesk, trace: Trace, by: Id<"staff">, corrects: string) {
  // It was counted long ago; the opening of the case, an event of its own, needn't be waited for.
  const head = await settledHead(desk.database);
  if (!head) throw new LogBehind();
  const now = desk.clock();
  const opening = { actor: { is: "staff", id: by }, purpose: "result" } as const;
  const result = await resultOf(desk, trace, opening, now);
  if (isOutdated(result)) throw new Outdated();
  const { scope, people, before, sample, photo } = result;
  const { figures, erasedLooks, countedAt } = scope;
  if (corrects !== "" && !isId("scope", corrects)) throw new CertificateUnknown();
  const about = {
    ...{ trace: trace.id, before, countedAt },
    sample: { digest: Buffer.from(sample.digest, "hex"), rows: sample.rows },
    people: [
      ...people.map(({ staff, firstAt, lastAt }) => ({ staff, first: firstAt, last: lastAt })),
      ...watchedOn(photo?.screens ?? []),
    ],
    scope: { hash: Buffer.from(scope.hash, "base64"), figures, erasedLooks },
    ...{ corrects: corrects === "" ? undefined : corrects, head },
  };
  await draftCertificate(desk, by, about, now);
}

/** @throws {CertificateUnknown} also for one of another trace */
async function keptOf(
  { database }: TraceDesk,
  trace: Pick<Trace, "id">,
  id: string,
): Promise<KeptCertificate> {
  const kept = isId("scope", id) ? await certificateById(database, id) : undefined;
  if (kept?.trace !== trace.id) throw new CertificateUnknown();
  return kept;
}

function peopleOf({ state, draftedBy }: KeptCertificate): Id<"staff">[] {
  const signers = signaturesOf(state).map(({ staff }) => staff);
  return [draftedBy, ...signers, ...(state.is === "withdrawn" ? [state.by] : [])];
}
