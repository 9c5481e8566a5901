-- What a solved ticket was settled to before another one, which went on in it, opened it: when that leaves again, it owes what it owed. Of
-- those that are open so now, it isn't known: they stay settled.
alter table tickets.tickets
  add column settled_before integer,
  add constraint tickets_settled_before check (settled_before is null or coalesce(open_before = 'solved', false));
