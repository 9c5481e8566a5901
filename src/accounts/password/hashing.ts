import { argon2, type KeyObject, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { HoldfastError, Turns } from "#platform";
import { subkey } from "../subkey.ts";

/** What new hashes are made with: OWASP's first choice for Argon2id. They may grow: a sign-in hashes anew. */
export const today: Parameters = { memory: 19_456, passes: 2, parallelism: 1 };

const saltBytes = 16;
const tagBytes = 32;
const atOnceMax = 3; // of the four threads that Node has for such work
const waitingMax = 48;
const pepperId = "AQ"; // base64 of the byte 1: the first pepper

/** KiB, rounds, lanes. */
export type Parameters = { memory: number; passes: number; parallelism: number };

const written =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2}),keyid=AQ\$([\w+/-]+)\$([\w+/-]+)$/;

const derive = promisify(argon2);

/** More sign-ins at once than the machine can hash. */
export class TooBusy extends HoldfastError {
  readonly code = "too_busy";
  readonly refusal = "unavailable";
  constructor() {
    super("Too many people are signing in at this moment. Try again in a few seconds.");
  }
}

/** Hashes passwords with Argon2id (RFC 9106), a pepper that the database doesn't hold, and little at a time. */
export class PasswordHasher {
  readonly #pepper: KeyObject;
  readonly #parameters: Parameters;
  readonly #turns = new Turns({ atOnceMax, waitingMax, busy: () => new TooBusy() });
  /** How often it hashed: every attempt to sign in takes one, whoever makes it. */
  hashed = 0;

  constructor(key: KeyObject, parameters = today) {
    this.#pepper = subkey(key, "password pepper");
    this.#parameters = parameters;
  }

  /** A PHC string for a new password. @throws {TooBusy} */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(saltBytes);
    const tag = await this.#derive(password, salt, this.#parameters);
    const { memory, passes, parallelism } = this.#parameters;
    const parameters = `m=${memory},t=${passes},p=${parallelism},keyid=${pepperId}`;
    return `$argon2id$v=19$${parameters}$${unpadded(salt)}$${unpadded(tag)}`;
  }

  /** Whether a password is the one that was hashed. Without a hash it works as long, and says no. @throws {TooBusy} */
  async verify(password: string, hash: string | undefined): Promise<boolean> {
    const { parameters, salt, tag } = parse(hash) ?? {
      parameters: this.#parameters,
      salt: Buffer.alloc(saltBytes),
      tag: undefined,
    };
    const derived = await this.#derive(password, salt, parameters);
    return timingSafeEqual(derived, tag ?? Buffer.alloc(tagBytes)) && tag !== undefined;
  }

  /** Whether a hash was made with less than today's parameters. */
  isOutdated(hash: string): boolean {
    const made = parse(hash)?.parameters;
    const { memory, passes, parallelism } = this.#parameters;
    return made?.memory !== memory || made.passes !== passes || made.parallelism !== parallelism;
  }

  async #derive(message: string, nonce: Buffer, parameters: Parameters): Promise<Buffer> {
    return await this.#turns.take(() => {
      this.hashed += 1;
      const secret = this.#pepper.export();
      return derive("argon2id", {
        ...{ message, nonce, secret, tagLength: tagBytes },
        ...parameters,
      });
    });
  }
}

function parse(
  hash: string | undefined,
): { parameters: Parameters; salt: Buffer; tag: Buffer } | undefined {
  if (hash === undefined) return undefined;
  const [, memory, passes, parallelism, salt = "", tag = ""] = written.exec(hash) ?? [];
  if (memory === undefined) throw new Error("a stored password hash isn't of our form");
  return {
    parameters: {
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
    },
    salt: Buffer.from(salt, "base64"),
    tag: Buffer.from(tag, "base64"),
  };
}

/** Base64 as PHC strings have it, without padding. */
function unpadded(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}
