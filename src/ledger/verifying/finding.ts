import type { Id } from "#platform";

const listedMax = 1_000;

/** Where something doesn't fit. Ids and numbers alone: nothing of what a row says. */
export type Where = {
  event?: Id<"event">;
  /** Index of an event in the log, from 0. */
  leaf?: number;
  /** The lane that appended an event, and its number there: see `ledger.instances`. */
  instance?: number;
  instanceSeq?: number;
  client?: Id<"client">;
  clientSeq?: number;
  /** Index of a bundle of 256 entries. */
  bundle?: number;
  /** A tile: its level, and its index there. */
  level?: number;
  index?: number;
  /** Of a checkpoint, a head or the tree. */
  size?: number;
  /** Which witness's cosignature: its address as the policy has it, or its place among those of the checkpoint. */
  witness?: string;
  /** The first index of a run. */
  run?: number;
  /** A range, from the first up to, not including, `to`. */
  from?: number;
  to?: number;
  /** The id of a key, eight hexadecimal digits. */
  key?: string;
  count?: number;
};

/** What can be wrong, by its code. The codes are stable. SECURITY.md says what to do. */
const sentences = {
  event_changed: (at) => `${theEvent(at)} isn't what was logged: its row was changed.`,
  event_missing: (at) => `${theEvent(at)} is gone: its row was removed.`,
  event_inserted: (at) => `${theEvent(at)} was never logged: its row was put in.`,
  event_unsealed: (at) =>
    `${theEvent(at)} is neither sealed nor waiting: its row in the outbox was removed.`,
  event_or_entry_changed: (at) =>
    `${theEvent(at)} isn't what its entry says: one of the two was changed, and nothing signed says which.`,
  event_unchecked: (at) =>
    `${theEvent(at)} can't be checked, because its client's event before it was changed or is missing.`,
  event_time_odd: (at) => `${theEvent(at)} has another time than its id.`,
  event_backdated: (at) =>
    `${theEvent(at)} is over an hour older than the one before it in its lane: it was back-dated, or a clock jumped.`,
  events_unlisted: ({ count }) =>
    `${count} more events don't fit. Mend what is named here, and verify again.`,
  previous_leaf_wrong: (at) =>
    `${theEvent(at)} names a leaf before it that isn't an erased event's.`,
  previous_leaf_missing: (at) => `${theEvent(at)} lacks the leaf of the erased event before it.`,
  erasure_unlogged: (at) => `${theEvent(at)} was erased, but no event of the log says so.`,
  erasure_undone: (at) =>
    `${theEvent(at)} is logged as erased, but it is there, or its row is gone.`,
  erasure_half_done: (at) => `${theEvent(at)} is erased in part only.`,
  legal_hold_unlogged: ({ event, client }) =>
    `The legal hold ${event} on ${client} was never logged: its row was put in.`,
  legal_hold_missing: ({ event, client }) =>
    `The legal hold ${event} on ${client} is gone: its row was removed.`,
  legal_hold_changed: ({ event, client }) =>
    `The legal hold ${event} on ${client} isn't as it was logged: its row was changed.`,
  sealed_entry_unlogged: ({ event, client }) =>
    `${event} is sealed from ${client}, but no event of the log says so: its row was put in.`,
  sealed_entry_missing: ({ event, client }) =>
    `${event} was sealed from ${client}, but nothing seals it: its row was removed.`,
  sealed_entry_changed: ({ event, client }) =>
    `${event} is sealed from ${client} otherwise than was logged: its row was changed.`,
  bundle_changed: (at) => `The entry of ${lower(theEvent(at))} in bundle ${at.bundle} was changed.`,
  bundle_altered: ({ bundle }) => `Entries of bundle ${bundle} were changed.`,
  bundle_missing: ({ bundle }) => `Bundle ${bundle} is missing.`,
  bundle_width_wrong: ({ bundle }) => `Bundle ${bundle} hasn't as many entries as the tree has.`,
  bundle_surplus: ({ bundle }) => `Bundle ${bundle} lies outside of the tree.`,
  tile_changed: (at) => `${theTile(at)} was changed.`,
  tile_or_bundle_changed: (at) =>
    `${theTile(at)} and bundle ${at.bundle} differ: one of the two was changed, and nothing signed says which.`,
  tile_missing: (at) => `${theTile(at)} is missing.`,
  tile_surplus: (at) => `${theTile(at)} lies outside of the tree.`,
  tree_missing: () => "The row that says how large the tree is was removed.",
  tree_size_wrong: ({ size }) => `The tree is said to have ${size} leaves, which it hasn't.`,
  run_wrong: ({ run }) => `The run that begins at leaf ${run} isn't of those events.`,
  run_overlaps: ({ run }) =>
    `The run that begins at leaf ${run} takes events or leaves of another.`,
  run_missing: ({ from, to }) =>
    `No run says which events the leaves from ${from} to ${last(to)} are.`,
  history_rewritten: ({ from, to }) =>
    `The leaves from ${from} to ${last(to)} aren't those that were signed: events and entries were changed together.`,
  checkpoint_forged: (at) =>
    `The checkpoint of size ${at.size} has a signature that isn't its key's.`,
  checkpoint_malformed: (at) => `The checkpoint of size ${at.size} can't be read.`,
  checkpoint_unknown: (at) =>
    `The checkpoint of size ${at.size} isn't signed by a log of the policy.`,
  checkpoint_size_wrong: (at) =>
    `The checkpoint that is kept for size ${at.size} is of another size.`,
  checkpoint_time_wrong: (at) =>
    `The checkpoint of size ${at.size} is said to be from another time.`,
  checkpoint_forked: (at) =>
    `The checkpoint of size ${at.size} signs another history than the later ones.`,
  checkpoint_beyond: (at) =>
    `A checkpoint of size ${at.size} was signed, but the tree is smaller: sealed events are gone.`,
  head_missing: () => "Nothing of the tree is signed.",
  head_forged: () => "The newest head has a signature that isn't its key's.",
  head_malformed: () => "The newest head can't be read.",
  head_unknown: () => "The newest head isn't signed by a log of the policy.",
  head_size_wrong: ({ size }) => `The newest head is said to be of size ${size}, which it isn't.`,
  head_time_wrong: () => "The newest head is said to be from another time.",
  head_went_back: ({ size }) => `The newest head is of size ${size}, but a larger one was signed.`,
  key_unlisted: ({ key, count, size }) =>
    `${count} checkpoints, the first of size ${size}, have a signature by the key ${key}, which the policy doesn't list.`,
  cosignature_forged: (at) => `${theCosignature(at)} isn't that witness's.`,
  cosignature_malformed: (at) => `${theCosignature(at)} can't be read.`,
  cosignature_time_wrong: (at) => `${theCosignature(at)} is said to be from another time.`,
  cosignature_alone: (at) => `${theCosignature(at)} is there, but the checkpoint is gone.`,
  signer_ahead: ({ size }) =>
    `The signer has signed ${size} events, but the tree is smaller: this is an older copy.`,
  signer_forked: ({ size }) => `The signer has signed another history of ${size} events.`,
  signer_behind: ({ size }) =>
    `A head of size ${size} is published, but the signer's store doesn't know it: an older store was put back.`,
  pending_alone: (at) =>
    `The outbox has ${lower(theEvent(at))}, which is gone: its row was removed.`,
  pending_changed: (at) => `The outbox has another commitment for ${lower(theEvent(at))}.`,
  pending_misnumbered: (at) => `The outbox has ${lower(theEvent(at))} under another number.`,
  pending_sealed: (at) =>
    `${theEvent(at)} waits in the outbox, but it was sealed already or waits twice.`,
  client_gap: (at) =>
    `Events ${at.from} to ${last(at.to)} of ${at.client} are missing: they were removed.`,
  client_head_wrong: ({ client, clientSeq }) =>
    `The chain of ${client} is said to end at ${clientSeq}, which it doesn't: its end was changed, or events were removed before they were sealed.`,
  client_head_missing: ({ client }) => `Nothing says where the chain of ${client} ends.`,
  lane_gap: ({ instance, from, to }) =>
    `Events ${from} to ${last(to)} of lane ${instance} are missing: they were removed before they were sealed.`,
  lane_counter_wrong: ({ instance, instanceSeq }) =>
    `Lane ${instance} is said to have appended ${instanceSeq} events, which it hasn't: its counter was changed, or events were removed before they were sealed.`,
  lane_missing: ({ instance }) => `Lane ${instance} has events, but its counter is gone.`,
  lease_missing: () => "The row of the sealer's lease was removed.",
} satisfies Record<string, (at: Where) => string>;

