import type { Profile } from "#policy";
import type { Standing } from "../account/index.ts";
import { type Decision, decide, type Protection } from "../lock/index.ts";
import type { AddressStanding } from "../withdrawal-address/index.ts";

type Exemption = Profile["settings_lock_exemptions"][number];

/**
 * What the firm's other systems ask about before they do it: a closed list. What is exempt stays possible under a
 * lock where the policy says so, so that nobody is ever told to unlock.
 */
export const protectedChanges = {
  withdraw_to_address: { is: "withdrawing" },
  add_withdrawal_address: { is: "loosening" },
  add_bank_account: { is: "loosening" },
  change_email: { is: "loosening" },
  change_phone: { is: "loosening" },
  change_name: { is: "loosening" },
  change_password: { is: "loosening" },
  change_factor: { is: "loosening" },
  change_master_key: { is: "loosening" },
  add_mail_key: { is: "loosening" },
  make_api_key: { is: "loosening" },
  raise_verification_level: { is: "loosening" },
  raise_limits: { is: "loosening" },
  close_account: { is: "loosening" },
  upload_documents: { is: "exempt", as: "upload_documents" },
  open_ticket: { is: "exempt", as: "open_ticket" },
  tighten_security: { is: "exempt", as: "tighten_security" },
} as const satisfies Record<
  string,
  { is: "withdrawing" } | { is: "loosening" } | { is: "exempt"; as: Exemption }
>;

export type ProtectedChange = keyof typeof protectedChanges;

export const protectedChangeNames = Object.keys(protectedChanges) as [
  ProtectedChange,
  ...ProtectedChange[],
];

/** Why not, or not yet: stable ids, which other systems rely on. */
export const protectionReasons = [
  "unknown_account",
  "account_pending",
  "account_closed",
  "account_locked",
  "settings_locked",
  "address_unknown",
  "address_unconfirmed",
  "address_held",
  "error",
] as const;

export type ProtectionReason = (typeof protectionReasons)[number];

export type ProtectionAnswer =
  | { decision: "allow" }
  | { decision: "wait"; until: Date; reasons: ProtectionReason[] }
  | { decision: "deny"; reasons: ProtectionReason[] };

export type ProtectionFacts = {
  /** Missing for an account that there isn't. */
  standing: Standing | undefined;
  protection: Protection;
  exemptions: Profile["settings_lock_exemptions"];
  /** Of the address that money would be sent to; missing for one that isn't in the client's list. */
  address: AddressStanding | undefined;
};

/** May this happen now? Everything that isn't known to be allowed is denied. */
export function answerFor(change: ProtectedChange, facts: ProtectionFacts): ProtectionAnswer {
  const { standing, protection, exemptions } = facts;
  if (!standing) return deny("unknown_account");
  if (standing.is === "closed") return deny("account_closed");
  if (standing.is === "pending") return deny("account_pending");
  const rule = protectedChanges[change];
  if (rule.is === "exempt" && exemptions.includes(rule.as)) return { decision: "allow" };
  if (rule.is === "withdrawing") return answerForAddress(facts);
  return asAnswer(decide("loosening", protection));
}

/** The settings lock leaves old addresses as they are: it is a lock on settings, not on money. */
function answerForAddress({ protection, address }: ProtectionFacts): ProtectionAnswer {
  if (protection.account.is === "locked") return deny("account_locked");
  if (!address) return deny("address_unknown");
  if (address.is === "to_confirm") return deny("address_unconfirmed");
  if (address.is === "usable") return { decision: "allow" };
  return { decision: "wait", until: address.until, reasons: ["address_held"] };
}

function asAnswer(decided: Decision): ProtectionAnswer {
  return decided.decision === "allow" ? decided : { ...decided, reasons: [...decided.reasons] };
}

function deny(reason: ProtectionReason): ProtectionAnswer {
  return { decision: "deny", reasons: [reason] };
}
