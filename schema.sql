-- Written by the tests (UPDATE_SCHEMA=1 npm test). Read this, not the migrations, to know the tables.

create extension pg_trgm schema public;

create schema help;
create schema keys;
create schema ledger;
create schema platform;

create table help.articles (
  language text not null,
  slug text not null,
  content_hash text not null,
  category text not null,
  title text not null,
  summary text not null,
  body text not null,
  published_at timestamp with time zone not null
);
create table help.lexemes (
  language text not null,
  lexeme text not null,
  articles integer not null
);
create table help.postings (
  language text not null,
  lexeme text not null,
  slug text not null,
  impact real not null
);
create table help.unanswered (
  day date not null,
  language text not null,
  query text not null,
  times integer not null
);
create table help.votes (
  language text not null,
  slug text not null,
  day date not null,
  helpful integer default 0 not null,
  unhelpful integer default 0 not null
);
create table help.words (
  language text not null,
  word text not null
);
create table keys.client_keys (
  client uuid not null,
  number integer not null,
  kek uuid not null,
  wrapped bytea not null,
  made_at timestamp with time zone not null
);
create table keys.clients (
  client uuid not null,
  shredded_at timestamp with time zone
);
create table keys.index_keys (
  name text not null,
  kek uuid not null,
  wrapped bytea not null,
  made_at timestamp with time zone not null
);
create table keys.keks (
  id uuid not null,
  made_at timestamp with time zone not null,
  retired_at timestamp with time zone
);
create table keys.keykeeper (
  only_row boolean default true not null,
  journal uuid not null
);
create table ledger.bundles (
  index bigint not null,
  commitments bytea not null
);
create table ledger.checkpoints (
  size bigint not null,
  note text not null,
  signed_at timestamp with time zone not null
);
create table ledger.client_heads (
  client uuid not null,
  seq integer default 0 not null,
  leaf bytea
);
create table ledger.cosignatures (
  size bigint not null,
  witness text not null,
  lines text not null,
  cosigned_at timestamp with time zone not null
);
create table ledger.events (
  client uuid not null,
  occurred_at timestamp(3) with time zone not null,
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
  previous_leaf bytea
);
create table ledger.instances (
  id integer generated always as identity not null,
  process uuid not null,
  seq bigint default 0 not null,
  opened_at timestamp with time zone not null
);
create table ledger.lease (
  only_row boolean default true not null,
  holder uuid,
  fence bigint default 0 not null,
  expires_at timestamp with time zone,
  trouble text
);
create table ledger.pending (
  instance integer not null,
  instance_seq bigint not null,
  commitment bytea not null
);
create table ledger.runs (
  first_index bigint not null,
  instance integer not null,
  first_seq bigint not null,
  events bigint not null
);
create table ledger.tiles (
  level smallint not null,
  index bigint not null,
  hashes bytea not null
);
create table ledger.tree (
  only_row boolean default true not null,
  size bigint default 0 not null,
  signed_size bigint default 0 not null,
  note text,
  signed_at timestamp with time zone
);
create table platform.editions (
  kind text not null,
  key_id text not null,
  version integer not null,
  sha256 text not null,
  first_seen_at timestamp with time zone not null
);
create table platform.installation (
  only_row boolean default true not null,
  address_salt text not null,
  created_at timestamp with time zone default now() not null
);
create table platform.migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone default now() not null
);
create unlogged table platform.request_counts (
  bucket text not null,
  window_start timestamp with time zone not null,
  requests integer not null
);

