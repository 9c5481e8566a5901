import {
  AuthorizationResponseError,
  // biome-ignore lint/suspicious/noDeprecatedImports: deprecated to warn; only a provider on this machine is asked so
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildAuthorizationUrlWithPAR,
  ClientError,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  ResponseBodyError,
} from "openid-client";
import { type Clock, hourMs } from "#platform";
import type { Attempt } from "./attempt.ts";
import { checkClaims, clockToleranceSeconds, type ProvenSubject } from "./claims.ts";
import { ProviderAway, ProviderRefused } from "./refusals.ts";
import type { ProviderOptions } from "./settings.ts";

const answerSeconds = 10;
const knownForMs = hourMs;

/** The firm's identity provider (OpenID Connect): authorization code, PKCE, and pushed requests where it has them. */
export class Provider {
  readonly #options: ProviderOptions;
  readonly #clock: Clock;
  #known: { configuration: Promise<Configuration>; since: number } | undefined;

  constructor(options: ProviderOptions, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
  }

  /** Where a browser goes to sign in. @throws {ProviderAway} */
  async addressFor(attempt: Attempt, redirectUri: string, maxAgeSeconds: number): Promise<URL> {
    const configuration = await this.#configuration();
    const { acr } = this.#options;
    const parameters = {
      redirect_uri: redirectUri,
      scope: "openid",
      response_type: "code",
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await calculatePKCECodeChallenge(attempt.codeVerifier),
      code_challenge_method: "S256",
      max_age: String(maxAgeSeconds),
      ...(acr.length > 0 && { acr_values: acr.join(" ") }),
    };
    const isPushed = configuration.serverMetadata().pushed_authorization_request_endpoint;
    if (!isPushed) return buildAuthorizationUrl(configuration, parameters);
    return await buildAuthorizationUrlWithPAR(configuration, parameters).catch(() => {
      throw new ProviderAway();
    });
  }

  /**
   * Who came back. The library checks state, issuer, the code with its verifier, and of the ID token signature, issuer,
   * audience, nonce and times; age and acr are checked by us.
   * @param returned the whole address at which the browser came back
   * @throws {ProviderRefused} {ProviderAway}
   */
  async subjectOf(returned: URL, attempt: Attempt, maxAgeSeconds: number): Promise<ProvenSubject> {
    const configuration = await this.#configuration();
    const { state, nonce, codeVerifier } = attempt;
    const checks = {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    };
    const tokens = await authorizationCodeGrant(configuration, returned, checks).catch(refuse);
    const expected = { maxAgeSeconds, acr: this.#options.acr };
    return checkClaims(tokens.claims(), expected, this.#clock());
  }

  /** What the provider says of itself; it is asked again after an hour, and after a failure at once. */
  #configuration(): Promise<Configuration> {
    const now = this.#clock().getTime();
    if (this.#known && now - this.#known.since < knownForMs) return this.#known.configuration;
    const { issuer, clientId, clientSecret } = this.#options;
    const isLocal = issuer.startsWith("http:");
    const asked = discovery(
      new URL(issuer),
      clientId,
      { client_secret: clientSecret, [clockTolerance]: clockToleranceSeconds },
      undefined,
      {
        timeout: answerSeconds,
        // The token comes over TLS, but its signature is checked nevertheless: a proxy may end the TLS.
        execute: [enableNonRepudiationChecks, ...(isLocal ? [allowInsecureRequests] : [])],
      },
    );
    const configuration = asked.catch(() => {
      this.#known = undefined;
      throw new ProviderAway();
    });
    this.#known = { configuration, since: now };
    return configuration;
  }
}

/** What the log is told: codes, never the provider's own sentences. */
function refuse(error: unknown): never {
  const code = error instanceof ResponseBodyError ? error.error : undefined;
  if (code !== undefined) throw new ProviderRefused(/^[a-z_]{1,40}$/.test(code) ? code : "refused");
  if (error instanceof ClientError && /^OAUTH_(?:TIMEOUT|ABORT)$/.test(error.code ?? "")) {
    throw new ProviderAway();
  }
  if (error instanceof ClientError) throw new ProviderRefused(error.code ?? "unreadable");
  if (error instanceof AuthorizationResponseError) throw new ProviderRefused("refused_there");
  if (error instanceof TypeError) throw new ProviderAway(); // fetch says so when nobody answers
  throw new ProviderRefused("unreadable");
}
