import { decode, TooBusy } from "./decoding/index.ts";
import { documentLettersMax } from "./limits.ts";

/**
 * The words of a PDF, read in a confined process of its own.
 * @returns undefined for one that is locked, damaged, too long, or too much for that process
 */
export async function wordsOfDocument(bytes: Buffer): Promise<string | undefined> {
  try {
    const decoded = await decode("document", bytes);
    const isRead = decoded.is === "decoded" && decoded.words.length <= documentLettersMax;
    return isRead ? decoded.words : undefined;
  } catch (error) {
    if (error instanceof TooBusy) return;
    throw error;
  }
}
