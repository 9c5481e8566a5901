import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  decodeJwt,
  exportJWK,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from "jose";
// biome-ignore lint/correctness/noUnresolvedImports: it is found by its "exports", which Biome does not read
import { Provider } from "oidc-provider";

export type SignInTraits = {
  /** Who signs in there. */
  subject: string;
  acr?: string;
  /** When that was, in whole seconds since 1970; now, by default. */
  at?: number;
};

/** What the provider, or somebody between, puts into the ID token in place of what belongs there. */
export type TokenTwist = {
  claims?: (claims: JWTPayload) => JWTPayload;
  signedBy?: "another key" | "nobody";
};

export type IdentityProvider = {
  issuer: string;
  /** What the next token is twisted by. */
  twist: TokenTwist | undefined;
  /** A browser goes there from our page and signs in. @returns the address at which it comes back to us */
  signIn(address: string, traits: SignInTraits): Promise<string>;
  /** How requests to sign in came: `pushed`, or in the `address`. */
  asked: ("pushed" | "address")[];
  [Symbol.asyncDispose](): Promise<void>;
};

export const clientId = "holdfast";
export const clientSecret = "the client's secret, of 32 bytes or more";

/** A real OpenID Connect provider on this machine: panva's oidc-provider, where whoever is named signs in at once. */
export async function openIdentityProvider(
  redirectUri: string,
  options: { isPushing?: boolean } = {},
): Promise<IdentityProvider> {
  const { isPushing = true } = options;
  const keys = await generateKeyPair("RS256", { extractable: true });
  const others = await generateKeyPair("RS256");
  let handle: ReturnType<Provider["callback"]> | undefined;
  const server = createServer((request, response) => void handle?.(request, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const signingIn: { traits: SignInTraits | undefined } = { traits: undefined };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    jwks: {
      keys: [{ ...(await exportJWK(keys.privateKey)), alg: "RS256", use: "sig", kid: "one" }],
    },
    cookies: { keys: ["a key of the test's own"] },
    acrValues: ["two-factors", "password"],
    claims: { openid: ["sub"], acr: null, auth_time: null },
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: isPushing },
    },
    ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60 },
    interactions: { url: () => "/sign-in" },
    findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub }) }),
    loadExistingGrant: async (context: {
      oidc: { client: { clientId: string }; session: { accountId: string } };
    }) => {
      const { client, session } = context.oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  });
  const asked: IdentityProvider["asked"] = [];
  const opened: Pick<IdentityProvider, "twist"> = { twist: undefined };
  provider.use(async (context, next) => {
    if (context.path === "/sign-in" && signingIn.traits) {
      const { subject: accountId, acr, at: ts } = signingIn.traits;
      const login = { accountId, ...(acr && { acr }), ...(ts && { ts }) };
      return await provider.interactionFinished(context.req, context.res, { login });
    }
    await next();
    if (context.path === "/request") asked.push("pushed");
    if (context.path === "/auth" && context.req.url?.includes("code_challenge="))
      asked.push("address");
    const { twist } = opened;
    if (context.path !== "/token" || !twist || !context.body.id_token) return;
    const claims = decodeJwt(context.body.id_token);
    const payload = twist.claims?.(claims) ?? claims;
    const key = twist.signedBy === "another key" ? others.privateKey : keys.privateKey;
    context.body.id_token =
      twist.signedBy === "nobody"
        ? new UnsecuredJWT(payload).encode()
        : await new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: "one" }).sign(key);
  });
  handle = provider.callback();
  return Object.assign(opened, {
    issuer,
    asked,
    signIn: async (address: string, traits: SignInTraits) => {
      signingIn.traits = traits;
      return await follow(address, issuer);
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  });
}

/** Goes where the provider leads, with its cookies, until it leads away from it. */
async function follow(address: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>();
  let at = address;
  for (let step = 0; at.startsWith(issuer) && step < 10; step++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answered = await fetch(at, { headers: { cookie }, redirect: "manual" });
    for (const line of answered.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const next = answered.headers.get("location");
    if (!next) throw new Error(`${answered.status} at ${at}: ${await answered.text()}`);
    at = new URL(next, at).href;
  }
  return at;
}
