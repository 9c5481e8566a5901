import { createHash, timingSafeEqual } from "node:crypto";
import type { FieldTest } from "./keykeeper.ts";
import { type FieldKind, normalForm, WrongKind } from "./kind.ts";

/**
 * What answers a question about a value of this kind. A stored value that isn't of the kind, or holds no number, is a no.
 * @throws {WrongKind} what is asked for isn't of this kind
 */
export function testOf(kind: FieldKind, test: FieldTest): (value: string) => boolean {
  if (test.is === "at_least") return (value) => numberIn(value) >= test.amount;
  const asked = hashOf(normalForm(kind, test.value));
  return (value) => {
    const normal = normalFormOrNone(kind, value);
    return timingSafeEqual(hashOf(normal ?? ""), asked) && normal !== undefined;
  };
}

/** The first decimal number: of `12345.67 EUR` 12345.67. */
function numberIn(value: string): number {
  return Number(/-?\d+(?:\.\d+)?/.exec(value)?.[0] ?? Number.NaN);
}

function normalFormOrNone(kind: FieldKind, value: string): string | undefined {
  try {
    return normalForm(kind, value);
  } catch (error) {
    if (error instanceof WrongKind) return undefined;
    throw error;
  }
}

function hashOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
