-- How far a witness is, though it never cosigned, or not for a year.
create index cosignatures_witness on ledger.cosignatures (witness, size);

-- What others read of the ledger: events as they stand, without those that were erased.
create view ledger.door_events as
  select client, occurred_at, id, actor_kind, actor, kind, field, version, ticket, purpose, decision, details
  from ledger.events where details is not null;

grant select on ledger.door_events to holdfast_app;
