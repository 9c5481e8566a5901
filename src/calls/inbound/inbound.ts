import type { Id } from "#platform";

/** How long ago an agent's own claim is still on the page. */
export const shownMs = 30 * 60_000;

/** A call that came in, as an agent sees it. */
export type InboundLeg = {
  id: Id<"inbound">;
  beganAt: Date;
  /** Until when the provider vouches for it. */
  until: Date;
  endedAt: Date | undefined;
  /** Who entered an account id for it. */
  claimed: { at: Date; by: Id<"staff"> } | undefined;
};

export const claimAnswers = ["dialled", "not_me"] as const;
/** What a client says of somebody who phoned us as the client. */
export type ClaimAnswer = (typeof claimAnswers)[number];

export function isClaimAnswer(text: string): text is ClaimAnswer {
  return (claimAnswers as readonly string[]).includes(text);
}

/** Whether somebody is on the line, as far as the provider says. */
export function isUp({ endedAt, until }: Pick<InboundLeg, "endedAt" | "until">, now: Date) {
  return endedAt === undefined && now < until;
}

/** The account id that a caller said, in digits; undefined when it is none. */
export function accountIdIn(typed: string): string | undefined {
  const digits = typed.replace(/[\s-]/g, "");
  return /^\d{12}$/.test(digits) ? digits : undefined;
}
