import { fdatasync, writeSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { syncFile } from "#platform";

const fileMode = 0o600;
const newline = 0x0a;
const tailBytes = 65_536;
const onDisk = promisify(fdatasync);

type Waiting = { line: string; resolve(): void; reject(error: unknown): void };

/**
 * Lines in a file that only grows. What `append` has answered is on disk; lines of one moment, and those that arrive while
 * the disk is busy, go down together. After a failed write nothing more is taken: what is on disk is unknown until the file is opened anew.
 */
export class AppendOnlyFile {
  readonly #handle: FileHandle;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #failure: unknown;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** Opens a file, made when it isn't there. A last line that a crash cut off was never answered for: it is removed. */
  static async open(file: string): Promise<AppendOnlyFile> {
    const handle = await open(file, "a+", fileMode);
    const { size } = await handle.stat();
    const whole = await endOfLastLine(handle, size);
    if (whole < size) await handle.truncate(whole);
    await handle.sync();
    await syncFile(dirname(file));
    return new AppendOnlyFile(handle);
  }

  /** @returns when the line is on disk */
  append(line: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line, resolve, reject });
      this.#writing ??= this.#write();
    });
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#handle.close();
  }

  async #write(): Promise<void> {
    await new Promise(process.nextTick); // what else is appended in this moment comes along
    for (let lines = this.#take(); lines.length > 0; lines = this.#take()) {
      try {
        if (this.#failure !== undefined) throw this.#failure;
        writeWhole(this.#handle.fd, Buffer.from(lines.map(({ line }) => `${line}\n`).join("")));
        await onDisk(this.#handle.fd);
        for (const { resolve } of lines) resolve();
      } catch (error) {
        this.#failure = error;
        for (const { reject } of lines) reject(error);
      }
    }
    this.#writing = undefined;
  }

  #take(): Waiting[] {
    const lines = this.#waiting;
    this.#waiting = [];
    return lines;
  }
}

/** Into the system's memory, which takes a few lines at once; only the disk is waited for. */
function writeWhole(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** The last lines of a file: all of them, or as many as it takes until the first one is enough. */
export async function lastLines(
  file: string,
  isEnough: (firstLine: string) => boolean,
): Promise<string[]> {
  await using handle = await open(file);
  const { size } = await handle.stat();
  for (let bytes = tailBytes; ; bytes *= 2) {
    const start = Math.max(0, size - bytes);
    const { buffer } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
    const lines = buffer.toString().split("\n").slice(0, -1);
    if (start === 0) return lines;
    const whole = lines.slice(1);
    if (whole[0] !== undefined && isEnough(whole[0])) return whole;
  }
}

async function endOfLastLine(handle: FileHandle, size: number): Promise<number> {
  for (let end = size; end > 0; ) {
    const start = Math.max(0, end - tailBytes);
    const { buffer } = await handle.read(Buffer.alloc(end - start), 0, end - start, start);
    const place = buffer.lastIndexOf(newline);
    if (place >= 0) return start + place + 1;
    end = start;
  }
  return 0;
}
