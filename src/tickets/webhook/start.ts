import type { LookUp } from "#platform";
import { WebhookDeliverer, type WebhookDelivererOptions } from "./deliverer.ts";
import { poster } from "./routes-post.ts";

export type StartWebhooksOptions = Omit<WebhookDelivererOptions, "post"> & {
  lookUp: LookUp;
  isDevelopment: boolean;
};

/** Tells webhooks until it is stopped. */
export function startWebhooks({ lookUp, isDevelopment, ...options }: StartWebhooksOptions): {
  stop(): Promise<void>;
} {
  const stopping = new AbortController();
  const post = poster(lookUp, isDevelopment);
  const running = new WebhookDeliverer({ ...options, post }).run(stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
