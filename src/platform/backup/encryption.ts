import { Decrypter, Encrypter } from "age-encryption";
import { InvalidInput, messageOf } from "../errors.ts";
import { readTextFile } from "../files.ts";

const passphraseCharactersMin = 12;

/** Whom a backup is for, or what opens it: files and age's own words, as a person gave them. */
type KeyWords = {
  /** `age1…`, public. */
  recipients?: readonly string[];
  identityFile?: string | undefined;
  passphraseFile?: string | undefined;
};

/** It never shows what was given: that may be the private key. */
class WrongRecipient extends InvalidInput {
  constructor(place: number) {
    super(
      "wrong_recipient",
      `Recipient ${place} isn't one of age's. Give the public key that age-keygen printed: it begins with age1.`,
    );
  }
}

class WrongIdentityFile extends InvalidInput {
  constructor(file: string) {
    super(
      "wrong_identity_file",
      `${file} isn't an age identity. Give the file that age-keygen wrote: a line of it begins with AGE-SECRET-KEY-.`,
    );
  }
}

class WeakPassphrase extends InvalidInput {
  constructor(file: string, characters: number) {
    super(
      "weak_passphrase",
      `The first line of ${file} has ${characters} characters, and a passphrase needs ${passphraseCharactersMin}. Take five random words.`,
    );
  }
}

/** What encrypts for the recipients, or by the passphrase. @throws {InvalidInput} */
export async function readEncrypter(words: KeyWords): Promise<Encrypter> {
  const encrypter = new Encrypter();
  for (const [place, recipient] of (words.recipients ?? []).entries()) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new WrongRecipient(place + 1);
    }
  }
  if (words.passphraseFile !== undefined) {
    const passphrase = await readPassphrase(words.passphraseFile);
    if (passphrase.length < passphraseCharactersMin) {
      throw new WeakPassphrase(words.passphraseFile, passphrase.length);
    }
    encrypter.setPassphrase(passphrase);
  }
  return encrypter;
}

/** What opens a backup by the identities in a file, or by a passphrase. @throws {InvalidInput} */
export async function readDecrypter(words: KeyWords): Promise<Decrypter> {
  const decrypter = new Decrypter();
  if (words.passphraseFile !== undefined) {
    decrypter.addPassphrase(await readPassphrase(words.passphraseFile));
  }
  if (words.identityFile !== undefined) {
    const lines = (await readTextFile(words.identityFile)).split(/\r?\n/);
    const identities = lines.filter((line) => line !== "" && !line.startsWith("#"));
    if (identities.length === 0) throw new WrongIdentityFile(words.identityFile);
    try {
      for (const identity of identities) decrypter.addIdentity(identity);
    } catch {
      throw new WrongIdentityFile(words.identityFile);
    }
  }
  return decrypter;
}

async function readPassphrase(file: string): Promise<string> {
  return (await readTextFile(file)).split(/\r?\n/)[0] ?? "";
}

export class WrongKey extends InvalidInput {
  constructor(file: string) {
    super(
      "wrong_key",
      `${file} was encrypted for another key or with another passphrase. Give the identity or the passphrase of that time.`,
    );
  }
}

export async function* encrypted(
  plain: AsyncIterable<Uint8Array>,
  encrypter: Encrypter,
): AsyncGenerator<Uint8Array> {
  yield* await encrypter.encrypt(streamOf(plain));
}

/** @throws {WrongKey} */
export async function* decrypted(
  bytes: AsyncIterable<Uint8Array>,
  decrypter: Decrypter,
  file: string,
): AsyncGenerator<Uint8Array> {
  const plain = await decrypter.decrypt(streamOf(bytes)).catch((error) => {
    throw messageOf(error).startsWith("no identity matched") ? new WrongKey(file) : error;
  });
  yield* plain;
}

/** What age reads from: `ReadableStream.from`, which the types of the web don't have. */
function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
