-- The ledger: events, their place in a transparency log, and its signed heads. The app may call the functions below
-- and read; no statement of its own can change or remove an event, a bundle or a tile.

create schema ledger;

-- A lane appends one transaction at a time and numbers its events without gaps. A process has as many lanes as it has
-- transactions under way: no row is locked by all requests.
create table ledger.instances (
  id integer generated always as identity primary key,
  process uuid not null,
  seq bigint not null default 0,
  opened_at timestamptz not null
);

create index instances_process on ledger.instances (process);

-- The end of each client's chain: how many events, and the leaf hash of the last.
create table ledger.client_heads (
  client uuid primary key,
  seq integer not null default 0,
  leaf bytea
) with (fillfactor = 80);

-- The nil UUID stands for "no client" and, as actor, for the desk itself: keys and indexes need no null.
-- `salt` is a seed: one salt for the event and one for its actor are derived from it. It is null when the event was
-- erased, and the event's own salt when only the actor was (then `actor_commitment` is set).
-- `previous_leaf` is derived from the client's event before; it is kept only where that one was erased.
create table ledger.events (
  client uuid not null,
  occurred_at timestamptz(3) not null,
  id uuid not null,
  actor uuid not null,
  instance_seq bigint not null,
  instance integer not null,
  client_seq integer,
  version integer,
  kind_version smallint not null,
  actor_kind text not null,
  kind text not null,
  field text,
  ticket uuid,
  purpose text,
  decision text,
  details text,
  salt bytea,
  actor_commitment bytea,
  previous_leaf bytea,
  constraint events_pkey primary key (client, occurred_at, id) include (actor, field, version)
);

create index events_actor on ledger.events (actor, occurred_at) include (client, field, version);
-- Rows arrive in the order of their time, or nearly: an event is found by its id, which carries its time.
create index events_time on ledger.events using brin (occurred_at) with (pages_per_range = 16, autosummarize = on);

