-- How far a witness is, though it never cosigned, or not for a year.
create index cosignatures_witness on ledger.cosignatures (witness, size);

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

revoke execute on function ledger.entry_of from public;
grant execute on function ledger.entry_of to holdfast_app;
