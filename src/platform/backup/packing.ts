import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { constants, createZstdCompress, createZstdDecompress } from "node:zlib";
import type { Decrypter, Encrypter } from "age-encryption";
import { HoldfastError, InvalidInput, messageOf } from "../errors.ts";
import { orRefused } from "../files.ts";
import { decrypted, encrypted } from "./encryption.ts";
import { DamagedBackup } from "./parts.ts";

const ageMagic = "age-encryption.org/v1\n";
const quickly = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const isNobodys = () => {}; // whoever reads the stream gets its error

class NoBackup extends InvalidInput {
  constructor(file: string) {
    super("no_backup", `${file} isn't a backup: it isn't encrypted by age. Check the path.`);
  }
}

/** Compresses, then encrypts: `age -d FILE | zstd -d` undoes it. */
export function packed(
  plain: AsyncIterable<Uint8Array>,
  encrypter: Encrypter,
): AsyncIterable<Uint8Array> {
  const compressed = pipeline(plain, createZstdCompress(quickly), isNobodys);
  return encrypted(compressed, encrypter);
}

/**
 * What was packed into a file.
 * @throws {InvalidInput} when it can't be read, isn't a backup, is for another key, or is damaged
 */
export async function* unpacked(file: string, decrypter: Decrypter): AsyncGenerator<Buffer> {
  await requireAge(file);
  const plain = pipeline(
    createReadStream(file),
    (bytes) => decrypted(bytes, decrypter, file),
    createZstdDecompress(),
    isNobodys,
  );
  try {
    yield* plain;
  } catch (error) {
    if (error instanceof HoldfastError) throw error;
    const isUnreadable = error instanceof Error && "syscall" in error;
    if (isUnreadable) await orRefused(file, Promise.reject(error));
    throw new DamagedBackup(`it can't be decrypted to its end (${messageOf(error)})`);
  }
}

/** Before age reads a header of any length: it would hold a large file without one in memory. */
async function requireAge(file: string): Promise<void> {
  await using handle = await orRefused(file, open(file));
  const { buffer, bytesRead } = await orRefused(
    file,
    handle.read(Buffer.alloc(ageMagic.length), 0, ageMagic.length, 0),
  );
  if (buffer.subarray(0, bytesRead).toString("latin1") !== ageMagic) throw new NoBackup(file);
}