alter table help.articles add constraint articles_pkey PRIMARY KEY (language, slug);
alter table help.lexemes add constraint lexemes_pkey PRIMARY KEY (language, lexeme);
alter table help.postings add constraint postings_pkey PRIMARY KEY (language, lexeme, slug) INCLUDE (impact);
alter table help.postings add constraint postings_language_slug_fkey FOREIGN KEY (language, slug) REFERENCES help.articles(language, slug) ON DELETE CASCADE;
alter table help.unanswered add constraint unanswered_pkey PRIMARY KEY (day, language, query);
alter table help.votes add constraint votes_pkey PRIMARY KEY (language, slug, day);
alter table help.words add constraint words_pkey PRIMARY KEY (language, word);
alter table keys.client_keys add constraint client_keys_pkey PRIMARY KEY (client, number);
alter table keys.client_keys add constraint client_keys_client_fkey FOREIGN KEY (client) REFERENCES keys.clients(client);
alter table keys.client_keys add constraint client_keys_kek_fkey FOREIGN KEY (kek) REFERENCES keys.keks(id);
alter table keys.client_keys add constraint client_keys_number_check CHECK ((number > 0));
alter table keys.clients add constraint clients_pkey PRIMARY KEY (client);
alter table keys.index_keys add constraint index_keys_pkey PRIMARY KEY (name);
alter table keys.index_keys add constraint index_keys_kek_fkey FOREIGN KEY (kek) REFERENCES keys.keks(id);
alter table keys.keks add constraint keks_pkey PRIMARY KEY (id);
alter table keys.keykeeper add constraint keykeeper_pkey PRIMARY KEY (only_row);
alter table keys.keykeeper add constraint keykeeper_only_row_check CHECK (only_row);
alter table ledger.bundles add constraint bundles_pkey PRIMARY KEY (index);
alter table ledger.checkpoints add constraint checkpoints_pkey PRIMARY KEY (size);
alter table ledger.client_heads add constraint client_heads_pkey PRIMARY KEY (client);
alter table ledger.cosignatures add constraint cosignatures_pkey PRIMARY KEY (size, witness);
alter table ledger.cosignatures add constraint cosignatures_size_fkey FOREIGN KEY (size) REFERENCES ledger.checkpoints(size);
alter table ledger.events add constraint events_pkey PRIMARY KEY (client, occurred_at, id) INCLUDE (actor, field, version);
alter table ledger.instances add constraint instances_pkey PRIMARY KEY (id);
alter table ledger.lease add constraint lease_pkey PRIMARY KEY (only_row);
alter table ledger.lease add constraint lease_only_row_check CHECK (only_row);
alter table ledger.runs add constraint runs_instance_first_seq_key UNIQUE (instance, first_seq);
alter table ledger.runs add constraint runs_pkey PRIMARY KEY (first_index);
alter table ledger.tiles add constraint tiles_pkey PRIMARY KEY (level, index);
alter table ledger.tiles add constraint tiles_level_check CHECK ((level > 0));
alter table ledger.tree add constraint tree_pkey PRIMARY KEY (only_row);
alter table ledger.tree add constraint tree_only_row_check CHECK (only_row);
alter table platform.editions add constraint editions_pkey PRIMARY KEY (kind, key_id, version);
alter table platform.editions add constraint editions_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));
alter table platform.editions add constraint editions_version_check CHECK ((version > 0));
alter table platform.installation add constraint installation_pkey PRIMARY KEY (only_row);
alter table platform.installation add constraint installation_only_row_check CHECK (only_row);
alter table platform.migrations add constraint migrations_pkey PRIMARY KEY (name);
alter table platform.request_counts add constraint request_counts_pkey PRIMARY KEY (bucket, window_start);

CREATE INDEX events_actor ON ledger.events USING btree (actor, occurred_at) INCLUDE (client, field, version);
CREATE INDEX events_time ON ledger.events USING brin (occurred_at) WITH (pages_per_range='16', autosummarize='on');
CREATE INDEX instances_process ON ledger.instances USING btree (process);
CREATE INDEX postings_article ON help.postings USING btree (language, slug);
CREATE INDEX request_counts_window ON platform.request_counts USING btree (window_start);
CREATE INDEX words_trigrams ON help.words USING gin (word gin_trgm_ops);

CREATE OR REPLACE FUNCTION ledger.append(process uuid, patient boolean, ids uuid[], kinds text[], kind_versions smallint[], times timestamp with time zone[], clients uuid[], actor_kinds text[], actors uuid[], fields text[], versions integer[], tickets uuid[], purposes text[], decisions text[], all_details text[], salts bytea[])
 RETURNS TABLE(event uuid, event_instance integer, event_instance_seq bigint, event_client_seq integer, event_previous_leaf bytea, event_commitment bytea)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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

  insert into ledger.client_heads (client)
  select c from unnest(clients) as c
  where c <> '00000000-0000-0000-0000-000000000000'
    and not exists (select from ledger.client_heads h where h.client = c)
  order by c on conflict do nothing;
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
$function$
;
CREATE OR REPLACE FUNCTION ledger.commitment(salt bytea, id uuid, kind text, kind_version smallint, occurred_at timestamp with time zone, client uuid, actor_kind text, actor uuid, field text, version integer, ticket uuid, purpose text, decision text, details text, instance integer, instance_seq bigint, client_seq integer, previous_leaf bytea)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN sha256((((((((((((((((((sha256((salt || '\x6576656e74'::bytea)) || '\x01'::bytea) || ledger.part(uuid_send(id))) || ledger.part(convert_to(kind, 'UTF8'::name))) || ledger.part(int4send((kind_version)::integer))) || ledger.part(int8send(((EXTRACT(epoch FROM occurred_at) * (1000)::numeric))::bigint))) || ledger.part(uuid_send(NULLIF(client, '00000000-0000-0000-0000-000000000000'::uuid)))) || ledger.part(sha256(((sha256((salt || '\x6163746f72'::bytea)) || ledger.part(convert_to(actor_kind, 'UTF8'::name))) || ledger.part(uuid_send(NULLIF(actor, '00000000-0000-0000-0000-000000000000'::uuid))))))) || ledger.part(convert_to(field, 'UTF8'::name))) || ledger.part(int4send(version))) || ledger.part(uuid_send(ticket))) || ledger.part(convert_to(purpose, 'UTF8'::name))) || ledger.part(convert_to(decision, 'UTF8'::name))) || ledger.part(convert_to(details, 'UTF8'::name))) || ledger.part(int4send(instance))) || ledger.part(int8send(instance_seq))) || ledger.part(int4send(client_seq))) || ledger.part(previous_leaf)))
;
CREATE OR REPLACE FUNCTION ledger.hold_lease(holder uuid, now timestamp with time zone, expires_at timestamp with time zone, trouble text)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 UPDATE ledger.lease l SET fence = (l.fence +
         CASE
             WHEN (NOT (l.holder IS DISTINCT FROM hold_lease.holder)) THEN 0
             ELSE 1
         END), holder = hold_lease.holder, expires_at = hold_lease.expires_at, trouble = hold_lease.trouble
   WHERE ((NOT (l.holder IS DISTINCT FROM hold_lease.holder)) OR (l.holder IS NULL) OR (l.expires_at <= hold_lease.now))
   RETURNING l.fence;