export type FindingCode = keyof typeof sentences;

/** Something that doesn't fit. */
export type Finding = { code: FindingCode; sentence: string; at: Where };

/** Findings as they come, each once. All are counted, the first thousand are kept. */
export class Findings {
  readonly listed: Finding[] = [];
  readonly #seen = new Set<string>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(code: FindingCode, at: Where = {}): void {
    const name = `${code} ${JSON.stringify(at)}`;
    if (this.#seen.has(name)) return;
    this.#count += 1;
    if (this.listed.length === listedMax) return;
    this.#seen.add(name);
    this.listed.push({ code, sentence: sentences[code](at), at });
  }
}

function theEvent({ event, leaf, instance, instanceSeq, client, clientSeq }: Where): string {
  const places = [
    leaf !== undefined && `leaf ${leaf}`,
    instance !== undefined && `number ${instanceSeq} of lane ${instance}`,
    client && (clientSeq === undefined ? client : `number ${clientSeq} of ${client}`),
  ].filter((place) => typeof place === "string");
  const name = event ?? "An event";
  return places.length > 0 ? `${name} (${places.join(", ")})` : name;
}

function theTile({ level, index }: Where): string {
  return `Tile ${index} of level ${level}`;
}

function theCosignature({ size, witness }: Where): string {
  return `The cosignature by ${witness} of the checkpoint of size ${size}`;
}

function last(to: number | undefined): number {
  return (to ?? 0) - 1;
}

function lower(text: string): string {
  return text.replace(/^An /, "an ");
}
