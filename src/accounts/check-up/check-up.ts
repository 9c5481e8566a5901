import type { SettingsLock } from "../lock/index.ts";

const fewCodes = 3;

/** Everything about an account that says how well it is protected. */
export type AccountFacts = {
  passkeys: number;
  hasAuthenticator: boolean;
  hasPassword: boolean;
  recoveryCodesLeft: number;
  hasMasterKey: boolean;
  settings: SettingsLock;
  /** The confirmed address, as its mask. */
  email: string | undefined;
  /** Devices that nobody used for long. */
  forgottenDevices: number;
  /** Changes that can still be taken back. */
  newChanges: number;
  /** When the account is closed, if somebody asked for it. */
  closesAt: Date | undefined;
};

/** What the words of a finding are known by, and what stands in their places. */
export type Finding = {
  words: FindingWords;
  state: "good" | "look" | "missing";
  fix?: { words: FixWords; path: string };
  count?: number;
  mask?: string;
  until?: Date;
};

export type FindingWords =
  | "closing.look"
  | "passkey.good"
  | "passkey.missing"
  | "second_passkey.good"
  | "second_passkey.missing"
  | "password.good"
  | "password.guarded"
  | "password.bare"
  | "changes.good"
  | "changes.look"
  | "settings_lock.good"
  | "settings_lock.opening"
  | "settings_lock.missing"
  | "master_key.good"
  | "master_key.missing"
  | "recovery_codes.good"
  | "recovery_codes.few"
  | "recovery_codes.missing"
  | "email.good"
  | "email.missing"
  | "devices.good"
  | "devices.look";

export type FixWords =
  | "closing.fix"
  | "passkey.fix"
  | "second_passkey.fix"
  | "password.guarded.fix"
  | "password.bare.fix"
  | "changes.fix"
  | "settings_lock.fix"
  | "settings_lock.opening.fix"
  | "master_key.fix"
  | "recovery_codes.fix"
  | "email.fix"
  | "devices.fix";

/** What protects an account and what doesn't, in the order of effect: each with the one place that mends it. */
export function checkUp(facts: AccountFacts): Finding[] {
  const changes = changesFinding(facts);
  const rest = [
    passkeyFinding(facts),
    secondPasskeyFinding(facts),
    passwordFinding(facts),
    masterKeyFinding(facts),
    lockFinding(facts),
    codesFinding(facts),
    emailFinding(facts),
    devicesFinding(facts),
  ].filter((finding) => finding !== undefined);
  // What may be a thief's work just now comes before what could be better.
  const found = changes.state === "good" ? [...rest, changes] : [changes, ...rest];
  return [...closingFinding(facts), ...found];
}

function closingFinding({ closesAt: until }: AccountFacts): Finding[] {
  const fix = { words: "closing.fix", path: "/account/close" } as const;
  return until ? [{ words: "closing.look", state: "look", fix, until }] : [];
}

function passkeyFinding({ passkeys }: AccountFacts): Finding {
  if (passkeys > 0) return { words: "passkey.good", state: "good" };
  const fix = { words: "passkey.fix", path: "/account/passkeys" } as const;
  return { words: "passkey.missing", state: "missing", fix };
}

/** Without a first one there is nothing to say of a second. */
function secondPasskeyFinding({ passkeys }: AccountFacts): Finding | undefined {
  if (passkeys === 0) return undefined;
  if (passkeys > 1) return { words: "second_passkey.good", state: "good" };
  const fix = { words: "second_passkey.fix", path: "/account/passkeys" } as const;
  return { words: "second_passkey.missing", state: "look", fix };
}

function passwordFinding({ hasPassword, hasAuthenticator, passkeys }: AccountFacts): Finding {
  if (!hasPassword) return { words: "password.good", state: "good" };
  if (!hasAuthenticator) {
    const fix = { words: "password.bare.fix", path: "/account/authenticator" } as const;
    return { words: "password.bare", state: "missing", fix };
  }
  const fix = { words: "password.guarded.fix", path: "/account/password" } as const;
  return { words: "password.guarded", state: "look", ...(passkeys > 1 && { fix }) };
}

function masterKeyFinding({ hasMasterKey, settings }: AccountFacts): Finding {
  if (hasMasterKey) return { words: "master_key.good", state: "good" };
  const fix = { words: "master_key.fix", path: "/account/master-key" } as const;
  return {
    words: "master_key.missing",
    state: "missing",
    ...(settings.is === "open" && { fix }),
  };
}

function lockFinding({ settings, hasMasterKey }: AccountFacts): Finding {
  if (settings.is === "locked") return { words: "settings_lock.good", state: "good" };
  if (settings.is === "opening") {
    const fix = { words: "settings_lock.opening.fix", path: "/account/lock" } as const;
    return { words: "settings_lock.opening", state: "look", fix };
  }
  // The master key comes first, and has a finding of its own.
  const fix = { words: "settings_lock.fix", path: "/account/lock" } as const;
  return { words: "settings_lock.missing", state: "missing", ...(hasMasterKey && { fix }) };
}

function codesFinding({ recoveryCodesLeft: count }: AccountFacts): Finding {
  const fix = { words: "recovery_codes.fix", path: "/account/recovery-codes" } as const;
  if (count === 0) return { words: "recovery_codes.missing", state: "missing", fix };
  if (count < fewCodes) return { words: "recovery_codes.few", state: "look", fix, count };
  return { words: "recovery_codes.good", state: "good", count };
}

function emailFinding({ email: mask }: AccountFacts): Finding {
  if (mask !== undefined) return { words: "email.good", state: "good", mask };
  const fix = { words: "email.fix", path: "/account/email" } as const;
  return { words: "email.missing", state: "missing", fix };
}

function changesFinding({ newChanges: count }: AccountFacts): Finding {
  if (count === 0) return { words: "changes.good", state: "good" };
  return {
    words: "changes.look",
    state: "look",
    fix: { words: "changes.fix", path: "#changes" },
    count,
  };
}

function devicesFinding({ forgottenDevices: count }: AccountFacts): Finding {
  if (count === 0) return { words: "devices.good", state: "good" };
  const fix = { words: "devices.fix", path: "/account/sessions" } as const;
  return { words: "devices.look", state: "look", fix, count };
}
