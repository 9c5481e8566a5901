import { type AccessFacts, factValues } from "#policy";

/** Vectors of facts, each another one: over three million before the first comes again. */
export function factVectors(): { next(): AccessFacts } {
  let number = 0;
  return {
    next: () => {
      let rest = number++;
      const chosen = Object.entries(factValues).map(([name, among]) => {
        const value = among[rest % among.length];
        rest = Math.floor(rest / among.length);
        return [name, value];
      });
      return Object.fromEntries(chosen) as AccessFacts;
    },
  };
}
