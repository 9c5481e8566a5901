import { z } from "@hono/zod-openapi";
import { InvalidInput, readTextFile, type Settings, type Values } from "#platform";

const onThisMachine = new Set(["localhost", "127.0.0.1", "[::1]"]);

export const providerSettings = {
  STAFF_ISSUER: {
    schema: z
      .url()
      .refine((url) => {
        const { protocol, hostname } = new URL(url);
        return protocol === "https:" || (protocol === "http:" && onThisMachine.has(hostname));
      })
      .optional(),
    about:
      "identity provider (OpenID Connect) that staff sign in at; unset, they sign in with passkeys",
    remedy: "Give its issuer, such as https://id.example.com, or leave it unset.",
  },
  STAFF_CLIENT_ID: {
    schema: z.string().min(1).max(200).optional(),
    about: "what this desk is called at the identity provider",
    remedy: "Give the client id that the identity provider gave you.",
  },
  STAFF_CLIENT_SECRET: {
    schema: z.string().min(1).optional(),
    about: "file of the desk's secret at the identity provider",
    remedy: "Give the path of a file that only the desk may read and that holds the client secret.",
  },
  STAFF_ACR: {
    schema: z
      .string()
      .min(1)
      .transform((text) => text.split(/\s+/).filter(Boolean))
      .optional(),
    about: "how staff must have proven themselves there: values of acr, of which one is needed",
    remedy: "Give values of the identity provider, with spaces between, or leave it unset.",
  },
} satisfies Settings;

/** What the desk knows of the firm's identity provider. */
export type ProviderOptions = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Values of acr of which a sign-in must have one; none asks for none. */
  acr: readonly string[];
};

class ProviderIncomplete extends InvalidInput {
  constructor() {
    super(
      "provider_incomplete",
      "STAFF_ISSUER, STAFF_CLIENT_ID and STAFF_CLIENT_SECRET belong together. Set all three, or none.",
    );
  }
}

/** Undefined when no identity provider is set: then staff sign in with passkeys alone. @throws {ProviderIncomplete} */
export async function providerOptions(
  config: Values<typeof providerSettings>,
): Promise<ProviderOptions | undefined> {
  const { STAFF_ISSUER, STAFF_CLIENT_ID, STAFF_CLIENT_SECRET, STAFF_ACR = [] } = config;
  const given = [STAFF_ISSUER, STAFF_CLIENT_ID, STAFF_CLIENT_SECRET];
  if (given.every((value) => value === undefined)) return undefined;
  if (!STAFF_ISSUER || !STAFF_CLIENT_ID || !STAFF_CLIENT_SECRET) throw new ProviderIncomplete();
  const clientSecret = (await readTextFile(STAFF_CLIENT_SECRET)).trim();
  return { issuer: STAFF_ISSUER, clientId: STAFF_CLIENT_ID, clientSecret, acr: STAFF_ACR };
}
