-- What one person closes, a second one agrees to before anything is lifted. Up to where the first had read the case: what
-- came later is left as it is. And what the second said: who doesn't agree opens it again, into an open one where there is one.
alter table watch.cases add column read_until timestamptz, add column second_look_agrees boolean;

-- What was closed as explained until now was lifted at once: nothing is left to lift.
update watch.cases set read_until = opened_at where closed_at is not null;
update watch.cases set second_look_agrees = true where second_look_at is not null;

alter table watch.cases
  drop constraint cases_check,
  drop constraint cases_check1,
  add constraint cases_closing check (num_nonnulls(closed_at, closed_by, finding, reason, read_until) in (0, 5)),
  add constraint cases_second_look
    check (num_nonnulls(second_look_at, second_look_by, second_look_agrees) in (0, 3));
