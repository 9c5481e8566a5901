import {
  createHash,
  createSign,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { cbor } from "./cbor.ts";

/** What an authenticator is, and where its browser stands. */
type AuthenticatorTraits = {
  /** The page that asks, as the browser knows it. */
  origin: string;
  /** `platform` is built into the device; `cross-platform` can be carried to another. */
  attachment: "platform" | "cross-platform";
  /** Its passkeys are copied to its owner's other devices, and count no uses. */
  isSynced: boolean;
  /** Whether it checks a PIN or a finger. */
  verifiesUser: boolean;
};

/** What differs for one response, as an attacker or a fault has it. */
export type Twist = Partial<
  AuthenticatorTraits & { rpId: string; challenge: string; counter: number; userHandle: string }
>;

type Credential = {
  id: string;
  rpId: string;
  userHandle: string;
  privateKey: KeyObject;
  counter: number;
};

const usual: AuthenticatorTraits = {
  origin: "http://localhost:8080",
  attachment: "cross-platform",
  isSynced: true,
  verifiesUser: true,
};

const flag = { present: 0x01, verified: 0x04, eligible: 0x08, backedUp: 0x10, credential: 0x40 };

/**
 * An authenticator and its browser in software (WebAuthn Level 3 §6): real keys, real signatures over what it was asked.
 * It looks at no rules: what it is told to twist, it signs.
 */
export class TestAuthenticator {
  readonly credentials: Credential[] = [];
  readonly #traits: AuthenticatorTraits;

  constructor(traits: Partial<AuthenticatorTraits> = {}) {
    this.#traits = { ...usual, ...traits };
  }

  /** Makes a passkey, as `navigator.credentials.create` answers. */
  register(
    { rp, user, challenge, excludeCredentials = [] }: PublicKeyCredentialCreationOptionsJSON,
    twist: Twist = {},
  ): RegistrationResponseJSON {
    const isKnown = excludeCredentials.some(({ id }) => this.credentials.some((c) => c.id === id));
    if (isKnown) throw new Error("InvalidStateError: it has a passkey for this account");
    const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const rpId = twist.rpId ?? rp.id ?? "";
    const id = randomBytes(16).toString("base64url");
    const credential = { id, rpId, userHandle: user.id, privateKey, counter: 0 };
    this.credentials.push(credential);
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    const coseKey = cbor(
      new Map<number, number | Buffer>([
        [1, 2], // kty: EC2
        [3, -7], // alg: ES256
        [-1, 1], // crv: P-256
        [-2, Buffer.from(x, "base64url")],
        [-3, Buffer.from(y, "base64url")],
      ]),
    );
    const idBytes = Buffer.from(id, "base64url");
    const idLength = Buffer.from([idBytes.length >> 8, idBytes.length & 255]);
    const attested = Buffer.concat([Buffer.alloc(16), idLength, idBytes, coseKey]);
    const authenticatorData = Buffer.concat([this.#data(credential, twist, true), attested]);
    const attestation = new Map<string, string | Buffer | Map<string, string>>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", authenticatorData],
    ]);
    const { attachment } = this.#with(twist);
    return {
      id,
      rawId: id,
      type: "public-key",
      response: {
        clientDataJSON: this.#clientData("webauthn.create", challenge, twist).toString("base64url"),
        attestationObject: cbor(attestation).toString("base64url"),
        transports: attachment === "platform" ? ["internal"] : ["usb"],
      },
      clientExtensionResults: {},
      authenticatorAttachment: attachment,
    };
  }

  /** Signs with a passkey of the site that asks, as `navigator.credentials.get` answers: the newest that it may. */
  authenticate(
    { rpId = "", challenge, allowCredentials = [] }: PublicKeyCredentialRequestOptionsJSON,
    twist: Twist = {},
  ): AuthenticationResponseJSON {
    const credential = this.credentials.findLast(
      ({ id, rpId: own }) =>
        own === rpId &&
        (allowCredentials.length === 0 || allowCredentials.some((a) => a.id === id)),
    );
    if (!credential) throw new Error("NotAllowedError: it has no passkey for this");
    credential.counter += this.#with(twist).isSynced ? 0 : 1;
    const data = this.#data(credential, twist, false);
    const clientData = this.#clientData("webauthn.get", challenge, twist);
    const signed = Buffer.concat([data, sha256(clientData)]);
    const { attachment } = this.#with(twist);
    return {
      id: credential.id,
      rawId: credential.id,
      type: "public-key",
      response: {
        clientDataJSON: clientData.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: createSign("sha256")
          .update(signed)
          .sign(credential.privateKey)
          .toString("base64url"),
        userHandle: twist.userHandle ?? credential.userHandle,
      },
      clientExtensionResults: {},
      authenticatorAttachment: attachment,
    };
  }

  #with(twist: Twist): AuthenticatorTraits {
    return { ...this.#traits, ...twist };
  }

  #data(credential: Credential, twist: Twist, isNew: boolean): Buffer {
    const { isSynced, verifiesUser } = this.#with(twist);
    const flags =
      flag.present |
      (verifiesUser ? flag.verified : 0) |
      (isSynced ? flag.eligible | flag.backedUp : 0) |
      (isNew ? flag.credential : 0);
    const rest = Buffer.alloc(5);
    rest.writeUInt8(flags);
    rest.writeUInt32BE(twist.counter ?? credential.counter, 1);
    return Buffer.concat([sha256(Buffer.from(twist.rpId ?? credential.rpId)), rest]);
  }

  #clientData(type: string, challenge: string, twist: Twist): Buffer {
    const { origin } = this.#with(twist);
    const asked = twist.challenge ?? challenge;
    return Buffer.from(JSON.stringify({ type, challenge: asked, origin, crossOrigin: false }));
  }
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
