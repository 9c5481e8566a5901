import type { Finding, Material, OfficialContacts } from "./material.ts";
import { readArticle } from "./read-article.ts";
import { readMessages } from "./read-messages.ts";
import { readNotice } from "./read-notice.ts";
import { readPolicy } from "./read-policy.ts";
import { lint } from "./rules.ts";

/** What the tests of the rules read: articles by slug, messages by file, beside a small policy and directory. */
export type Sample = {
  articles?: Record<string, string>;
  messages?: Record<string, Record<string, string>>;
  /** By language and name, such as `en/welcome`. */
  notices?: Record<string, object>;
  policy?: object;
  directory?: OfficialContacts;
};

export const sampleDirectory: OfficialContacts = {
  firm: "Larkmoor",
  brands: ["larkmoor"],
  contacts: [
    { type: "domain", value: "larkmoor.example" },
    { type: "email_domain", value: "larkmoor.example" },
    { type: "email_domain", value: "mail.larkmoor.example" },
    { type: "email_domain", value: "news.larkmoor.example" },
    { type: "phone", value: "+12025550100" },
    { type: "handle", value: "larkmoor_help" },
  ],
};

/** Lints a sample as if it stood under `content/help/en` and `messages`. The body of an article starts on line 5. */
export function lintSample(sample: Sample): Finding[] {
  const material: Material = {
    articles: Object.entries(sample.articles ?? {}).map(([slug, body]) =>
      readArticle(
        `content/help/en/${slug}.md`,
        "en",
        `---\ntitle: A page\nsummary: About it.\n---\n${body}`,
      ),
    ),
    messages: Object.entries(sample.messages ?? {}).map(([file, texts]) =>
      readMessages(`messages/${file}`, file.split("/")[0] ?? "en", JSON.stringify(texts, null, 2)),
    ),
    notices: Object.entries(sample.notices ?? {}).map(([name, notice]) =>
      readNotice(
        `content/notices/${name}.yaml`,
        name.split("/")[0] ?? "en",
        JSON.stringify(notice),
      ),
    ),
    policies: sample.policy
      ? [readPolicy("larkmoor.policy.json", JSON.stringify(sample.policy, null, 2))]
      : [],
    macros: [],
    directory: sample.directory ?? sampleDirectory,
    accessFaults: [],
    unreadable: [],
  };
  return lint(material);
}
