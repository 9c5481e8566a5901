/** What the firm's own systems may do here: a closed list, to which each slice adds its own. */
export const scopes = {
  "protections:decide": "ask whether a change of a client's account may happen now",
  "protections:announce": "say that a client's account was changed elsewhere",
  "outbox:register": "register the messages that another system sends, and check them",
  "staff:manage": "say who joins and who leaves",
  "webhooks:manage": "say which systems are told what happens to tickets",
  "decoys:report":
    "say that an address or a number was written to or called that nobody should know",
  "clients:write": "say what the firm's own systems know of clients",
  "calls:ask": "ask whether a call with a client is in progress, as the firm's own app does",
  "traces:run": "have leaked samples traced, and read what was found under pseudonyms",
  "tickets:read": "see where tickets stand, without what anybody wrote",
} as const satisfies Record<`${string}:${string}`, string>;

export type Scope = keyof typeof scopes;

export function isScope(text: string): text is Scope {
  return Object.hasOwn(scopes, text);
}
