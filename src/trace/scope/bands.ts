/** How sure it is that something of a client is with whoever leaks. What is in one is in the wider ones too. */
export const bands = ["confirmed", "likely", "maximum"] as const;
export type Band = (typeof bands)[number];

/**
 * One figure in the three bands: it stands in the sample and is a client's; people of the result saw it around then; or ever
 * before, or it stands in the sample and may be a client's.
 */
export type Bounds = { lower: number; best: number; upper: number };

export const boundOf = {
  confirmed: "lower",
  likely: "best",
  maximum: "upper",
} as const satisfies Record<Band, keyof Bounds>;
