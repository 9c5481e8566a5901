-- What a client approved ends with its ticket, or when that goes to others: its proof goes then, as when it is taken back. What is over already loses it now.
alter table vault.requests
  add column ended_at timestamptz,
  drop constraint requests_check3,
  add constraint requests_ended check (ended_at is null or approved_at is not null);

update vault.requests r set ended_at = t.ended_at
from tickets.tickets t
where t.client = r.client and t.id = r.ticket and r.approved_at is not null and t.ended_at >= r.approved_at;

update vault.requests set statement = null, signature = null where ended_at is not null;

alter table vault.requests
  add constraint requests_proof check (num_nonnulls(statement, signature) =
    case when approved_at is null or withdrawn_at is not null or ended_at is not null then 0 else 2 end);
