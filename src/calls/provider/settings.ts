import { z } from "@hono/zod-openapi";
import { type Settings, secretIn } from "#platform";

/** In the form of E.164. */
const number = z.string().regex(/^\+[1-9]\d{6,14}$/);
const address = z
  .url({ protocol: /^https?$/ })
  .refine((url) => /^https:|^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/.test(url));

export const providerSettings = {
  CALLS_PROVIDER_URL: {
    schema: address.optional(),
    about: "where phone calls are placed (docs/phone-provider.md); unset, calls are in the browser",
    remedy: "Give an https address, or an http one on this machine; or leave it unset.",
  },
  CALLS_PROVIDER_SECRET: {
    schema: z
      .string()
      .refine((text) => secretIn(text) !== undefined)
      .optional(),
    about: "secret by which that provider and the desk sign what they send each other",
    remedy: "Give whsec_ and 24 to 64 random bytes in base64, or leave it unset.",
    secret: true,
  },
  CALLS_FROM: {
    schema: number.optional(),
    about: "the firm's own number, which its phone calls show",
    remedy: "Give a number such as +12025550100, or leave it unset.",
  },
} satisfies Settings;
