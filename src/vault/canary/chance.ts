/**
 * How likely it is that one of some looks at clients drawn at random meets a canary: 1 − (1 − share)^looks.
 * @param share canaries among all clients that could be looked at, from 0 to 1
 */
export function chanceOfTouch(share: number, looks: number): number {
  return 1 - (1 - share) ** looks;
}
