import type { SentMessage } from "#outbox";
import type { Id } from "#platform";
import type { TestSite } from "./site.ts";

/** A message that a test looks at: its words, and what opens its links, by name. */
export type SentNotice = Omit<SentMessage, "words"> & {
  subject: string;
  text: string;
  tokens: Readonly<Record<string, string>>;
};

/** What a site sent to a client, the oldest first, with the words as they are read and the tokens of the links. */
export async function sentTo(
  { outbox }: Pick<TestSite, "outbox">,
  client: Id<"client">,
): Promise<SentNotice[]> {
  const messages = await outbox.reader.sentTo({ is: "client", id: client });
  return messages.reverse().map(({ words, ...message }) => ({
    ...message,
    subject: words?.subject ?? "",
    text: words?.text ?? "",
    tokens: Object.fromEntries(words?.links.map(({ name, token }) => [name, token]) ?? []),
  }));
}
