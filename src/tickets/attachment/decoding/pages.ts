import type { DecodeRefusal } from "./answer.ts";

/** What a file looks like: JPEGs that we made ourselves, pixel by pixel, and the text in it. */
export type Pages = { pages: Buffer[]; words: string };

export const jpegQuality = 85;

export class Undecodable extends Error {
  override readonly name = "Undecodable";
  readonly code: DecodeRefusal;
  constructor(code: DecodeRefusal) {
    super(code);
    this.code = code;
  }
}
