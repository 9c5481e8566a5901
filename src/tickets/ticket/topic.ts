/**
 * Where a ticket waits: a ticket is transferred to one, never to a person. Agents work in all of them but `leads`, whose
 * tickets nobody is given: leads see them.
 */
export const queues = [
  "general",
  "security",
  "payments",
  "verification",
  "reports",
  "leads",
] as const;
export type Queue = (typeof queues)[number];

/** What a requester says it is about, and the queue that answers. */
const queueOf = {
  account: "general",
  sign_in: "security",
  security: "security",
  payments: "payments",
  withdrawals: "payments",
  documents: "verification",
  other: "general",
} as const satisfies Record<string, Queue>;

/** What has a page of its own: a report of a scam, and one of an offer made to somebody at the firm. */
const reportQueueOf = { scam: "reports", approach: "leads" } as const satisfies Record<
  string,
  Queue
>;

type AskedTopic = keyof typeof queueOf;
export type Topic = AskedTopic | keyof typeof reportQueueOf;

/** What a requester chooses from. */
export const topics = Object.keys(queueOf) as readonly AskedTopic[];

/** Whether a requester may choose it: reports, which have pages of their own, aren't among them. */
export function isTopic(text: string): text is AskedTopic {
  return Object.hasOwn(queueOf, text);
}

export function isQueue(text: string): text is Queue {
  return queues.some((one) => one === text);
}

export function queueFor(topic: Topic): Queue {
  return { ...queueOf, ...reportQueueOf }[topic];
}

/** Where a ticket of a topic may wait: a report of an offer, which may name an agent, with the leads alone. */
export function queuesFor(topic: Topic): readonly Queue[] {
  return topic === "approach" ? ["leads"] : queues;
}
