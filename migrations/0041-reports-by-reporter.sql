-- Whoever reports an indicator more than once is counted once: a figure that leaves the firm counts no presses.
create or replace view tickets.reported_indicators as
select i.type, i.value, i.standing, i.since, i.decided_by, i.event,
  count(distinct r.client)::int as reports,
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
