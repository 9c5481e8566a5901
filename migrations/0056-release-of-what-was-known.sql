-- Which messages stood in a ticket, and in those that went on in it, when a release of a stopped answer was asked for: a count of
-- the ticket's own says nothing of the others. Of what was stopped before, it isn't known: it is asked for anew.
alter table tickets.stopped_messages
  add column known uuid[],
  drop column message_count;
