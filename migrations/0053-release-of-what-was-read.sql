-- What the ticket was when a release of a stopped answer was asked for: how many messages it had, and who had it. An answer
-- isn't sent when the ticket went on since. Of what was stopped before, it isn't known: it is asked for anew.
alter table tickets.stopped_messages
  add column message_count integer,
  add column assignee uuid;
