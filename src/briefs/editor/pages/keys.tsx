import { Away as AwayNotices, KeyList as ListOfKeys } from "#accounts";
import type { Language } from "#platform";
import { say } from "../messages.ts";
import { editorPath } from "./path.ts";

const keys = {
  list: ["j", "k", "enter", "n", "question"],
  brief: ["j", "k", "enter", "n", "u", "question"],
  claim: ["d", "n", "p", "u", "question"],
  proposals: ["j", "k", "a", "r", "x", "s", "u", "question"],
  proposed: ["j", "k", "x", "d", "u", "question"],
  questions: ["j", "k", "n", "u", "question"],
  page: ["u", "question"],
} as const;

export type KeyPage = keyof typeof keys;

export function KeyList({ language, page }: { language: Language; page: KeyPage }) {
  const listed = keys[page].map((key) => ({
    key: say(language, `keys.${key}`),
    does: say(language, `keys.${page}.${key}` as `keys.page.u`),
  }));
  return <ListOfKeys title={say(language, "keys.title")} keys={listed} />;
}

export function Away({ language }: { language: Language }) {
  return (
    <AwayNotices
      offline={say(language, "live.offline")}
      gone={say(language, "live.gone")}
      back={editorPath}
    />
  );
}