END
;
CREATE OR REPLACE FUNCTION ledger.part(value bytea)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (int4send(COALESCE(length(value), 0)) || COALESCE(value, '\x'::bytea))
;
CREATE OR REPLACE FUNCTION ledger.publish(fence bigint, new_size bigint, signed_note text, now timestamp with time zone, keep boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION ledger.seal(fence bigint, old_size bigint, new_size bigint, bundle_indexes bigint[], bundle_commitments bytea[], tile_levels smallint[], tile_indexes bigint[], tile_hashes bytea[], run_instances integer[], run_seqs bigint[], run_events bigint[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  written bigint;
  place bigint := old_size;
  last record;
begin
  perform from ledger.lease l where l.fence = seal.fence for share;
  if not found then raise exception 'another process seals' using errcode = 'HF001'; end if;
  update ledger.tree set size = new_size where size = old_size and new_size > old_size;
  if not found then raise exception 'the tree is not % leaves large', old_size using errcode = 'HF002'; end if;

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
  if place <> new_size then raise exception 'the runs end at %, not %', place, new_size; end if;
end
$function$
;
CREATE OR REPLACE FUNCTION ledger.take(fence bigint, events_max integer)
 RETURNS TABLE(instance integer, first_seq bigint, commitments bytea)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  perform from ledger.lease l where l.fence = take.fence for share;
  if not found then raise exception 'another process seals' using errcode = 'HF001'; end if;
  return query
  with taken as (
    delete from ledger.pending p
    where p.ctid = any (array(select w.ctid from ledger.pending w limit events_max))
    returning p.instance, p.instance_seq, p.commitment
  ), numbered as (
    select t.instance, t.instance_seq, t.commitment,
      t.instance_seq - row_number() over (partition by t.instance order by t.instance_seq) as island
    from taken t
  )
  select n.instance, min(n.instance_seq), string_agg(n.commitment, ''::bytea order by n.instance_seq)
  from numbered n group by n.instance, n.island order by n.instance, min(n.instance_seq);
end
$function$
;

grant delete, insert, select, update on help.articles to holdfast_app;
grant delete, insert, select, update on help.lexemes to holdfast_app;
grant delete, insert, select, update on help.postings to holdfast_app;
grant delete, insert, select, update on help.unanswered to holdfast_app;
grant delete, insert, select, update on help.votes to holdfast_app;
grant delete, insert, select, update on help.words to holdfast_app;
grant delete, insert, select, update on keys.client_keys to holdfast_app;
grant insert, select, update on keys.clients to holdfast_app;
grant insert, select, update on keys.index_keys to holdfast_app;
grant delete, insert, select, update on keys.keks to holdfast_app;
grant insert, select on keys.keykeeper to holdfast_app;
grant select on ledger.bundles to holdfast_app;
grant select on ledger.checkpoints to holdfast_app;
grant select on ledger.client_heads to holdfast_app;
grant insert, select on ledger.cosignatures to holdfast_app;
grant select on ledger.events to holdfast_app;
grant select on ledger.instances to holdfast_app;
grant select on ledger.lease to holdfast_app;
grant select on ledger.pending to holdfast_app;
grant select on ledger.runs to holdfast_app;
grant select on ledger.tiles to holdfast_app;
grant select on ledger.tree to holdfast_app;
grant insert, select on platform.editions to holdfast_app;
grant select on platform.installation to holdfast_app;
grant select on platform.migrations to holdfast_app;
grant delete, insert, select, update on platform.request_counts to holdfast_app;
