-- What a ticket's opening let staff see ends with it: the row loses the signature of that act, and no change of a row brings it
-- back. The statement stays: it says what the ticket is about.
alter table tickets.tickets
  drop constraint tickets_check6,
  add constraint tickets_opening check (opening_signature is null or opening_statement is not null);

update tickets.tickets set opening_signature = null
where opening_signature is not null and (ended_at is not null or transferred_by is not null);
