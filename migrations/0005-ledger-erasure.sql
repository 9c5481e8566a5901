-- Erasure, legal holds, sealed entries, and the releases of each day. The app still changes no row by itself: each
-- function here does what an event says that it names, and nothing else.

-- Keeps a client's events from being erased, and the client's keys from being destroyed, until it is lifted.
create table ledger.legal_holds (
  client uuid not null,
  -- The event that placed it: it says who did.
  event uuid not null,
  reason text not null check (reason <> ''),
  placed_at timestamptz(3) not null,
  lifted_at timestamptz(3),
  primary key (client, event)
);

-- Events that their client doesn't see before a day, or before somebody opens them.
create table ledger.sealed_entries (
  client uuid not null,
  event uuid not null,
  -- The event that was meant: `event` is that one, or tells of its sealing. They open together.
  entry uuid not null,
  sealed_at timestamptz(3) not null,
  -- It opens when this day begins, in UTC.
  until date not null,
  opened_at timestamptz(3),
  primary key (client, event)
);

-- What a member of staff was shown of a client, a value or something else.
create view ledger.releases as
select client, occurred_at, id, actor, kind from ledger.events
where decision = 'allow' and client <> '00000000-0000-0000-0000-000000000000'
  and actor_kind = 'staff' and actor <> '00000000-0000-0000-0000-000000000000';

-- The days, in UTC, whose releases are counted in `actor_days`, without a gap, and which kinds count.
create table ledger.rolled_days (
  day date primary key,
  kinds text[] not null,
  -- How many events of every kind the day had. The lanes number events without gaps, so when fewer were counted than
  -- numbered, some came late.
  events bigint not null
);

-- How many releases each actor had, and of how many clients. Then the clients of whom a value was shown (the event has a
-- version): how many that were from one day to another is the sum over these days of those that were not seen since the
-- first of them. So a day needs no list of clients, only when each was seen last before. The nil UUID is all that was
-- erased of those who acted.
create table ledger.actor_days (
  day date not null,
  actor uuid not null,
  views integer not null,
  clients integer not null,
  -- Of how many clients this actor was shown a value for the first time.
  fresh integer not null,
  -- Of how many up to the end of this day: the sum of `fresh`.
  seen integer not null,
  -- Of each other client of whom it was, the last day before on which it had been, in their order.
  previous date[] not null,
  primary key (actor, day) include (seen)
);

create index actor_days_day on ledger.actor_days (day);

-- Only erasures leave dead rows here. They go soon, out of the indexes too. What is new is looked over while it is a small
-- part of all: an index answers by itself only about pages that were.
alter table ledger.events set (
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, vacuum_index_cleanup = on,
  autovacuum_vacuum_insert_scale_factor = 0.02
);

-- An event's id as people read it: src/platform/ids.ts says the same, and a test compares them.
create function ledger.event_id(id uuid) returns text
language sql immutable parallel safe
return 'event_' || (
  select string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz',
    substring(B'00' || ('x' || encode(uuid_send(id), 'hex'))::bit(128) from 5 * place + 1 for 5)::bit(5)::integer + 1, 1),
    '' order by place)
  from generate_series(0, 25) as place);

create function ledger.day_start(day date) returns timestamptz
language sql immutable parallel safe
return day::timestamp at time zone 'UTC';

-- The first day after this one on which an actor was shown a value of a client.
create function ledger.seen_after(actor uuid, client uuid, day date) returns date
language sql stable
return (
  select (min(e.occurred_at) at time zone 'UTC')::date from ledger.events e
  where e.client = seen_after.client and e.actor = seen_after.actor and e.version is not null
    and e.occurred_at >= ledger.day_start(seen_after.day + 1)
);

-- What the log holds of the event that a lane numbered so: its commitment, and its index once it is sealed. In
-- plpgsql, which keeps its plan: a proof asks twice.
create function ledger.entry_of(instance integer, seq bigint, out index bigint, out commitment bytea)
language plpgsql stable
as $$
begin
  select last.first_index + entry_of.seq - last.first_seq into index from (
    select r.first_index, r.first_seq, r.events from ledger.runs r
    where r.instance = entry_of.instance and r.first_seq <= entry_of.seq order by r.first_seq desc limit 1
  ) last
  where entry_of.seq < last.first_seq + last.events;
  if index is null then
    select p.commitment into commitment from ledger.pending p
    where p.instance = entry_of.instance and p.instance_seq = entry_of.seq;
  else
    select substr(b.commitments, (entry_of.index % 256)::integer * 32 + 1, 32) into commitment
    from ledger.bundles b where b.index = entry_of.index / 256;
  end if;
end
$$;

