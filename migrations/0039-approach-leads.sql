-- A report of an offer is given to nobody and waits nowhere but with the leads, whichever way somebody takes.
update tickets.tickets set queue = 'leads', assignee = null, assigned_at = null, revision = revision + 1
  where topic = 'approach' and (queue <> 'leads' or assignee is not null);

alter table tickets.tickets add constraint tickets_approach_check
  check (topic <> 'approach' or (queue = 'leads' and assignee is null));
