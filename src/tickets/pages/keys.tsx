import { KeyList as ListOfKeys } from "#accounts";
import type { Language } from "#platform";
import { say } from "../messages.ts";

const keys = {
  queue: ["j", "k", "enter", "question"],
  ticket: ["j", "k", "r", "n", "u", "question"],
} as const;

export function KeyList({ language, page }: { language: Language; page: keyof typeof keys }) {
  const listed = keys[page].map((key) => ({
    key: say(language, `keys.${key}`),
    does: say(language, `keys.${page}.${key}` as "keys.queue.j"),
  }));
  return <ListOfKeys title={say(language, "keys.title")} keys={listed} />;
}
