export type { Actor } from "./actor.ts";
export { type Clock, systemClock } from "./clock.ts";
export type { Command, CommandContext, ExitCode } from "./commands.ts";
export { HoldfastError, InvalidInput, messageOf, type Refusal, UsageError } from "./errors.ts";
export { type Id, isId, newId } from "./ids.ts";
export { catalogue, english, type Language, languages, type Say } from "./language/catalogue.ts";
export { chooseLanguage } from "./language/choose.ts";
export { englishPseudo } from "./language/pseudo.ts";
export { LineWriter, readLines } from "./lines.ts";
