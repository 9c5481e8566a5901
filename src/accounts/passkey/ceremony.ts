import { z } from "@hono/zod-openapi";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { type Database, type Id, idBytes, idFrom } from "#platform";
import {
  type Asker,
  type ChallengePurpose,
  challengeSeconds,
  type Given,
  newChallenge,
  useChallenge,
} from "./challenge.ts";
import type { NewPasskey } from "./passkey.ts";
import { PasskeyRefused } from "./refusals.ts";
import type { RelyingParty } from "./relying-party.ts";

/** One round with an authenticator: for whom, for what, and who is asked. */
export type Ceremony = {
  database: Database;
  party: RelyingParty;
  purpose: ChallengePurpose;
  asker: Asker;
  now: Date;
  /** What is to be signed, where it isn't something random. */
  given?: Given;
};

type Known = Pick<NewPasskey, "credentialId" | "transports">;

/** EdDSA, ES256 and RS256 (the IANA's numbers for COSE): what every authenticator has one of. */
const algorithms = [-8, -7, -257];
const transportNames = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"];
const carried = transportNames.filter((name) => name !== "internal");

const bytes = z.base64url().max(16_384);
const clientData = z.looseObject({ challenge: z.base64url().min(1).max(100) });
const attachment = z.enum(["platform", "cross-platform"]).optional().catch(undefined);

const created = z.object({
  id: bytes.max(1_400),
  rawId: bytes.max(1_400),
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string()).max(20).catch([]),
  }),
  clientExtensionResults: z.looseObject({}).catch({}),
  authenticatorAttachment: attachment,
});

const signed = z.object({
  id: bytes.max(1_400),
  rawId: bytes.max(1_400),
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: z.string().max(100).nullish(),
  }),
  clientExtensionResults: z.looseObject({}).catch({}),
});

/** What an authenticator answered with a passkey that it has; nothing in it is checked but its form. */
export type Assertion = z.infer<typeof signed>;

/** What a browser asks an authenticator, to make a passkey. `named` is what the person sees it called. */
export async function creationOptions(
  ceremony: Ceremony,
  owner: { id: Id<string>; named: string },
  has: readonly Known[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { party } = ceremony;
  return await generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userID: Uint8Array.from(idBytes(owner.id)),
    userName: owner.named,
    userDisplayName: owner.named,
    challenge: await challengeBytes(ceremony),
    timeout: challengeSeconds * 1_000,
    attestationType: "none",
    excludeCredentials: has.map(descriptor),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: algorithms,
  });
}

/** What a browser asks an authenticator, to sign: with one of these passkeys, or with none named whichever it has. */
export async function requestOptions(
  ceremony: Ceremony,
  among: readonly Known[] = [],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return await generateAuthenticationOptions({
    rpID: ceremony.party.id,
    challenge: await challengeBytes(ceremony),
    timeout: (ceremony.given?.seconds ?? challengeSeconds) * 1_000,
    userVerification: "required",
    allowCredentials: among.map(descriptor),
  });
}

/**
 * The passkey that an authenticator made for us just now.
 * @param answer what the browser sent, as JSON
 * @throws {PasskeyTooLate} {PasskeyRefused}
 */
export async function createdPasskey(ceremony: Ceremony, answer: string): Promise<NewPasskey> {
  const { authenticatorAttachment, ...response } = parsed(created, answer);
  const expectedChallenge = await challengeUsed(ceremony, response.response.clientDataJSON);
  const verified = await orRefused(
    verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: ceremony.party.origin,
      expectedRPID: ceremony.party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (!verified.verified) throw new PasskeyRefused();
  const { credential, credentialDeviceType, credentialBackedUp } = verified.registrationInfo;
  const transports = transportNames.filter((name) => response.response.transports.includes(name));
  const isSynced = credentialDeviceType === "multiDevice";
  const isCarried =
    authenticatorAttachment === "cross-platform" ||
    (carried.some((name) => transports.includes(name)) && !transports.includes("internal"));
  return {
    credentialId: Buffer.from(credential.id, "base64url"),
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports,
    isSynced,
    isBackedUp: credentialBackedUp,
    isRoaming: isSynced || isCarried,
  };
}

/** What an authenticator answered, so that its passkey can be looked up. @throws {PasskeyRefused} */
export function assertionIn(answer: string): Assertion {
  return parsed(signed, answer);
}

/** Whom the answer says that the passkey belongs to; undefined when it says nothing that we gave. */
export function ownerIn<Prefix extends string>(
  prefix: Prefix,
  { response }: Assertion,
): Id<Prefix> | undefined {
  const handle = Buffer.from(response.userHandle ?? "", "base64url");
  return handle.length === 16 ? idFrom(prefix, handle.toString("hex")) : undefined;
}

/**
 * Whether an answer was made just now with this passkey, for us, by its owner. Without a passkey it is refused like any
 * other, and its challenge is used up.
 * @returns the counter to keep, and whether the passkey has a copy
 * @throws {PasskeyTooLate} {PasskeyRefused}
 */
export async function verifiedUse(
  ceremony: Ceremony,
  answer: Assertion,
  passkey: Pick<NewPasskey, "credentialId" | "publicKey" | "counter"> | undefined,
): Promise<Pick<NewPasskey, "counter" | "isBackedUp">> {
  const expectedChallenge = await challengeUsed(ceremony, answer.response.clientDataJSON);
  if (!passkey) throw new PasskeyRefused();
  const { userHandle, ...response } = answer.response;
  const verified = await orRefused(
    verifyAuthenticationResponse({
      response: {
        ...answer,
        response: { ...response, ...(userHandle && { userHandle }) },
      },
      expectedChallenge,
      expectedOrigin: ceremony.party.origin,
      expectedRPID: ceremony.party.id,
      credential: {
        id: Buffer.from(passkey.credentialId).toString("base64url"),
        publicKey: Uint8Array.from(passkey.publicKey),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    }),
  );
  if (!verified.verified) throw new PasskeyRefused();
  const { newCounter: counter, credentialBackedUp: isBackedUp } = verified.authenticationInfo;
  return { counter, isBackedUp };
}

async function challengeBytes({ database, purpose, asker, now, given }: Ceremony) {
  const challenge = await newChallenge(database, purpose, asker, now, given);
  return Uint8Array.from(Buffer.from(challenge, "base64url"));
}

async function challengeUsed(
  { database, purpose, asker, now }: Ceremony,
  clientDataJSON: string,
): Promise<string> {
  const said = Buffer.from(clientDataJSON, "base64url").toString();
  const { challenge } = parsed(clientData, said);
  await useChallenge(database, challenge, purpose, asker, now);
  return challenge;
}

function descriptor({ credentialId, transports }: Known) {
  return { id: Buffer.from(credentialId).toString("base64url"), transports: [...transports] };
}

function parsed<Schema extends z.ZodType>(schema: Schema, json: string): z.output<Schema> {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    throw new PasskeyRefused();
  }
  const found = schema.safeParse(data);
  if (!found.success) throw new PasskeyRefused();
  return found.data;
}

/** The library throws a plain Error for each thing that doesn't hold. */
async function orRefused<Result>(verifying: Promise<Result>): Promise<Result> {
  try {
    return await verifying;
  } catch {
    throw new PasskeyRefused();
  }
}
