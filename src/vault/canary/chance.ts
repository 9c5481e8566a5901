/**
 * How likely it is that one of some looks at clients drawn at random meets a canary: 1 − (1 − share)^looks.
 * @param share canaries among all clients that could be looked at, from 0 to 1
 */
export function chanceOfTouch(share: number, looks: number): number {
  return 1 - (1 - share) ** looks;
}

/**
 * After how many looks it is this certain that one was noticed, when each is with this probability.
 * @param each such as the share of clients who say no to a look that wasn't for them
 */
export function looksUntil(each: number, certainty: number): number {
  return Math.log(1 - certainty) / Math.log(1 - each);
}
