/**
 * The pseudo-language of tests: every message comes out between marks, so that a string which is on a page
 * but not in the catalogue shows. It reads right to left, to show layouts that only work one way.
 */
export const englishPseudo = { tag: "en-XA", direction: "rtl" } as const;

export function pseudo(text: string): string {
  return `⟦${text}⟧`;
}