-- Its leaf hash.
create function ledger.leaf_at(instance integer, seq bigint) returns bytea
language sql stable
return (select sha256('\x00'::bytea || e.commitment) from ledger.entry_of(leaf_at.instance, leaf_at.seq) e);

-- What an event of that kind says. There must be one, so that nothing happens without it.
create function ledger.said(kind text, client uuid, event uuid, at timestamptz) returns jsonb
language plpgsql stable
as $$
declare
  details text;
begin
  select e.details into details from ledger.events e
  where e.client = said.client and e.occurred_at = said.at and e.id = said.event and e.kind = said.kind;
  if details is null then raise exception 'no % says so', kind using errcode = 'HF005'; end if;
  return details::jsonb;
end
$$;

create function ledger.refuse_held(clients uuid[]) returns void
language plpgsql stable
as $$
begin
  if exists (select from ledger.legal_holds h where h.client = any (clients) and h.lifted_at is null) then
    raise exception 'a legal hold keeps it' using errcode = 'HF004';
  end if;
end
$$;

-- Counts anew what these actors saw on these days, each with the other. Where there are later days, or several of one actor,
-- `seen` is to be summed anew.
create function ledger.count_actor_days(actors uuid[], days date[], kinds text[]) returns void
language plpgsql
as $$
begin
  delete from ledger.actor_days d using unnest(actors, days) as a (actor, day)
  where d.day = a.day and d.actor = a.actor;
  insert into ledger.actor_days (day, actor, views, clients, fresh, seen, previous)
  select a.day, a.actor, released.views, released.clients, shown.fresh, shown.fresh + coalesce((
      select d.seen from ledger.actor_days d where d.actor = a.actor and d.day < a.day order by d.day desc limit 1
    ), 0), shown.previous
  from unnest(actors, days) as a (actor, day)
  cross join lateral (
    select count(*) as views, count(distinct r.client) as clients from ledger.releases r
    where r.actor = a.actor and r.kind = any (kinds)
      and r.occurred_at >= ledger.day_start(a.day) and r.occurred_at < ledger.day_start(a.day + 1)
  ) released
  cross join lateral (
    select count(*) filter (where l.day is null) as fresh,
      coalesce(array_agg(l.day order by l.day) filter (where l.day is not null), '{}') as previous
    from (
      select distinct e.client from ledger.events e
      where e.actor = a.actor and e.version is not null
        and e.occurred_at >= ledger.day_start(a.day) and e.occurred_at < ledger.day_start(a.day + 1)
    ) p
    left join lateral (
      select (e.occurred_at at time zone 'UTC')::date as day from ledger.events e
      where e.client = p.client and e.actor = a.actor and e.version is not null
        and e.occurred_at < ledger.day_start(a.day)
      order by e.occurred_at desc limit 1
    ) l on true
  ) shown
  where released.views > 0 or shown.fresh > 0 or shown.previous <> '{}';
end
$$;

