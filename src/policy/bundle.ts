import { z } from "@hono/zod-openapi";
import { neverAskIds } from "#guard";
import { accessContradictions, accessSchema } from "./access/index.ts";
import { profileSchema } from "./profile.ts";
import { PolicyInvalid } from "./refusals.ts";
import { wordingsSchema } from "./wording-schema.ts";

/**
 * Terminology. *Policy bundle*: what the firm promises and the limits it keeps, as one signed, dated document. Pages,
 * guard and checker read it and repeat nothing of it. *Edition*: a bundle with its version; versions only grow.
 */
export const contactRuleIds = [
  "we_call_only_when_asked",
  "email_confirms_the_time",
  "phone_page_only",
  "number_is_never_proof",
  "facts_are_never_proof",
  "links_confirm_only_your_acts",
  "nobody_unlocks",
  "hang_up_and_report",
] as const;

export type ContactRuleId = (typeof contactRuleIds)[number];

const neverAskSchema = z.strictObject({ id: z.enum(neverAskIds), wording: wordingsSchema });
const contactRuleSchema = z.strictObject({ id: z.enum(contactRuleIds), wording: wordingsSchema });

export const bundleSchema = z
  .strictObject({
    firm: z.string().min(1).max(200),
    /** Grows with every edition; readers refuse one that is lower than the last they saw. */
    version: z.int().positive(),
    /** From this moment on, inclusive. */
    valid_from: z.iso.datetime(),
    /** Until this moment, exclusive. */
    valid_to: z.iso.datetime(),
    never_ask: z.array(neverAskSchema).max(neverAskIds.length),
    /** Do we ever call a client? `never` and the rule `we_call_only_when_asked` exclude each other. */
    calls: z.enum(["only_when_asked", "never"]),
    contact_rules: z.array(contactRuleSchema).max(contactRuleIds.length),
    profile: profileSchema,
    access: accessSchema,
  })
  .superRefine((bundle, context) => {
    for (const message of contradictions(bundle)) context.addIssue({ code: "custom", message });
  });

export type PolicyBundle = z.infer<typeof bundleSchema>;

function contradictions(bundle: PolicyBundle): string[] {
  const required = contactRuleIds.filter(
    (id) =>
      bundle.calls !== "never" ||
      (id !== "we_call_only_when_asked" && id !== "email_confirms_the_time"),
  );
  const profile = bundle.profile;
  const found = [
    ...missingOrTwice("never_ask", neverAskIds, bundle.never_ask),
    ...missingOrTwice("contact_rules", required, bundle.contact_rules),
    ...missingLanguages([...bundle.never_ask, ...bundle.contact_rules, ...bundle.access.purposes]),
    ...accessContradictions(bundle.access),
  ];
  if (
    bundle.calls === "never" &&
    bundle.contact_rules.some(({ id }) => id === "we_call_only_when_asked")
  ) {
    found.push("calls is never, but contact_rules has we_call_only_when_asked");
  }
  if (Date.parse(bundle.valid_from) >= Date.parse(bundle.valid_to)) {
    found.push(`valid_from ${bundle.valid_from} is not before valid_to ${bundle.valid_to}`);
  }
  if (profile.settings_lock_days_min > profile.settings_lock_days_max) {
    found.push("settings_lock_days_min is over settings_lock_days_max");
  }
  if (profile.new_address_hold_weak_factor_seconds < profile.new_address_hold_seconds) {
    found.push("the hold without a strong factor is shorter than the hold with one");
  }
  return found;
}

function missingOrTwice(
  list: string,
  ids: readonly string[],
  entries: readonly { id: string }[],
): string[] {
  const count = (id: string) => entries.filter((entry) => entry.id === id).length;
  const missing = ids.filter((id) => count(id) === 0).map((id) => `${list} lacks ${id}`);
  const twice = ids.filter((id) => count(id) > 1).map((id) => `${list} has ${id} twice`);
  return [...missing, ...twice];
}

function missingLanguages(
  entries: readonly { id: string; wording: Record<string, unknown> }[],
): string[] {
  const languages = new Set(entries.flatMap(({ wording }) => Object.keys(wording)));
  return entries.flatMap(({ id, wording }) =>
    [...languages]
      .filter((tag) => !(tag in wording))
      .map((tag) => `${id} has no wording in ${tag}`),
  );
}

/**
 * Everything that is wrong with a bundle, one line each: the path and what is the matter. Empty when it is sound.
 */
export function faultsOf(json: unknown): string[] {
  const read = bundleSchema.safeParse(json);
  return read.success ? [] : read.error.issues.map(faultOf);
}

function faultOf(issue: { path: PropertyKey[]; message: string }): string {
  return issue.path.length === 0 ? issue.message : `${issue.path.join(".")}: ${issue.message}`;
}

/** @throws {PolicyInvalid} naming the first thing that is wrong */
export function readBundle(json: unknown): PolicyBundle {
  const read = bundleSchema.safeParse(json);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new PolicyInvalid(issue ? faultOf(issue) : "unknown");
}
