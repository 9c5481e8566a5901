/** Of a file, before anything reads it. */
export const fileBytesMax = 5 * 1024 * 1024;
/** Of what can be read in it: a long report has 500,000 letters. */
export const textCharactersMax = 1_000_000;
