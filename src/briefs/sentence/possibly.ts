/** "Potentially viewed", and what is told of the matter itself: not "the alleged criminals", nor what somebody could do. */
const saysSo =
  /\b(?:potentially|possibly|allegedly|reportedly|supposedly|unverified|claims? to have)\b|\b(?:alleged|supposed)\s+(?!(?:criminal|attacker|hacker|insider|employee|agent|group|staff|person|people|gang)s?\b)/iu;
const may =
  /(?<!\b(?:who|whom|which|that|what|where|as|if)\s)\b(?:might|could|may)\s+(?:(?:also|already|well|still|only)\s+)?(?:be|have)\b/u;

/** Whether a statement says that it may be so. A "may" behind "who" or "which" is about somebody else. */
export function saysPossibly(statement: string): boolean {
  return saysSo.test(statement) || may.test(statement);
}
