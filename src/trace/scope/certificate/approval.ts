import { z } from "@hono/zod-openapi";
import type { ApprovalKind } from "#accounts";
import { isId, type Language } from "#platform";
import type { TraceDesk } from "../../desk.ts";
import { say } from "../messages.ts";
import { signingKind, signSecond } from "./signing.ts";
import { certificateById } from "./store.ts";

/**
 * The second signature under a certificate. Approved, it is signed at once. What the second one reads is its figures, and
 * where the trace stands.
 */
export function scopeSigningApproval(desk: TraceDesk): ApprovalKind {
  return {
    name: signingKind,
    word: "other",
    role: "analyst",
    scope: z.strictObject({ certificate: z.base64() }),
    describe: (language, { subject }) => described(desk, language, subject),
    act: (joining, approval, now) => signSecond(desk, joining, approval, now),
  };
}

async function described(
  { database }: TraceDesk,
  language: Language,
  subject: string,
): Promise<Awaited<ReturnType<ApprovalKind["describe"]>>> {
  const title = say(language, "approval.title");
  const kept = isId("scope", subject) ? await certificateById(database, subject) : undefined;
  if (!kept) return { title, facts: [] };
  const { clients, values } = kept.certificate.figures;
  const { corrects, query } = kept.certificate;
  const facts = [
    { label: say(language, "approval.asked"), value: query.words },
    { label: say(language, "approval.clients"), value: say(language, "bounds", clients) },
    { label: say(language, "approval.values"), value: say(language, "bounds", values) },
    ...(corrects
      ? [
          {
            label: say(language, "approval.corrects"),
            value: say(language, "bounds", corrects.clients),
          },
        ]
      : []),
    { label: say(language, "approval.hash"), value: kept.hash.toString("hex") },
  ];
  const more = { path: `/staff/traces/${kept.trace}`, label: say(language, "approval.more") };
  return { title, facts, more };
}
