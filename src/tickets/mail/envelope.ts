/** What the sending server said of a mail, and who it is. Nothing of it is proven. */
export type Envelope = {
  /** Empty for reports (RFC 5321 §4.5.5). */
  from: string;
  /** Our addresses that it is for. */
  to: readonly string[];
  /** Where it came from; unknown behind a mail server that doesn't tell. */
  ip: string | undefined;
  helo: string;
};
