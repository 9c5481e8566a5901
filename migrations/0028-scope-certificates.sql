-- Whom a leak affects: what a scope is counted from, and the certificates that two analysts sign of it.

-- What is left of what somebody did to clients who were erased since: when, and of which kind. The index of who acted
-- says when something without a client happened; only those rows are looked at.
create function ledger.door_erased(actor uuid, before timestamptz) returns table (occurred_at timestamptz, kind text)
language sql stable
begin atomic
  select e.occurred_at, e.kind from (
    select distinct i.occurred_at from ledger.events i
    where i.actor = door_erased.actor and i.occurred_at < door_erased.before
      and i.client = '00000000-0000-0000-0000-000000000000'
    offset 0
  ) t
  join ledger.events e on e.client = '00000000-0000-0000-0000-000000000000' and e.occurred_at = t.occurred_at
    and e.actor = door_erased.actor
  where e.details is null;
end;

-- Who is shown nothing of anybody, until a lead has looked into it.
create view vault.door_frozen as
  select staff from vault.freezes where client is null and lifted_at is null;

grant execute on function ledger.door_erased to holdfast_app;
grant select on vault.door_frozen to holdfast_app;

create schema if not exists trace;
grant usage on schema trace to holdfast_app;

-- What is certified of a trace. The body is the file as it is signed, and names nobody.
create table trace.scope_certificates (
  id uuid primary key,
  trace uuid not null references trace.traces (id),
  body text not null,
  hash bytea not null unique check (length(hash) = 32),
  -- What hides the signers behind their pseudonyms.
  seed bytea not null check (length(seed) = 32),
  drafted_at timestamptz(3) not null,
  drafted_by uuid not null,
  -- The earlier one whose figures this one takes the place of.
  corrects uuid references trace.scope_certificates (id),
  -- Who was drawn to sign as the second, in accounts; another, where nobody decided in time.
  approval uuid,
  withdrawn_at timestamptz(3),
  withdrawn_by uuid,
  withdrawn_because text check (withdrawn_because in ('wrong_sample', 'wrong_people', 'wrong_time', 'not_needed')),
  check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_because) in (0, 3)),
  check (corrects <> id)
);

create index scope_certificates_trace on trace.scope_certificates (trace, drafted_at);
-- One certificate takes the place of another: there is one last word.
create unique index scope_certificates_corrects on trace.scope_certificates (corrects) where withdrawn_at is null;

create table trace.scope_signatures (
  certificate uuid not null references trace.scope_certificates (id),
  place smallint not null check (place in (1, 2)),
  staff uuid not null,
  signed_at timestamptz(3) not null,
  -- The event that says so, with the act as the keykeeper attested it.
  event uuid not null,
  statement text not null,
  signature bytea not null,
  primary key (certificate, place),
  -- Nobody signs twice.
  unique (certificate, staff)
);

grant select, insert on trace.scope_certificates, trace.scope_signatures to holdfast_app;
grant update (approval, withdrawn_at, withdrawn_by, withdrawn_because) on trace.scope_certificates to holdfast_app;
