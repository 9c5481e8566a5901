-- A merged ticket keeps how the one that it went on in stood before: taken apart, that one is again as it was.
alter table tickets.tickets
  add column into_status text,
  add column into_priority text,
  add constraint tickets_into_check check ((into_status is null) = (into_priority is null)),
  add constraint tickets_into_check1 check (into_status is null or merged_into is not null);

-- What is solved or closed owes no answer.
update tickets.tickets set waiting_since = null
  where status in ('solved', 'closed') and waiting_since is not null;
