import { z } from "@hono/zod-openapi";
import {
  type Accounts,
  type ApprovalKind,
  requireFreshPasskey,
  requireRole,
  type StaffSession,
  staffAddressee,
  staffHere,
} from "#accounts";
import {
  type Actor,
  type Id,
  InvalidInput,
  isId,
  system,
  type Transaction,
  transaction,
} from "#platform";
import {
  directoryAgreed,
  directoryProposed,
  directoryPublished,
  directoryWithdrawn,
} from "../events.ts";
import type { DirectorySource } from "../source.ts";
import { diffOf } from "./diff.ts";
import { say } from "./messages.ts";
import { isOpen, type Proposal, type ProposalState, proposalState } from "./proposal.ts";
import { ProposalOpen, ProposalOver, ProposalUnknown } from "./refusals.ts";
import {
  dueProposals,
  holdProposing,
  markAgreed,
  markProposed,
  markPublished,
  markWithdrawn,
  proposalById,
  proposals,
  signedText,
} from "./store.ts";

import { type KeptEdition, keepEdition, uploadEdition, verifiedNewer } from "./upload.ts";

export const directoryChangeKind = "contacts.directory_change";
const listedMax = 50;

export type DirectoryChangesOptions = {
  accounts: Accounts;
  source: DirectorySource;
};

export type ListedProposal = { proposal: Proposal; state: ProposalState };

/**
 * Changes of the directory of official contacts. The desk can't sign one: an edition comes signed, and is in force when
 * two people agreed and the delay is over, in which everybody on the staff sees it and few are enough to stop it.
 */
export class DirectoryChanges {
  readonly #accounts: Accounts;
  readonly #source: DirectorySource;

