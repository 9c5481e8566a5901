import { type LookUp, type OutgoingAnswer, sender } from "#platform";

/** `code` is a status of HTTP or of an error of ours or of the network: never what the other side wrote. */
export type PostAnswer =
  | Pick<Extract<OutgoingAnswer, { is: "answered" }>, "is" | "status">
  | Extract<OutgoingAnswer, { is: "failed" }>;

/** Posts once; what goes wrong is an answer, not an error. */
export type Post = (
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
) => Promise<PostAnswer>;

/**
 * Posts to addresses that everybody reaches, over TLS, and to no other, so that nobody's webhook leads into our own network.
 * Nothing of the answer is read but its status.
 * @param isDevelopment whether this machine may be reached, without TLS
 */
export function poster(lookUp: LookUp, isDevelopment: boolean): Post {
  const send = sender({ lookUp, reach: "public", toItself: isDevelopment, answerBytesMax: 0 });
  return async (url, headers, body, signal) =>
    await send({ method: "POST", url, headers, body, signal });
}
