-- A ticket goes to nobody who gave it away, however long ago: all of them are kept, the last one last.
alter table tickets.tickets add column given_away_by uuid[] not null default '{}';

update tickets.tickets set given_away_by = array[transferred_by] where transferred_by is not null;

create or replace view tickets.door_contacts as
select client, id as ticket, topic, assignee, assigned_at, status, status_since, opened_at, opening_statement,
  opening_signature, ended_at is null and given_away_by = '{}' as is_bound, ended_at, reference
from tickets.tickets where requester_kind = 'client';

alter table tickets.tickets drop column transferred_by;
