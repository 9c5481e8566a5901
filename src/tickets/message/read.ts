import type { KeyObject } from "node:crypto";
import type { Queryable } from "#platform";
import { openText } from "../sealing/index.ts";
import type { Ticket } from "../ticket/index.ts";
import type { Message, ReadMessage } from "./message.ts";
import { messagesOf } from "./store.ts";

/** A ticket's messages with their words, the oldest first. */
export async function readMessages(
  queryable: Queryable,
  ticket: Pick<Ticket, "requester" | "id">,
  key: KeyObject,
): Promise<ReadMessage[]> {
  return (await messagesOf(queryable, ticket)).map((message) => readMessage(message, key));
}

/** The same for the guard, which reads the words of their text files too. */
export async function readMessagesWithFiles(
  queryable: Queryable,
  ticket: Pick<Ticket, "requester" | "id">,
  key: KeyObject,
): Promise<ReadMessage[]> {
  return (await messagesOf(queryable, ticket)).map((message) => {
    const { text, ...read } = readMessage(message, key);
    const files = message.body.is === "sealed" ? message.body.files : undefined;
    if (text === undefined || !files) return { ...read, text };
    const words = openText(key, { is: "message_files", of: message.id }, files);
    return { ...read, text: `${text}\n${words}` };
  });
}

function readMessage({ body, ...message }: Message, key: KeyObject): ReadMessage {
  const place = { is: "message", of: message.id } as const;
  return { ...message, text: body.is === "sealed" ? openText(key, place, body) : undefined };
}
