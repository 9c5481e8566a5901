import { compile } from "../lexicon.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import { shared } from "./everywhere.ts";

/** The twelve languages that the guard reads, in one matcher. */
export const lexicon = compile([english, german], shared);
