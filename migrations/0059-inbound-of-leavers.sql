-- Who talks to somebody who phoned us: asked every second, so that a leaver's call ends.
create index inbound_legs_claimed on calls.inbound_legs (claimed_by) where ended_at is null;
