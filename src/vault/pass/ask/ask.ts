import { z } from "@hono/zod-openapi";
import type { SealingReason } from "#ledger";
import { type Id, newId, transaction } from "#platform";
import { type FieldName, fieldNames } from "#policy";
import type { AccessRules, VaultDesk } from "../../desk.ts";
import { passAsked } from "../../events.ts";
import { AccessDenied, type Viewer } from "../../reveal/index.ts";
import { type Identifier, readIdentifier } from "../../search/index.ts";
import { AlreadyAsked, WrongAsk } from "../refusals.ts";
import { type BreakGlassScope, breakGlassKind } from "../scope.ts";
import { askedBy, insertAsked } from "../store.ts";
import { wordsIn } from "../words.ts";
import { clientNamed } from "./identifier.ts";
import { factsOfAsk } from "./judging.ts";
import { countAsk, holdAsking } from "./store.ts";

export const reasonLettersMin = 40;

export const typedNames = [
  "by",
  "identifier",
  "purpose",
  "reason",
  "sealed_days",
  "sealed_because",
] as const;

/** What somebody typed, as the page gives it back when something is wrong. */
export type TypedAsk = Partial<Record<(typeof typedNames)[number], string>>;

type Asked = { identifier: Identifier; scope: BreakGlassScope; reason: string };

const reasons = z.enum(["investigation", "legal_order", "personal_safety"]);

/** What somebody asks for, as the page sends it. @throws {WrongIdentifier} {WrongAsk} naming the first field that is wrong */
export function readAsked(
  typed: TypedAsk,
  chosen: readonly string[],
  rules: Pick<AccessRules, "purposes" | "break_glass">,
): Asked {
  const identifier = readIdentifier(typed.by ?? "", typed.identifier ?? "");
  const fields = fieldNames.filter((name): name is FieldName => chosen.includes(name));
  if (fields.length === 0) throw new WrongAsk("fields", "Choose at least one field.");
  const purpose = rules.purposes.find(({ id }) => id === typed.purpose)?.id;
  if (!purpose) throw new WrongAsk("purpose", "Choose what it is for.");
  const reason = wordsIn("reason", typed.reason ?? "", reasonLettersMin);
  return { identifier, scope: { fields, purpose, ...sealIn(typed, rules) }, reason };
}

function sealIn(
  { sealed_days: typedDays = "", sealed_because: because = "" }: TypedAsk,
  { break_glass: { sealed_days_max: most } }: Pick<AccessRules, "break_glass">,
): { seal?: { days: number; reason: SealingReason } } {
  const days = typedDays.trim() === "" ? 0 : Number(typedDays);
  if (!Number.isInteger(days) || days < 0 || days > most) {
    throw new WrongAsk("sealed", `The client is told after 0 to ${most} days, not ${typedDays}.`);
  }
  if (days === 0) return {};
  const reason = reasons.safeParse(because);
  if (!reason.success) {
    throw new WrongAsk("sealed", "Choose on what ground the client isn't told at once.");
  }
  return { seal: { days, reason: reason.data } };
}

/**
 * Asks somebody whom the desk draws for access without the client. It is judged, counted and written down first, like a
 * look; then it is asked for whoever the identifier names, and just the same when that is nobody.
 * @returns the pass that it would be
 * @throws {AccessDenied} {AlreadyAsked} {NobodyEligible}
 */
export async function askBreakGlass(
  desk: VaultDesk,
  by: Viewer,
  { identifier, scope, reason }: Asked,
  now: Date,
): Promise<Id<"grant">> {
  const { database, accounts } = desk;
  const id = newId("grant", now);
  await judge(desk, by, id, scope, now);
  const client = await clientNamed(desk, identifier, by.staff, now);
  await transaction(database, async (joining) => {
    await holdAsking(joining, by.staff, now);
    const [last] = await askedBy(joining, by.staff, 1);
    const before = last && (await accounts.approvals.find(last.approval, now));
    if (before?.state.is === "asked") throw new AlreadyAsked();
    const asking = { kind: breakGlassKind, subject: id, reason, scope, asker: by.staff };
    const { id: approval } = await accounts.approvals.ask(asking, now, joining);
    await insertAsked(joining, { id, staff: by.staff, askedAt: now, approval, client });
  });
  return id;
}

/** One transaction of its own: what is refused is counted and written down too. @throws {AccessDenied} */
async function judge(
  { database, appender, access }: VaultDesk,
  by: Viewer,
  id: Id<"grant">,
  { fields, purpose }: BreakGlassScope,
  now: Date,
): Promise<void> {
  const rules = await access();
  const decision = await transaction(database, async (joining) => {
    const count = await countAsk(joining, by.staff, now);
    const decided = rules.policy.decide(factsOfAsk(by, fields, count, rules));
    const details = {
      ...{ grant: id, fields: [...fields], rules: [...decided.rules] },
      ...{ policy: rules.policy.edition, session: by.session },
    };
    const columns = { purpose, decision: decided.allowed ? "allow" : "deny" } as const;
    const draft = { kind: passAsked, ...columns, details };
    await appender.append({ is: "staff", id: by.staff }, draft, now, joining);
    return decided;
  });
  if (!decision.allowed) throw new AccessDenied(decision.rules);
}
