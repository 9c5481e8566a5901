-- What a trace reads of other slices.

-- Who was shown which version of which field of which client, and when. A version in an event says that this very value was
-- shown to the member of staff who acted (docs/decisions/0022), so that two indexes answer it alone: events_pkey from the
-- client's side, events_actor from the other. Of what was erased for its client nothing is left; the nil UUID is
-- somebody who was erased from the event.
create view ledger.door_shown as
  select client, occurred_at, id, actor, field, version from ledger.events where version is not null;

grant select on ledger.door_shown to holdfast_app;

-- In which browser somebody on the staff had a session: the device where it is known, else the browser's name.
create view accounts.door_sessions as
  select id as session, holder as staff, coalesce(device::text, browser) as device
  from accounts.sessions where holder_kind = 'staff';

grant select on accounts.door_sessions to holdfast_app;
