import { createHash } from "node:crypto";
import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import type { AccessApproved, PasskeyAnswer } from "./act.ts";

/** What a client's authenticator signs to approve: everything that is approved, and nothing else fits. */
export function approvalChallenge({ passkey: _passkey, ...approved }: AccessApproved): string {
  return createHash("sha256")
    .update(`holdfast/access/1\n${JSON.stringify(approved)}`)
    .digest("base64url");
}

/**
 * Whether the client's own passkey signed exactly this approval, verified anew from what stands in it (WebAuthn, section
 * 7.2): that the passkey is the client's, and the origin ours, was checked when it was made.
 */
export async function isApprovedByPasskey(approved: AccessApproved): Promise<boolean> {
  const { passkey } = approved;
  if (!passkey) return false;
  const origin = originIn(passkey);
  if (origin === undefined) return false;
  try {
    const { verified } = await verifyAuthenticationResponse({
      response: {
        id: passkey.credential,
        rawId: passkey.credential,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: passkey.clientData,
          authenticatorData: passkey.authenticatorData,
          signature: passkey.signature,
        },
      },
      expectedChallenge: approvalChallenge(approved),
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      credential: {
        id: passkey.credential,
        publicKey: Buffer.from(passkey.publicKey, "base64url"),
        counter: 0,
      },
      requireUserVerification: true,
    });
    return verified;
  } catch {
    return false; // the library throws for each thing that doesn't hold
  }
}

function originIn({ clientData }: PasskeyAnswer): string | undefined {
  try {
    const { origin } = JSON.parse(Buffer.from(clientData, "base64url").toString());
    return typeof origin === "string" && URL.canParse(origin) ? origin : undefined;
  } catch {
    return undefined;
  }
}