  constructor({ accounts, source }: DirectoryChangesOptions) {
    this.#accounts = accounts;
    this.#source = source;
    accounts.approvals.register(this.#kind());
  }

  /** @throws what `uploadEdition` throws */
  async upload(text: string, now: Date): Promise<KeptEdition> {
    const { database, appender } = this.#accounts.desk;
    return await uploadEdition({ database, appender, source: this.#source }, text, now);
  }

  /**
   * Proposes an edition: a second person is drawn and asked, and everybody on the staff is told.
   * @param what a signed edition, or one that was uploaded before
   * @throws {RoleNeeded} {StepUpNeeded} {NobodyEligible} {ProposalOpen} and what verifying throws
   */
  async propose(
    session: StaffSession,
    what: { text: string } | { uploaded: Id<"proposal"> },
    reason: string,
    now: Date,
  ): Promise<Id<"proposal">> {
    const { desk, approvals } = this.#accounts;
    const proposer = await requireRole(desk, session, "admin", "comms");
    const profile = await desk.profile();
    requireFreshPasskey(session, profile, now);
    const text = "text" in what ? what.text : await signedText(desk.database, what.uploaded);
    const verified = await verifiedNewer(this.#source, text, now);
    return await transaction(desk.database, async (joining) => {
      await holdProposing(joining);
      await this.#refuseSecond(joining, now);
      const actor = { is: "staff", id: proposer.id } as const;
      const proposal =
        "text" in what
          ? await keepEdition(desk.appender, joining, verified, text, actor, now)
          : await this.#uploaded(joining, what.uploaded);
      const { version, sha256 } = proposal;
      const asked = { kind: directoryChangeKind, subject: proposal.id, scope: { version, sha256 } };
      const asking = { ...asked, reason, asker: proposer.id };
      const approval = await approvals.ask(asking, now, joining);
      await markProposed(joining, proposal.id, proposer.id, approval.id, now);
      const until = new Date(now.getTime() + profile.directory_change_seconds * 1_000);
      await this.#tellAll(joining, "directory_change_proposed", { when: now, until }, now);
      await this.#append(joining, actor, directoryProposed, proposal, now);
      return proposal.id;
    });
  }

  /**
   * Stops a change that isn't published: who proposed it can, and every administrator and approver.
   * @throws {ProposalUnknown} {ProposalOver} {RoleNeeded} {StepUpNeeded}
   */
  async withdraw(session: StaffSession, id: Id<"proposal">, now: Date): Promise<void> {
    const { desk } = this.#accounts;
    requireFreshPasskey(session, await desk.profile(), now);
    const { id: by } = session.holder;
    await transaction(desk.database, async (joining) => {
      await holdProposing(joining);
      const { proposal, state } = await this.find(id, now, joining);
      if (proposal.proposed?.by !== by) await requireRole(desk, session, "admin", "approver");
      if (state.is !== "uploaded" && !isOpen(state)) throw new ProposalOver(state.is);
      await markWithdrawn(joining, id, by, now);
      await this.#append(joining, { is: "staff", id: by }, directoryWithdrawn, proposal, now);
    });
  }

  /** Publishes what two people agreed to and whose delay is over. The worker does it every minute. @returns how many */
  async publishDue(now: Date): Promise<number> {
    const { database } = this.#accounts.desk;
    const due = await dueProposals(database, now);
    let published = 0;
    for (const id of due) if (await this.#publish(id, now)) published += 1;
    return published;
  }

  async list(now: Date): Promise<ListedProposal[]> {
    const listed = await proposals(this.#accounts.desk.database, listedMax);
    return await Promise.all(
      listed.map(async (proposal) => ({ proposal, state: await this.#stateOf(proposal, now) })),
    );
  }

  /** @throws {ProposalUnknown} */
  async find(
    id: string,
    now: Date,
    queryable: Parameters<typeof proposalById>[0] = this.#accounts.desk.database,
  ): Promise<ListedProposal> {
    const proposal = isId("proposal", id) ? await proposalById(queryable, id) : undefined;
    if (!proposal) throw new ProposalUnknown();
    return { proposal, state: await this.#stateOf(proposal, now) };
  }

  /** What a proposed edition changes in the one that is in force. */
  async diff({ id }: Pick<Proposal, "id">) {
    const text = await signedText(this.#accounts.desk.database, id);
    const { published } = await this.#source.current();
    return diffOf(published.content, await this.#source.open(text));
  }

  async #publish(id: Id<"proposal">, now: Date): Promise<boolean> {
    const text = await signedText(this.#accounts.desk.database, id);
    const holds = await verifiedNewer(this.#source, text, now).then(
      () => true,
      (error) => {
        if (error instanceof InvalidInput) return false;
        throw error;
      },
    );
    return await transaction(this.#accounts.desk.database, async (joining) => {
      await holdProposing(joining);
      const { proposal, state } = await this.find(id, now, joining);
      if (state.is !== "waiting" || now < state.until) return false;
      if (!holds) {
        await markWithdrawn(joining, id, undefined, now);
        await this.#append(joining, system, directoryWithdrawn, proposal, now);
        return false;
      }
      await markPublished(joining, id, now);
      const values = { when: now, version: proposal.version };
      await this.#tellAll(joining, "directory_change_published", values, now);
      await this.#append(joining, system, directoryPublished, proposal, now);
      return true;
    });
  }

  #kind(): ApprovalKind {
    const scope = z.strictObject({ version: z.int(), sha256: z.string() });
    return {
      name: directoryChangeKind,
      word: "directory_change",
      role: "approver",
      scope,
      describe: async (language, approval) => {
        const { version, sha256 } = scope.parse(approval.scope);
        const { added, removed, changed } = await this.diff({
          id: approval.subject as Id<"proposal">,
        });
        const [more, less, other] = [added.length, removed.length, changed.length];
        return {
          title: say(language, "approval.title", { version }),
          facts: [
            {
              label: say(language, "approval.changes"),
              value: say(language, "summary", { added: more, removed: less, changed: other }),
            },
            { label: say(language, "hash"), value: sha256 },
          ],
          more: {
            path: `/staff/directory/${approval.subject}`,
            label: say(language, "approval.more"),
          },
        };
      },
      act: async (joining, { subject, approver }, now) => {
        await holdProposing(joining);
        const { proposal } = await this.find(subject, now, joining);
        const isOver = proposal.withdrawn ?? proposal.agreed ?? proposal.publishedAt;
        if (isOver) throw new ProposalOver(proposalState(proposal, true).is);
        const { directory_change_seconds: seconds } = await this.#accounts.desk.profile();
        const effectiveAt = new Date(now.getTime() + seconds * 1_000);
        await markAgreed(joining, proposal.id, approver, effectiveAt, now);
        await this.#append(joining, { is: "staff", id: approver }, directoryAgreed, proposal, now);
      },
    };
  }

  async #uploaded(joining: Transaction, id: Id<"proposal">): Promise<KeptEdition> {
    const proposal = await proposalById(joining, id);
    if (!proposal) throw new ProposalUnknown();
    const state = proposalState(proposal, false);
    if (state.is !== "uploaded") throw new ProposalOver(state.is);
    return proposal;
  }

  async #refuseSecond(joining: Transaction, now: Date): Promise<void> {
    for (const proposal of await proposals(joining, listedMax)) {
      if (isOpen(await this.#stateOf(proposal, now))) throw new ProposalOpen();
    }
  }

  async #stateOf(proposal: Proposal, now: Date): Promise<ProposalState> {
    const { approvals } = this.#accounts;
    const approval = proposal.proposed && (await approvals.find(proposal.proposed.approval, now));
    return proposalState(proposal, approval?.state.is === "asked");
  }

  async #tellAll(
    joining: Transaction,
    template: string,
    values: Record<string, Date | number>,
    now: Date,
  ): Promise<void> {
    const { outbox } = this.#accounts.desk;
    for (const person of await staffHere(joining)) {
      await outbox.send(staffAddressee(person), { template, values }, now, joining);
    }
  }

  async #append(
    joining: Transaction,
    actor: Actor,
    kind: typeof directoryProposed,
    { id: proposal, keyId, version, sha256 }: KeptEdition,
    now: Date,
  ): Promise<void> {
    const event = { kind, details: { proposal, keyId, version, sha256 } };
    await this.#accounts.desk.appender.append(actor, event, now, joining);
  }
}