-- The outbox: what is committed and not yet sealed. Its row commits with the event's.
create table ledger.pending (
  instance integer not null,
  instance_seq bigint not null,
  commitment bytea not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

-- 256 commitments each, the entries of the log in their order. Level 0 of its tiles is made from them.
create table ledger.bundles (
  index bigint primary key,
  commitments bytea not null
);
alter table ledger.bundles alter column commitments set storage external;

create table ledger.tiles (
  level smallint not null check (level > 0),
  index bigint not null,
  hashes bytea not null,
  primary key (level, index)
);
alter table ledger.tiles alter column hashes set storage external;

-- Which events the leaves are: from `first_index` on, those that `instance` numbered from `first_seq` on.
create table ledger.runs (
  first_index bigint primary key,
  instance integer not null,
  first_seq bigint not null,
  events bigint not null,
  unique (instance, first_seq)
);

-- The tree as far as it is sealed, and its newest signed head.
create table ledger.tree (
  only_row boolean primary key default true check (only_row),
  size bigint not null default 0,
  signed_size bigint not null default 0,
  note text,
  signed_at timestamptz
);
insert into ledger.tree default values;

-- The heads that were shown to witnesses.
create table ledger.checkpoints (
  size bigint primary key,
  note text not null,
  signed_at timestamptz not null
);

create table ledger.cosignatures (
  size bigint not null references ledger.checkpoints (size),
  witness text not null,
  lines text not null,
  cosigned_at timestamptz not null,
  primary key (size, witness)
);

-- One process seals at a time. Each new holder gets a higher fence, and an older fence seals nothing.
create table ledger.lease (
  only_row boolean primary key default true check (only_row),
  holder uuid,
  fence bigint not null default 0,
  expires_at timestamptz,
  -- Why the holder doesn't seal, in words, for the Log page.
  trouble text,
  -- Nobody holds it without an end.
  check ((holder is null) = (expires_at is null))
);
insert into ledger.lease default values;

create function ledger.part(value bytea) returns bytea
language sql immutable parallel safe
return int4send(coalesce(length(value), 0)) || coalesce(value, '\x');

-- src/ledger/encoding.ts says the same in TypeScript, and a test compares them.
create function ledger.commitment(
  salt bytea, id uuid, kind text, kind_version smallint, occurred_at timestamptz, client uuid,
  actor_kind text, actor uuid, field text, version integer, ticket uuid, purpose text, decision text,
  details text, instance integer, instance_seq bigint, client_seq integer, previous_leaf bytea
) returns bytea
language sql stable parallel safe -- as stable as `extract`: a stricter word would keep it from being inlined
return sha256(
  sha256(salt || 'event'::bytea) || '\x01'::bytea
  || ledger.part(uuid_send(id))
  || ledger.part(convert_to(kind, 'UTF8'))
  || ledger.part(int4send(kind_version))
  || ledger.part(int8send((extract(epoch from occurred_at) * 1000)::bigint))
  || ledger.part(uuid_send(nullif(client, '00000000-0000-0000-0000-000000000000')))
  || int4send(32) || sha256(
       sha256(salt || 'actor'::bytea)
       || ledger.part(convert_to(actor_kind, 'UTF8'))
       || ledger.part(uuid_send(nullif(actor, '00000000-0000-0000-0000-000000000000'))))
  || ledger.part(convert_to(field, 'UTF8'))
  || ledger.part(int4send(version))
  || ledger.part(uuid_send(ticket))
  || ledger.part(convert_to(purpose, 'UTF8'))
  || ledger.part(convert_to(decision, 'UTF8'))
  || ledger.part(convert_to(details, 'UTF8'))
  || ledger.part(int4send(instance))
  || ledger.part(int8send(instance_seq))
  || ledger.part(int4send(client_seq))
  || ledger.part(previous_leaf)
);

-- Appends events, at most one a client, and says where each stands. Events whose client's chain another transaction
-- is appending to are left out of the answer and not appended, unless the caller is patient.
create function ledger.append(
  process uuid, patient boolean, ids uuid[], kinds text[], kind_versions smallint[], times timestamptz[],
  clients uuid[], actor_kinds text[], actors uuid[], fields text[], versions integer[], tickets uuid[],
  purposes text[], decisions text[], all_details text[], salts bytea[]
) returns table (
  event uuid, event_instance integer, event_instance_seq bigint, event_client_seq integer,
  event_previous_leaf bytea, event_commitment bytea
)
language plpgsql security definer set search_path = pg_catalog, pg_temp
-- A plan is made once a connection, perhaps when the tables are still empty: it must be the one for large tables.
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  lane integer;
  last bigint;
begin
  -- Durable before it is acknowledged, whatever the session says.
  if current_setting('synchronous_commit') in ('off', 'local') then
    perform set_config('synchronous_commit', 'on', true);
  end if;

  select i.id, i.seq into lane, last from ledger.instances i
  where i.process = append.process order by i.id limit 1 for update skip locked;
  if lane is null then
    insert into ledger.instances as i (process, opened_at) values (append.process, times[1])
    returning i.id, i.seq into lane, last;
  end if;

  -- Who is about to add a client's head holds a lock that others can ask about: an insert beside an insert would wait.
  with new as materialized (
    select c from unnest(clients) as c
    where c <> '00000000-0000-0000-0000-000000000000'
      and not exists (select from ledger.client_heads h where h.client = c)
    order by c
  ), ours as materialized (
    select n.c from new n
    where case when patient then pg_advisory_xact_lock(hashtextextended(n.c::text, 0)) is not null
      else pg_try_advisory_xact_lock(hashtextextended(n.c::text, 0)) end
  )
  insert into ledger.client_heads (client) select o.c from ours o on conflict do nothing;
  if patient then
    perform from ledger.client_heads h where h.client = any (clients) order by h.client for update;
  end if;

  return query
  with heads as materialized (
    select h.client, h.seq, h.leaf from ledger.client_heads h
    where h.client = any (clients) order by h.client for update skip locked
  ), placed as (
    select g.*, h.seq + 1 as client_seq, h.leaf as previous_leaf,
      last + row_number() over (order by g.place) as instance_seq
    from unnest(ids, kinds, kind_versions, times, clients, actor_kinds, actors, fields, versions, tickets,
      purposes, decisions, all_details, salts) with ordinality as g (id, kind, kind_version, occurred_at, client,
      actor_kind, actor, field, version, ticket, purpose, decision, details, salt, place)
    left join heads h on h.client = g.client
    where h.client is not null or g.client = '00000000-0000-0000-0000-000000000000'
  ), hashed as materialized (
    select p.*, ledger.commitment(p.salt, p.id, p.kind, p.kind_version, p.occurred_at, p.client, p.actor_kind,
      p.actor, p.field, p.version, p.ticket, p.purpose, p.decision, p.details, lane, p.instance_seq,
      p.client_seq, p.previous_leaf) as commitment
    from placed p
  ), stored as (
    insert into ledger.events (client, occurred_at, id, actor, instance_seq, instance, client_seq, version,
      kind_version, actor_kind, kind, field, ticket, purpose, decision, details, salt)
    select h.client, h.occurred_at, h.id, h.actor, h.instance_seq, lane, h.client_seq, h.version,
      h.kind_version, h.actor_kind, h.kind, h.field, h.ticket, h.purpose, h.decision, h.details, h.salt
    from hashed h
  ), queued as (
    insert into ledger.pending (instance, instance_seq, commitment)
    select lane, h.instance_seq, h.commitment from hashed h
  ), chained as (
    update ledger.client_heads c set seq = h.client_seq, leaf = sha256('\x00'::bytea || h.commitment)
    from hashed h where c.client = h.client
  ), counted as (
    update ledger.instances i set seq = last + (select count(*) from hashed) where i.id = lane
  )
  select h.id, lane, h.instance_seq, h.client_seq, h.previous_leaf, h.commitment from hashed h;
end
$$;

-- Takes the lease, or renews it. Null while another process holds it.
create function ledger.hold_lease(holder uuid, now timestamptz, expires_at timestamptz, trouble text) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
  update ledger.lease l
  set fence = l.fence + case when l.holder is not distinct from hold_lease.holder then 0 else 1 end,
      holder = hold_lease.holder, expires_at = hold_lease.expires_at, trouble = hold_lease.trouble
  where l.holder is not distinct from hold_lease.holder or l.holder is null or l.expires_at <= hold_lease.now
  returning l.fence;
end;

-- Takes events out of the outbox and seals them: the runs say which, and the new ends of the bundles hold what waited,
-- no less and nothing else. Bundles and tiles may only grow at their end.
create function ledger.seal(
  fence bigint, old_size bigint, new_size bigint, bundle_indexes bigint[], bundle_commitments bytea[],
  tile_levels smallint[], tile_indexes bigint[], tile_hashes bytea[], run_instances integer[], run_seqs bigint[],
  run_events bigint[]
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  written bigint;
  place bigint := old_size;
  waited bytea;
  given bytea;
begin
  -- On disk before its head is signed, whatever the session says: a signed head outlives the database's crash.
  if current_setting('synchronous_commit') in ('off', 'local') then
    perform set_config('synchronous_commit', 'on', true);
  end if;

  perform from ledger.lease l where l.fence = seal.fence for share;
  if not found then raise exception 'another process seals' using errcode = 'HF001'; end if;
  update ledger.tree set size = new_size where size = old_size and new_size > old_size;
  if not found then raise exception 'the tree is not % leaves large', old_size using errcode = 'HF002'; end if;

  -- Each is where the new leaves stand, and as wide as they make it: none is in the way of what is sealed later.
  if cardinality(bundle_indexes) is distinct from ((new_size - 1) >> 8) - (old_size >> 8) + 1 or exists (
    select from (
      select 0 as level, b.index, b.bytes from unnest(bundle_indexes, bundle_commitments) as b (index, bytes)
      union all
      select t.level, t.index, t.bytes from unnest(tile_levels, tile_indexes, tile_hashes) as t (level, index, bytes)
    ) n
    where (n.level < 7 and n.index >= old_size >> (8 * n.level + 8) and n.index * 256 < new_size >> (8 * n.level)
      and length(n.bytes) = 32 * least(256, (new_size >> (8 * n.level)) - n.index * 256)) is not true
  ) then
    raise exception 'these are not the bundles and tiles of % to % leaves', old_size, new_size using errcode = 'HF003';
  end if;

  with taken as (
    delete from ledger.pending p
    using unnest(run_instances, run_seqs, run_events) with ordinality as r (instance, seq, events, place)
    where p.instance = r.instance and p.instance_seq >= r.seq and p.instance_seq < r.seq + r.events
    returning r.place, p.instance_seq, p.commitment
  )
  select string_agg(t.commitment, ''::bytea order by t.place, t.instance_seq) into waited from taken t;
  select substr(string_agg(n.commitments, ''::bytea order by n.index), (old_size % 256)::integer * 32 + 1) into given
  from unnest(bundle_indexes, bundle_commitments) as n (index, commitments);
  if waited is distinct from given or (1 <= all (run_events)) is not true then
    raise exception 'these are not the events that wait' using errcode = 'HF008';
  end if;

  insert into ledger.bundles as b (index, commitments)
  select n.index, n.commitments from unnest(bundle_indexes, bundle_commitments) as n (index, commitments)
  on conflict (index) do update set commitments = excluded.commitments
  where substr(excluded.commitments, 1, length(b.commitments)) = b.commitments;
  get diagnostics written = row_count;
  if written < cardinality(bundle_indexes) then
    raise exception 'a bundle would lose an entry' using errcode = 'HF003';
  end if;

  insert into ledger.tiles as t (level, index, hashes)
  select n.level, n.index, n.hashes from unnest(tile_levels, tile_indexes, tile_hashes) as n (level, index, hashes)
  on conflict (level, index) do update set hashes = excluded.hashes
  where substr(excluded.hashes, 1, length(t.hashes)) = t.hashes;
  get diagnostics written = row_count;
  if written < cardinality(tile_levels) then
    raise exception 'a tile would lose a hash' using errcode = 'HF003';
  end if;

  for i in 1 .. cardinality(run_instances) loop
    -- A lane that goes on where the last leaf stopped makes its run longer: a quiet desk has one run.
    update ledger.runs r set events = r.events + run_events[i]
    where r.first_index = (select max(first_index) from ledger.runs)
      and r.instance = run_instances[i] and r.first_seq + r.events = run_seqs[i];
    if not found then
      insert into ledger.runs (first_index, instance, first_seq, events)
      values (place, run_instances[i], run_seqs[i], run_events[i]);
    end if;
    place := place + run_events[i];
  end loop;
  if place is distinct from new_size then raise exception 'the runs end at %, not %', place, new_size; end if;
end
$$;

-- Publishes a signed head; `keep` says that witnesses are shown it.
create function ledger.publish(fence bigint, new_size bigint, signed_note text, now timestamptz, keep boolean)
returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform from ledger.lease l where l.fence = publish.fence for share;
  if not found then raise exception 'another process seals' using errcode = 'HF001'; end if;
  update ledger.tree t set signed_size = new_size, note = signed_note, signed_at = now
  where t.signed_size <= new_size and t.size >= new_size;
  if not found then raise exception 'no such head to sign' using errcode = 'HF002'; end if;
  if keep then
    insert into ledger.checkpoints (size, note, signed_at) values (new_size, signed_note, now)
    on conflict do nothing;
  end if;
end
$$;

revoke execute on all functions in schema ledger from public;
grant usage on schema ledger to holdfast_app;
grant select on all tables in schema ledger to holdfast_app;
grant insert on ledger.cosignatures to holdfast_app;
grant execute on all functions in schema ledger to holdfast_app;
