const megabyte = 1_000_000;

/** How large a file may be, and how much of it is read. */
export const photoLimits = {
  bytes: 64 * megabyte,
  /** All pictures of a file together, when they are unpacked. */
  pixels: 60_000_000,
  pages: 12,
  /** Frames of a video: so many at most, in bursts of frames that are read together. */
  frames: 24,
  bursts: 4,
} as const;

/** A page of a document is drawn at this many pixels for each point of 1/72 inch, or smaller. */
export const pageScale = 2;
export const pageSideMax = 3_000;
