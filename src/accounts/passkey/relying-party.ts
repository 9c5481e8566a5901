/** Whom passkeys are made for: authenticators answer only pages of this origin (WebAuthn Level 3, "relying party"). */
export type RelyingParty = {
  /** The site's name in the DNS. */
  id: string;
  origin: string;
  /** What people know it as: authenticators show it. */
  name: string;
};

/**
 * The public address says it. Without one the desk is a developer's own, which is `localhost` on whatever port was asked:
 * what else a request says of its host counts for nothing.
 */
export function relyingParty(
  publicUrl: string | undefined,
  asked: string,
  name: string,
): RelyingParty {
  if (publicUrl) {
    const { hostname, origin } = new URL(publicUrl);
    return { id: hostname, origin, name };
  }
  const { port } = new URL(asked);
  return { id: "localhost", origin: `http://localhost${port && `:${port}`}`, name };
}
