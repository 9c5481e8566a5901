import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { beginLooks } from "#accounts";
import { type Actor, type Id, type Queryable, shortTransaction, type Transaction } from "#platform";
import type { TicketsDesk } from "../desk.ts";
import { ticketRead } from "../events.ts";
import { isFrozen } from "../frozen.ts";
import { type Ticket, TicketUnknown } from "../ticket/index.ts";

/** One look at a ticket lasts this long: then it is another event. */
const lookMs = 10 * 60_000;
const looksMax = 5_000;
const keyBytes = 32;

/** Where tickets' keys are encrypted; the field is the ticket's id, so that none passes for another's. */
export const keyTable = "tickets.tickets";
const version = 1;

type KeyDesk = Pick<TicketsDesk, "database" | "keykeeper" | "appender" | "freezesOf">;
type Look = { key: KeyObject; untilMs: number };

/**
 * Tickets' own keys. A new one is encrypted by the keykeeper under its requester's data key; whoever reads the ticket
 * later does so by an event of the ledger, for which the keykeeper gives it out once.
 */
export class TicketKeys {
  readonly #desk: KeyDesk;
  readonly #looks = new Map<string, Look>();

  constructor(desk: KeyDesk) {
    this.#desk = desk;
  }

  /** @throws {KeykeeperRefused} the requester's keys are shredded */
  async make(
    client: Id<"client">,
    field: Id<"ticket">,
  ): Promise<{ key: KeyObject; ciphertext: Uint8Array }> {
    const bytes = randomBytes(keyBytes);
    const value = bytes.toString("base64url");
    const place = { table: keyTable, field, client, version };
    const { ciphertext } = await this.#desk.keykeeper.encrypt({ ...place, kind: "text", value });
    return { key: createSecretKey(bytes), ciphertext };
  }

  /**
   * The key of a ticket, for somebody who may read it. Each look is an event, committed before the key is there. Of the
   * staff, nobody has it who is frozen for its requester, whichever way leads here.
   * @param within the caller's transaction, if one is open that must not wait for what stops looks
   * @throws {KeykeeperRefused} {TicketUnknown}
   */
  async read(
    reader: Actor,
    ticket: Pick<Ticket, "id" | "requester" | "keyCiphertext">,
    now: Date,
    within?: Transaction,
  ): Promise<KeyObject> {
    const { id, requester, keyCiphertext: ciphertext } = ticket;
    await this.#refuseFrozen(within ?? this.#desk.database, reader, ticket);
    const name = `${reader.is === "system" ? "system" : reader.id} ${id}`;
    const look = this.#looks.get(name);
    if (look && now.getTime() < look.untilMs) return look.key;
    const place = { field: id, client: requester.id, version };
    const { event } = await this.#writeDown(reader, ticket, now, within !== undefined);
    const asked = { ...place, table: keyTable, event, ciphertext };
    const bytes = Buffer.from(await this.#desk.keykeeper.decrypt(asked), "base64url");
    const key = createSecretKey(bytes);
    bytes.fill(0);
    this.#keep(name, { key, untilMs: now.getTime() + lookMs });
    return key;
  }

  /** What staff read begins as every look does: nobody reads behind what froze that person. */
  async #writeDown(
    reader: Actor,
    ticket: Pick<Ticket, "id" | "requester">,
    now: Date,
    isWithin: boolean,
  ): Promise<{ event: Id<"event"> }> {
    const { database, appender } = this.#desk;
    const { id, requester } = ticket;
    const columns = { field: id, client: requester.id, ticket: id, decision: "allow" as const };
    const draft = { kind: ticketRead, details: { version }, ...columns };
    if (reader.is !== "staff" || isWithin) return await appender.append(reader, draft, now);
    const work = async (joining: Transaction) => {
      await this.#refuseFrozen(joining, reader, ticket);
      return await appender.append(reader, draft, now, joining);
    };
    return await shortTransaction(database, work, [beginLooks([reader.id])]);
  }

  /** @throws {TicketUnknown} */
  async #refuseFrozen(
    queryable: Queryable,
    reader: Actor,
    ticket: Pick<Ticket, "requester">,
  ): Promise<void> {
    const isStopped =
      reader.is === "staff" && (await isFrozen(this.#desk, queryable, reader.id, ticket));
    if (isStopped) throw new TicketUnknown();
  }

  #keep(name: string, look: Look): void {
    this.#looks.delete(name);
    this.#looks.set(name, look);
    const [oldest] = this.#looks.keys();
    if (this.#looks.size > looksMax && oldest !== undefined) this.#looks.delete(oldest);
  }
}
