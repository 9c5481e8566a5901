import { english, type Id } from "#platform";
import { isShown, pastLooks } from "../past-look/index.ts";
import { namingOf, type ReadingDesk } from "./reading.ts";
import { contactsOf } from "./store.ts";
import { howOf, whatOf, whoOf, whyOf } from "./words.ts";

const looksAtOnce = 10_000;

/**
 * All looks at a client as JSON Lines, the newest first, in pieces of thousands of lines. It ends with what is sealed: how
 * many entries, until when.
 */
export async function* listOf(
  desk: ReadingDesk,
  client: Id<"client">,
  now: Date,
): AsyncGenerator<string> {
  let before: Id<"event"> | undefined;
  let hidden: { until: string; entries: number }[] = [];
  do {
    const { looks, next, sealed } = await pastLooks(desk.database, client, {
      now,
      before,
      limit: looksAtOnce,
    });
    const tickets = looks.flatMap(({ about }) => (about.is === "ticket" ? about.id : []));
    const [naming, contacts] = await Promise.all([
      namingOf(desk, looks, english),
      contactsOf(desk.database, client, [...new Set(tickets)]),
    ]);
    // The same words stand in most lines; to put them together takes longer than all else.
    const whats = new Map<string, { what: string; how: string }>();
    const whos = new Map<string, { who: string; why: string | undefined }>();
    const lines = looks.map((look) => {
      const { id, at, about, seen, staff, purpose, isRefused } = look;
      return JSON.stringify({
        ...{ at, entry: id },
        ...once(whats, `${Object.values(seen).join(" ")} ${isRefused}`, () => ({
          what: whatOf(english, seen),
          how: howOf(english, look),
        })),
        shown: isShown(look),
        ...once(whos, `${staff} ${purpose}`, () => ({
          who: whoOf(english, staff, naming),
          why: whyOf(english, purpose, naming),
        })),
        question: contacts.get(about.id)?.reference,
        about: about.is === "alone" ? undefined : about.id,
      });
    });
    if (lines.length > 0) yield `${lines.join("\n")}\n`;
    before = next;
    hidden = sealed;
  } while (before);
  for (const { entries, until } of hidden) yield `${JSON.stringify({ sealed: entries, until })}\n`;
}

function once<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
