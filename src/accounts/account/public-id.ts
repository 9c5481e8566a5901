import { randomInt } from "node:crypto";

const groups = 3;
const perGroup = 10_000;

/**
 * A new public account id, such as `4817-2093-6650`: what a client tells support. It opens nothing, and nobody signs in
 * with it. Digits alone are dictated in any language, and are no code of a message.
 */
export function newPublicId(): string {
  const group = () => randomInt(perGroup).toString().padStart(4, "0");
  return Array.from({ length: groups }, group).join("-");
}

/** The id as it is kept, from what a person typed; undefined when it is none. */
export function publicIdIn(typed: string): string | undefined {
  const digits = typed.replace(/[\s‐-―-]/g, "");
  return /^\d{12}$/.test(digits) ? digits.replace(/(\d{4})(?=\d)/g, "$1-") : undefined;
}