-- Readies an erasure: until it has committed nobody rolls up or erases, appends to these clients' chains or places a
-- hold on them. It answers with the events that have this owner: of those asked for, or all.
create function ledger.prepare_erasure(part text, owner uuid, ids uuid[]) returns table (event uuid, event_client uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan
as $$
begin
  -- Always first: who waits here holds no client's chain.
  lock table ledger.rolled_days in share row exclusive mode;
  if part = 'client' then
    -- Who would begin the client's chain asks for this lock, see ledger.append; who goes on with it, for the next.
    perform pg_advisory_xact_lock(hashtextextended(owner::text, 0));
    perform from ledger.client_heads h where h.client = owner for update;
    return query
    select e.id, e.client from ledger.events e where e.client = owner and (ids is null or e.id = any (ids));
  else
    perform from ledger.client_heads h where h.client in (
      select e.client from ledger.events e where e.actor = owner and (ids is null or e.id = any (ids))
    ) order by h.client for update;
    return query
    select e.id, e.client from ledger.events e where e.actor = owner and (ids is null or e.id = any (ids));
  end if;
end
$$;

-- Erases a part of the events that an event of kind ledger.erased lists: the client's part and the salts, or who acted.
-- @returns how many had that part
create function ledger.erase(
  erasure uuid, erased_at timestamptz, owner uuid, ids uuid[], times timestamptz[], clients uuid[]
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan
as $$
declare
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  said constant jsonb := ledger.said('ledger.erased', nobody, erasure, erased_at);
  is_client constant boolean := said->>'part' = 'client';
  releasing constant text[] := (select r.kinds from ledger.rolled_days r limit 1);
  counted_actors uuid[];
  counted_days date[];
  erased bigint;
begin
  if owner = nobody or jsonb_array_length(said->'events') <> cardinality(ids)
    or exists (select from unnest(ids) as id where not said->'events' ? ledger.event_id(id))
    or exists (select from unnest(clients) as client where is_client and client is distinct from owner)
  then
    raise exception 'the erasure lists other events' using errcode = 'HF005';
  end if;
  lock table ledger.rolled_days in share row exclusive mode;
  perform ledger.refuse_held(clients || owner);

  -- What these actors saw on those days changes, and on the next day on which they saw the same client. Where only the
  -- actor goes, nobody saw it from now on.
  select array_agg(c.actor), array_agg(c.day) into counted_actors, counted_days from (
    select distinct who.actor, r.day from unnest(ids, times, clients) as t (id, at, client)
    join ledger.events e on e.client = t.client and e.occurred_at = t.at and e.id = t.id
    cross join lateral (values ((t.at at time zone 'UTC')::date)) as own (day)
    cross join lateral (select e.actor union select nobody where not is_client) as who (actor)
    join ledger.rolled_days r on r.day in (own.day, ledger.seen_after(who.actor, t.client, own.day))
    where e.actor_kind = 'staff' and e.decision = 'allow' and e.client <> nobody
  ) c;

  if is_client then
    -- The next event of the chain holds the leaf of the one before, which can't be derived any more.
    with gone as materialized (
      select e.client_seq + 1 as seq, e.instance, e.instance_seq from unnest(ids, times) as t (id, at)
      join ledger.events e on e.client = owner and e.occurred_at = t.at and e.id = t.id
    ), follows as materialized (
      select e.occurred_at, e.id, e.client_seq from ledger.events e
      where e.client = owner and e.id <> all (ids) and e.client_seq = any (array(select g.seq from gone g))
    )
    update ledger.events n set previous_leaf = ledger.leaf_at(g.instance, g.instance_seq)
    from follows f join gone g on g.seq = f.client_seq
    where n.client = owner and n.occurred_at = f.occurred_at and n.id = f.id;

    update ledger.events e
    set client = nobody, actor = case when e.actor = owner then nobody else e.actor end, field = null, version = null,
      ticket = null, purpose = null, decision = null, details = null, salt = null, previous_leaf = null
    from unnest(ids, times) as t (id, at)
    where e.client = owner and e.occurred_at = t.at and e.id = t.id;
    get diagnostics erased = row_count;

    delete from ledger.sealed_entries s where s.client = owner and s.event = any (ids);
    delete from ledger.legal_holds h where h.client = owner and h.event = any (ids);
  else
    -- What is kept proves the event without naming who acted. Where the client's part is gone, nothing proves it.
    update ledger.events e
    set actor = nobody, salt = sha256(e.salt || 'event'::bytea),
      actor_commitment = coalesce(e.actor_commitment, sha256(
        sha256(e.salt || 'actor'::bytea) || ledger.part(convert_to(e.actor_kind, 'UTF8')) || ledger.part(uuid_send(e.actor))))
    from unnest(ids, times, clients) as t (id, at, client)
    where e.client = t.client and e.occurred_at = t.at and e.id = t.id and e.actor = owner;
    get diagnostics erased = row_count;
  end if;

  perform ledger.count_actor_days(counted_actors, counted_days, releasing);
  update ledger.actor_days d set seen = s.seen from (
    select o.actor, o.day, sum(o.fresh) over (partition by o.actor order by o.day) as seen
    from ledger.actor_days o where o.actor = any (counted_actors)
  ) s
  where d.actor = s.actor and d.day = s.day and d.seen <> s.seen;
  return erased;
end
$$;

-- Ends the erasure of a whole client: nothing here names the client any more.
create function ledger.forget_client(client uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
begin
  perform ledger.refuse_held(array[forget_client.client]);
  if exists (select from ledger.events e where e.client = forget_client.client)
    or exists (select from ledger.events e where e.actor = forget_client.client)
  then
    raise exception 'the client has events' using errcode = 'HF005';
  end if;
  delete from ledger.client_heads where client = forget_client.client;
  delete from ledger.legal_holds where client = forget_client.client;
  delete from ledger.sealed_entries where client = forget_client.client;
end
$$;

-- Until its transaction ends, nobody else places a hold on the client: what asks next sees all that there are.
create function ledger.lock_holds(client uuid) returns void
language sql
begin atomic
  select pg_advisory_xact_lock(hashtextextended('hold ' || client, 0));
end;

create function ledger.place_hold(client uuid, event uuid, at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
  select ledger.lock_holds(client);
  insert into ledger.legal_holds (client, event, reason, placed_at)
  values (client, event, ledger.said('ledger.hold_placed', client, event, at)->>'reason', at);
end;

-- @returns whether there was such a hold to lift
create function ledger.lift_hold(client uuid, hold uuid, event uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update ledger.legal_holds h set lifted_at = at
  where h.client = lift_hold.client and h.event = hold and h.lifted_at is null
    and ledger.said('ledger.hold_lifted', lift_hold.client, lift_hold.event, at)->>'hold' = ledger.event_id(hold);
  return found;
end
$$;

-- Hides an entry, and the event that says so, from the client; or does it until another day.
create function ledger.seal_entry(client uuid, event uuid, at timestamptz, entry uuid, entry_at timestamptz)
returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  said constant jsonb := ledger.said('ledger.entry_sealed', client, event, at);
  opens constant date := (said->>'until')::date;
  first ledger.sealed_entries;
begin
  select * into first from ledger.sealed_entries s
  where s.client = seal_entry.client and s.event = seal_entry.entry and s.entry = seal_entry.entry;
  if said->>'entry' <> ledger.event_id(entry)
    or not exists (select from ledger.events e where e.client = seal_entry.client and e.occurred_at = entry_at
      and e.id = entry and e.kind not in ('ledger.entry_sealed', 'ledger.entry_opened'))
    or first.opened_at is not null or ledger.day_start(first.until) <= at
    or ledger.day_start(opens) <= at
    or ledger.day_start(opens) > coalesce(first.sealed_at, at) + interval '720 hours'
  then
    raise exception 'that can''t be sealed' using errcode = 'HF006';
  end if;
  insert into ledger.sealed_entries (client, event, entry, sealed_at, until)
  values (client, entry, entry, at, opens), (client, event, entry, at, opens) on conflict do nothing;
  update ledger.sealed_entries s set until = opens
  where s.client = seal_entry.client and s.entry = seal_entry.entry;
end
$$;

-- @returns whether it was sealed
create function ledger.open_entry(client uuid, event uuid, at timestamptz, entry uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update ledger.sealed_entries s set opened_at = at
  where s.client = open_entry.client and s.entry = open_entry.entry and s.opened_at is null
    and ledger.day_start(s.until) > at
    and ledger.said('ledger.entry_opened', open_entry.client, open_entry.event, at)->>'entry'
      = ledger.event_id(open_entry.entry);
  return found;
end
$$;

-- Counts the releases of one day, which are the events of these kinds: the first day, the next, or one again that got
-- events since. What was counted of later days, or by other kinds, is void then.
create function ledger.roll_up(day date, kinds text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan
as $$
declare
  starts constant timestamptz := ledger.day_start(day);
  ends constant timestamptz := ledger.day_start(day + 1);
  last date;
  total bigint;
  actors uuid[];
begin
  lock table ledger.rolled_days in share row exclusive mode;
  -- The sum first: what is committed meanwhile is missing in it, and is found by that.
  select count(*) into total from ledger.events e where e.occurred_at >= starts and e.occurred_at < ends;
  if (roll_up.day, roll_up.kinds, total) in (select r.day, r.kinds, r.events from ledger.rolled_days r) then
    return;
  end if;
  delete from ledger.rolled_days r where r.day >= roll_up.day or r.kinds <> roll_up.kinds;
  select max(r.day) into last from ledger.rolled_days r;
  if last < day - 1 then raise exception 'the day before isn''t counted' using errcode = 'HF007'; end if;
  delete from ledger.actor_days d where d.day > coalesce(last, '-infinity');

  select array_agg(distinct e.actor) into actors from ledger.events e
  where e.occurred_at >= starts and e.occurred_at < ends and e.actor_kind = 'staff' and e.decision = 'allow';
  perform ledger.count_actor_days(actors, array(select roll_up.day from unnest(actors)), roll_up.kinds);
  insert into ledger.rolled_days (day, kinds, events) values (roll_up.day, roll_up.kinds, total);
end
$$;

revoke execute on function ledger.event_id, ledger.day_start, ledger.seen_after, ledger.entry_of, ledger.leaf_at,
  ledger.said, ledger.refuse_held, ledger.count_actor_days, ledger.prepare_erasure, ledger.erase,
  ledger.forget_client, ledger.lock_holds, ledger.place_hold, ledger.lift_hold, ledger.seal_entry,
  ledger.open_entry, ledger.roll_up from public;
grant select on ledger.legal_holds, ledger.sealed_entries, ledger.releases, ledger.rolled_days, ledger.actor_days
  to holdfast_app;
grant execute on function ledger.entry_of, ledger.prepare_erasure, ledger.erase, ledger.forget_client, ledger.lock_holds,
  ledger.place_hold, ledger.lift_hold, ledger.seal_entry, ledger.open_entry, ledger.roll_up to holdfast_app;
