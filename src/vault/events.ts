import { z } from "@hono/zod-openapi";
import type { EventColumns, EventKind } from "#ledger";
import { fieldNames } from "#policy";

const code = z.string().regex(/^[a-z][a-z0-9_]{0,49}$/);
const id = (prefix: string) => z.string().startsWith(`${prefix}_`);
const rules = z.array(code);
const fields = z.array(z.enum(fieldNames));

const look = {
  client: "required",
  field: "required",
  ticket: "optional",
  purpose: "required",
  decision: "required",
} as const;

/** What stands in every look: by which grant and rules, in which session, and why in the viewer's words, encrypted. */
const looked = {
  grant: z.enum(["none", "ticket", "request", "call", "break_glass"]),
  grantId: id("grant").optional(),
  rules,
  policy: z.string(),
  session: id("session"),
  reason: z.base64().optional(),
};

type Columns = Partial<Record<keyof EventColumns, "required" | "optional">>;

function kind<Details>(name: string, columns: Columns, details: z.ZodType<Details>) {
  return { name: `vault.${name}`, version: 1, columns, details } as EventKind<Details>;
}

/** Staff asked to see a field: shown, in this version, or refused. The keykeeper decrypts that field for it, once. */
export const revealed = kind("revealed", { ...look, version: "optional" }, z.strictObject(looked));

/** Staff asked yes or no about a field. What was stated isn't kept, nor the answer: the event comes before it. */
export const predicateAnswered = kind(
  "predicate_answered",
  look,
  z.strictObject({
    ...looked,
    test: z.enum(["equals", "at_least"]),
    threshold: z.number().optional(),
    version: z.int().optional(),
  }),
);

/** Staff looked for a client by an exact identifier. Without a client nobody has it. */
export const searched = kind(
  "searched",
  { client: "optional", decision: "required" },
  z.strictObject({ by: code, hits: z.int().min(0).max(1), session: id("session"), rules }),
);

const aboutGrant = { client: "required", ticket: "optional", purpose: "optional" } as const;
const grant = id("grant");

export const accessAsked = kind("access_asked", aboutGrant, z.strictObject({ grant, fields }));
export const accessApproved = kind(
  "access_approved",
  aboutGrant,
  z.strictObject({ grant, fields, passkey: z.boolean() }),
);
export const accessDeclined = kind("access_declined", aboutGrant, z.strictObject({ grant }));
export const accessWithdrawn = kind("access_withdrawn", aboutGrant, z.strictObject({ grant }));

/** Somebody asked for break-glass, or wasn't let: of whom stands nowhere, so that nothing tells whether there is such a client. */
export const passAsked = kind(
  "pass_asked",
  { purpose: "required", decision: "required" },
  z.strictObject({ grant, fields, rules, policy: z.string(), session: id("session") }),
);

/** A second person agreed. It stands on the client's page, at the latest when the seal opens. */
export const passGiven = kind(
  "pass_given",
  aboutGrant,
  z.strictObject({
    grant,
    fields,
    kind: z.enum(["break_glass", "restricted"]),
    staff: id("staff"),
    approver: id("staff"),
    approval: id("approval"),
    until: z.iso.datetime(),
  }),
);
export const passReviewed = kind(
  "pass_reviewed",
  aboutGrant,
  z.strictObject({ grant, finding: z.enum(["right", "wrong"]) }),
);

const person = { staff: id("staff") };
const because = z.enum(["doubt", "two_doubts", "contained"]);

export const frozen = kind(
  "frozen",
  { client: "optional" },
  z.strictObject({ ...person, freeze: id("freeze"), because }),
);
export const thawed = kind(
  "thawed",
  { client: "optional" },
  z.strictObject({ ...person, freeze: id("freeze") }),
);

/** A lead looked into a freeze, and it stays. */
export const freezeKept = kind(
  "freeze_kept",
  { client: "optional" },
  z.strictObject({ ...person, freeze: id("freeze") }),
);

/** A client says of a contact that it wasn't theirs, or takes that back. */
export const doubted = kind(
  "doubted",
  { client: "required", ticket: "optional" },
  z.strictObject({ ...person, answer: id("answer"), said: z.enum(["yes", "no"]) }),
);
export const doubtTakenBack = kind(
  "doubt_taken_back",
  { client: "required", ticket: "optional" },
  z.strictObject({ ...person, answer: id("answer") }),
);

/** Clients came from the firm's own systems, in one piece: so many were new or changed, with so many fields. */
export const imported = kind(
  "imported",
  {},
  z.strictObject({
    clients: z.int(),
    fields: z.int(),
    via: z.enum(["command", "api"]),
    key: id("apikey").optional(),
  }),
);
/** A copy without an account is removed, whose client turned out to have one: by it the keykeeper destroys its keys. */
export const removed = kind(
  "removed",
  { client: "required", decision: "required" },
  z.strictObject({}),
);

export const canaryPlaced = kind("canary_placed", { client: "required" }, z.strictObject({}));

/** A decoy value was dialled or mailed: it names who saw it, among how many, and when last. Nobody, when nobody did. */
export const decoyTouched = kind(
  "decoy_touched",
  { client: "required", field: "required" },
  z.strictObject({
    version: z.int(),
    staff: id("staff").optional(),
    seenAt: z.iso.datetime().optional(),
    among: z.int().min(1).optional(),
    by: code,
  }),
);

/** By which staff are shown something of a client. */
export const vaultReleaseKinds = [revealed, predicateAnswered, searched] as readonly EventKind[];

export const vaultEventKinds = [
  ...vaultReleaseKinds,
  accessAsked,
  accessApproved,
  accessDeclined,
  accessWithdrawn,
  passAsked,
  passGiven,
  passReviewed,
  frozen,
  thawed,
  freezeKept,
  doubted,
  doubtTakenBack,
  imported,
  removed,
  canaryPlaced,
  decoyTouched,
] as readonly EventKind[];
