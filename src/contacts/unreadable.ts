import type { Judgement } from "./judgement.ts";
import type { InputKind, Reason } from "./verdict.ts";

/** What no reader could read, and why. */
export type Unreadable = { kind: "unreadable"; reasons: Reason[] };

export function unreadable(code: string, values?: Record<string, string>): Unreadable {
  return { kind: "unreadable", reasons: [values ? { code, values } : { code }] };
}

/** The judgement of something unreadable: never better than "not ours". */
export function judgedUnreadable(
  kind: InputKind,
  readAs: string,
  { reasons }: Pick<Unreadable, "reasons">,
): Judgement {
  return { kind, readAs, verdict: "unreadable", reasons };
}

const hidden = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u;

/** Characters that a person doesn't see, or halves of one that no program can show. */
export function hasHiddenCharacters(text: string): boolean {
  return hidden.test(text) || !text.isWellFormed();
}
