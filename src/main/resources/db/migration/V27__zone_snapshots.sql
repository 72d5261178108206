-- The day of the first ordinary consultation nobody has, of a doctor who comes to an open site of the zone, as patients
-- would be offered it: each gap of a half-day is filled from its beginning, at the length its doctor has chosen. The
-- half-days of each site are looked at in order, and no farther than the first with a gap; null when there is none.
create function first_free_day(zone char, at timestamptz) returns date language sql stable as $$
  select min(free.day) from consultation_site s cross join lateral (
    select h.day from (
      select f.slot_id, f.day, f.begins_at, f.ends_at, make_interval(mins => f.consultation_minutes) as each
      from half_day_fact f
      where f.site_id = s.id and f.taken and f.day >= (at at time zone 'Europe/Paris')::date and f.ends_at > at
      order by f.day offset 0) h
    where exists (
      select from unnest(tstzmultirange(tstzrange(h.begins_at, h.ends_at)) - coalesce(
        (select range_agg(tstzrange(a.starts_at, a.ends_at)) from appointment a where a.slot_id = h.slot_id
          and (a.status in ('BOOKED', 'HONOURED', 'ABSENT') or (a.status = 'HELD' and a.held_until > at))),
        '{}'::tstzmultirange)) gap
      where lower(gap) + h.each * (1 + greatest(0, ceil(
        extract(epoch from at - lower(gap)) / extract(epoch from h.each)))) <= upper(gap))
    limit 1) free
  where s.zone = first_free_day.zone and s.status = 'OPEN'
$$;

-- How long patients of a zone had to wait, day after day: what cannot be told afterwards, since times are taken and freed.
-- One row a day and priority zone, written once by whichever node comes first.
create table zone_snapshot (
  day      date    not null,
  zone     char(9) not null references intercommunalite,
  -- first_free_day() on that day; absent when there was no free time at all
  free_day date,
  primary key (day, zone),
  check (free_day >= day)
);
create index zone_snapshot_zone on zone_snapshot (zone, day);
