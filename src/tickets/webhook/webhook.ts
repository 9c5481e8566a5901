import { HoldfastError, type Id, InvalidInput } from "#platform";

/** What a webhook can be told of: a closed list. */
export const webhookTypes = [
  "ticket.opened",
  "ticket.message_added",
  "ticket.assigned",
  "ticket.transferred",
  "ticket.status_changed",
  "ticket.priority_changed",
  "ticket.merged",
  "ticket.taken_apart",
] as const;
export type WebhookType = (typeof webhookTypes)[number];

const urlLettersMax = 500;
const loopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

/** One of the firm's own systems, which is told what happens to tickets. Its secret is shown once, when it is made. */
export type Webhook = {
  id: Id<"webhook">;
  url: string;
  types: readonly WebhookType[];
  addedAt: Date;
  ended: { at: Date; because: WebhookEnding } | undefined;
};

/** Somebody removed it, or its own system answered that it is gone. */
export type WebhookEnding = "removed" | "gone";

export class WrongWebhookUrl extends InvalidInput {
  constructor(remedy: string) {
    super("wrong_webhook_url", remedy);
  }
}

export class WrongWebhookTypes extends InvalidInput {
  constructor(given: readonly string[]) {
    const shown = given.join(", ").slice(0, 200);
    super(
      "wrong_webhook_types",
      `"${shown}" are no events. Give at least one of: ${webhookTypes.join(", ")}.`,
    );
  }
}

export class NoSuchWebhook extends HoldfastError {
  readonly code = "no_such_webhook";
  readonly refusal = "not_found";
  constructor(id: string) {
    super(
      `There is no webhook ${id.slice(0, 60)}. holdfast webhooks list shows the ones that there are.`,
    );
  }
}

/**
 * Where a webhook leads. Which addresses its host may have is seen when it is told something, each time anew.
 * @param isDevelopment whether it may lead to this machine, without TLS
 * @throws {WrongWebhookUrl}
 */
export function webhookUrlFrom(typed: string, isDevelopment: boolean): string {
  const url = URL.parse(typed);
  if (!url || typed.length > urlLettersMax) {
    throw new WrongWebhookUrl(
      `Give a whole address of at most ${urlLettersMax} characters, such as https://crm.example.com/holdfast.`,
    );
  }
  if (url.username !== "" || url.password !== "" || url.hash !== "") {
    throw new WrongWebhookUrl("Give the address without a user, a password or a #.");
  }
  const isHere = url.protocol === "http:" && loopbackHosts.includes(url.hostname);
  if (url.protocol !== "https:" && !(isHere && isDevelopment)) {
    throw new WrongWebhookUrl(
      "Give an https address; on a developer's machine http to localhost is taken too.",
    );
  }
  return url.href;
}

/** @throws {WrongWebhookTypes} */
export function webhookTypesFrom(given: readonly string[]): WebhookType[] {
  const types = webhookTypes.filter((type) => given.includes(type));
  if (types.length === 0 || types.length !== new Set(given).size) {
    throw new WrongWebhookTypes(given);
  }
  return types;
}
