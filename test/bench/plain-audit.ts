import type pg from "pg";
import { newId, systemClock, uuidOf } from "#platform";
import type { Reveal } from "./ledger-world.ts";

/**
 * What a desk without a ledger has: the same columns, but no salt, no chain and no key, with the same two covering
 * indexes.
 */
export const plainTable = `
  create table public.audit (
    client uuid not null, occurred_at timestamptz(3) not null, id uuid not null, actor uuid not null,
    version integer, kind_version smallint not null, actor_kind text not null, kind text not null, field text,
    ticket uuid, purpose text, decision text, details text);
  create index audit_client on public.audit (client, occurred_at) include (actor, field, version);
  create index audit_actor on public.audit (actor, occurred_at) include (client, field, version);
  grant select, insert on public.audit to holdfast_app`;

const insert = `insert into public.audit (client, occurred_at, id, actor, version, kind_version, actor_kind, kind,
  field, ticket, purpose, decision, details)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

/** Inserts rows one by one, each in a transaction of its own, over as many connections as are in flight. */
export class PlainAudit {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** @param details what the row says beside its columns: as many bytes as what it is compared with */
  async append({ actor, draft }: Reveal, details: object = draft.details): Promise<void> {
    const now = systemClock();
    if (actor.is === "system" || !draft.client || !draft.ticket) throw new Error("no such reveal");
    await this.#pool.query(insert, [
      uuidOf(draft.client),
      now,
      uuidOf(newId("event", now)),
      uuidOf(actor.id),
      draft.version,
      draft.kind.version,
      actor.is,
      draft.kind.name,
      draft.field,
      uuidOf(draft.ticket),
      draft.purpose,
      draft.decision,
      JSON.stringify(details),
    ]);
  }
}
