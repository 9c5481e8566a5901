/** Where a ticket waits: agents work in all of them, and a ticket is transferred to one, never to a person. */
export const queues = ["general", "security", "payments", "verification"] as const;
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

export type Topic = keyof typeof queueOf;

export const topics = Object.keys(queueOf) as readonly Topic[];

export function isTopic(text: string): text is Topic {
  return Object.hasOwn(queueOf, text);
}

export function isQueue(text: string): text is Queue {
  return queues.some((one) => one === text);
}

export function queueFor(topic: Topic): Queue {
  return queueOf[topic];
}
