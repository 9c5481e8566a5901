-- Reports of scams, and the indicators in them: the numbers, addresses and accounts that scammers use. What was written
-- stands in the report's ticket, sealed; here stands what can be looked up, counted and warned of.

create table tickets.scam_reports (
  -- A client, or a guest: also of an anonymous report, whose id leads nowhere.
  client uuid not null,
  id uuid not null,
  ticket uuid not null,
  reporter text not null check (reporter in ('client', 'guest', 'anonymous')),
  -- Whether it counts towards a confirmation: a client's whose account isn't new.
  counts boolean not null,
  -- A keyed hash of the network that it came from, of a client's report alone: one network counts once.
  network bytea,
  verdict text not null check (verdict in ('scam', 'suspicious', 'nothing_found')),
  signals text[] not null,
  reported_at timestamptz not null,
  primary key (client, id),
  check (counts = (network is not null)),
  check (not counts or reporter = 'client')
);

create index scam_reports_ticket on tickets.scam_reports (ticket);

create table tickets.indicators (
  type text not null check (type in ('phone', 'email', 'domain', 'url', 'handle', 'crypto_address')),
  -- As the checker reads it: equal values are the same contact.
  value text not null,
  standing text not null check (standing in ('seen', 'confirmed', 'rejected')),
  since timestamptz not null,
  -- Who said so: nobody, where independent reports did.
  decided_by uuid,
  -- The event that says so.
  event uuid,
  primary key (type, value),
  check ((standing = 'seen') = (event is null)),
  check (standing <> 'rejected' or decided_by is not null)
);

create index indicators_standing on tickets.indicators (standing, since);

create table tickets.sightings (
  client uuid not null,
  report uuid not null,
  type text not null,
  value text not null,
  primary key (client, report, type, value),
  foreign key (client, report) references tickets.scam_reports (client, id),
  foreign key (type, value) references tickets.indicators (type, value)
);

create index sightings_indicator on tickets.sightings (type, value);

-- Indicators with their counts. Of each client the first report alone counts, and of each network one client:
-- `independent` is how many are left.
create view tickets.reported_indicators as
select i.type, i.value, i.standing, i.since, i.decided_by, i.event,
  count(r.id)::int as reports,
  (count(distinct r.client) filter (where r.reporter = 'client'))::int as clients,
  (select count(distinct f.network)::int from (
    select distinct on (fs.client) fr.network from tickets.sightings fs
    join tickets.scam_reports fr on fr.client = fs.client and fr.id = fs.report
    where fs.type = i.type and fs.value = i.value and fr.counts
    order by fs.client, fr.reported_at, fr.id) f) as independent,
  (count(r.id) filter (where r.reporter = 'guest'))::int as guests,
  (count(r.id) filter (where r.reporter = 'anonymous'))::int as anonymous,
  coalesce(min(r.reported_at), i.since) as first_at,
  coalesce(max(r.reported_at), i.since) as last_at
from tickets.indicators i
left join tickets.sightings s on s.type = i.type and s.value = i.value
left join tickets.scam_reports r on r.client = s.client and r.id = s.report
group by i.type, i.value;

grant select on tickets.reported_indicators to holdfast_app;
grant select, insert, update, delete on tickets.scam_reports, tickets.indicators, tickets.sightings to holdfast_app;
