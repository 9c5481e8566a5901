import { Away as AwayNotices, KeyList as ListOfKeys } from "#accounts";
import type { Language } from "#platform";
import { say } from "../messages.ts";
import { tracesPath } from "./path.ts";

const keys = {
  list: ["j", "k", "enter", "n", "question"],
  trace: ["u", "question"],
} as const;

export function KeyList({ language, page }: { language: Language; page: keyof typeof keys }) {
  const listed = keys[page].map((key) => ({
    key: say(language, `keys.${key}`),
    does: say(language, `keys.${key}.does`),
  }));
  return <ListOfKeys title={say(language, "keys.title")} keys={listed} />;
}

export function Away({ language }: { language: Language }) {
  return (
    <AwayNotices
      offline={say(language, "live.offline")}
      gone={say(language, "live.gone")}
      back={tracesPath}
    />
  );
}
