import type { FieldTest } from "#keys";
import { HoldfastError, type Id, InvalidInput } from "#platform";
import type { FieldName } from "#policy";
import type { AccessRules } from "../desk.ts";
import type { Vault } from "../open.ts";
import { encryptReason } from "../reason.ts";
import { contactOf, NoClientContact } from "../request/index.ts";
import type { Shown, Viewer } from "../reveal/index.ts";

export const reasonLettersMax = 500;
export const statedLettersMax = 500;

/** One look from the card, as it was asked for. */
export type CardLook = {
  ticket: Id<"ticket">;
  field: FieldName;
  purpose: string;
  /** In the viewer's own words; empty where none is needed. */
  reason: string;
} & ({ action: "reveal" } | { action: "test"; test: FieldTest });

export class ReasonTooLong extends InvalidInput {
  constructor(letters: number) {
    super(
      "reason_too_long",
      `The reason has ${letters} letters, but at most ${reasonLettersMax} are kept. Say it shorter.`,
    );
  }
}

export class FieldUnknown extends HoldfastError {
  readonly code = "field_unknown";
  readonly refusal = "not_found";
  constructor() {
    super("There is no such field. Go back to the ticket, and choose one that stands there.");
  }
}

/** A purpose that the rules don't list: the client reads it, so nobody on the staff writes one. */
export class PurposeUnknown extends HoldfastError {
  readonly code = "purpose_unknown";
  readonly refusal = "invalid";
  constructor() {
    super("Choose what it is for. Go back to the ticket, and load it anew.");
  }
}

/** A question that the policy doesn't have, or one without what the client stated. */
export class TestUnknown extends HoldfastError {
  readonly code = "test_unknown";
  readonly refusal = "invalid";
  constructor() {
    super("Type what the client just told you, or choose one of the amounts.");
  }
}

/**
 * Looks at one field for a ticket: the reason is encrypted by the client's key before it stands in the event.
 * @throws {NoClientContact} {PurposeUnknown} {ReasonTooLong} and what a look throws
 */
export async function lookFrom(vault: Vault, by: Viewer, look: CardLook): Promise<Shown> {
  const { desk, revealing } = vault;
  const { ticket, field, purpose, ...asked } = look;
  const contact = await contactOf(desk.database, ticket, by.staff, desk.clock());
  if (!contact) throw new NoClientContact();
  const { purposes } = await desk.access();
  if (!purposes.some(({ id }) => id === purpose)) throw new PurposeUnknown();
  const { client } = contact;
  const words = look.reason.trim();
  if (words.length > reasonLettersMax) throw new ReasonTooLong(words.length);
  const reason = words === "" ? undefined : await encryptReason(desk.keykeeper, client, words);
  const place = { by, client, ticket, field, purpose, reason };
  return asked.action === "reveal"
    ? await revealing.look({ ...place, action: "reveal" })
    : await revealing.look({ ...place, action: "test", test: asked.test });
}

/** The question that somebody chose: of an amount only those of the policy, so that nobody narrows it down. @throws {TestUnknown} */
export function testFrom(
  { thresholds }: Pick<AccessRules, "thresholds">,
  field: FieldName,
  { is, stated, amount }: { is: string; stated: string; amount: string },
): FieldTest {
  if (is === "equals") {
    const value = stated.trim();
    if (value === "" || value.length > statedLettersMax) throw new TestUnknown();
    return { is, value };
  }
  const listed = thresholds.find((one) => one.field === field)?.at_least ?? [];
  const chosen = listed.find((one) => String(one) === amount);
  if (is !== "at_least" || chosen === undefined) throw new TestUnknown();
  return { is, amount: chosen };
}
