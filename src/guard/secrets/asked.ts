import { type About, findCues } from "./cues.ts";
import { read } from "./reading.ts";

/** A challenge that waits for this client's answer now: the desk knows. */
export type Pending = "two_factor_code" | "device_approval_code";

export type Asked = {
  /** What the other side's last message asks for, in its order. */
  items: readonly About[];
  /** What it only speaks of, as a warning does. */
  mentioned: ReadonlySet<About>;
  pending: ReadonlySet<Pending>;
};

const afterMax = 20_000;
const sentences = /[^.!?\n\u3002\uff01\uff1f]+[.!?\n\u3002\uff01\uff1f]*/gu;

/** What was just asked. A sentence that denies asks for nothing. */
export function readAsked(after: string, pending: readonly Pending[]): Asked {
  const items: About[] = [];
  const mentioned = new Set<About>();
  for (const [sentence] of after.slice(-afterMax).matchAll(sentences)) {
    const found = findCues(read(sentence).folded).map(({ about }) => about);
    const isDenied = found.includes("never");
    for (const about of found) {
      if (about === "never") continue;
      if (isDenied) mentioned.add(about);
      else if (!items.includes(about)) items.push(about);
    }
  }
  return { items: exact(items), mentioned, pending: new Set(pending) };
}

/** `code` beside `approve your device` is that device's; a master password is no password. */
function exact(items: readonly About[]): About[] {
  const hides: readonly [About, About][] = [
    ["device_approval_code", "two_factor_code"],
    ["card_number", "card"],
  ];
  return items.filter(
    (about) => !hides.some(([by, hidden]) => hidden === about && items.includes(by)),
  );
}
