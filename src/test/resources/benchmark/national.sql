-- The scheme at national size: 151 priority zones, 450 places, some 59 000 half-days over sixteen months, 300 000
-- appointments and a year of notes on delays. Nobody in it exists, and no rule is looked at: it is for measuring only.
set local session_replication_role = replica;
do $$ begin perform setseed(0.5); end $$;

insert into intercommunalite (siren, nom, nom_ars, folded, departement, population, population_municipale, surface_km2,
  latitude, longitude, seat, priority, contour)
select (900000000 + g)::text, 'Zone ' || g, 'Zone ' || g, 'zone ' || g, (array['32', '30', '31', '81', '46'])[1 + g % 5],
  5000 + g * 77, 5000 + g * 77, 300, like_it.latitude, like_it.longitude, 'Chef-lieu', true, like_it.contour
from generate_series(1, 151 - (select count(*)::integer from intercommunalite where priority)) g
join (select row_number() over (order by siren) - 1 as n, latitude, longitude, contour from intercommunalite
  where priority) like_it on like_it.n = g % 28;
insert into intercommunalite_departement select siren, departement from intercommunalite where siren like '900000%';
insert into zone_priority (siren) select siren from intercommunalite where siren like '900000%';

insert into consultation_site (slug, nom, kind, status, zone, commune, address, postal_code, latitude, longitude, rooms,
  phone, step_free, secretary, lodging, created_at)
select 's' || g, 'Lieu ' || g, 'MAISON_DE_SANTE', 'OPEN', z.siren, '32233', '1 place de la Mairie', '32230', 43.5, 0.1,
  1, '+33199001234', true, true, false, now()
from generate_series(1, 450) g
join (select row_number() over (order by siren) - 1 as n, siren from intercommunalite where priority) z on z.n = g % 151;

-- Each site on one half-day of five; half of them are taken. A doctor comes at most four times a month.
create temporary table drawn on commit drop as
select site, day, period, status, date_trunc('month', day)::date as month,
  row_number() over (partition by date_trunc('month', day), status order by day, period, site) - 1 as turn
from (select s.id as site, day::date as day, period,
    (array['TAKEN', 'TAKEN', 'TAKEN', 'OPEN', 'OPEN', 'CLOSED'])[1 + floor(random() * 6)::integer] as status
  from consultation_site s, generate_series(date '2026-07-01', date '2027-10-04', interval '1 day') day,
    (values ('MORNING'), ('AFTERNOON')) p(period)
  where extract(isodow from day) < 6 and random() < 0.2) d;
insert into half_day_slot (site_id, day, period, room, starts_at, ends_at, status, volunteer_id, rank, taken_at,
  opened_at, consultation_minutes)
select site, day, period, 1, case period when 'MORNING' then time '09:00' else time '14:00' end,
  case period when 'MORNING' then time '12:30' else time '17:30' end, status,
  case status when 'TAKEN' then 1 + turn % 700 end, case status when 'TAKEN' then 1 + turn / 700 end,
  case status when 'TAKEN' then now() end, now(), (array[15, 20, 30])[1 + (turn % 3)::integer]
from drawn;

insert into appointment (slot_id, starts_at, ends_at, kind, status, code, regular_doctor, for_relative, channel,
  created_at, cancelled_at, forgotten_at)
select slot, begins, begins + interval '15 minutes', 'RENEWAL', status, lpad(to_hex(row_number() over ()), 6, '0'),
  (array['YES', 'NO', 'NO', 'UNREACHABLE'])[1 + floor(random() * 4)::integer], false, 'WEB', now(),
  case status when 'CANCELLED' then now() end, now()
from (select h.id as slot, (h.day + h.starts_at) at time zone 'Europe/Paris' + make_interval(mins => n * 15) as begins,
    case when random() < 0.1 then 'CANCELLED'
      when h.day < date '2027-01-04' then (array['HONOURED', 'HONOURED', 'HONOURED', 'ABSENT'])[1 + floor(random() * 4)::integer]
      else 'BOOKED' end as status
  from half_day_slot h, generate_series(0, 12) n where h.status = 'TAKEN' and random() < 0.8) d;
insert into half_day_presence (slot_id, volunteer_id, held, decided_by, decided_at)
select id, volunteer_id, random() < 0.95, 1, now() from half_day_slot where status = 'TAKEN' and day < date '2027-01-04';

insert into zone_snapshot (day, zone, free_day)
select day::date, z.siren, case when random() < 0.8 then day::date + floor(random() * 60)::integer end
from intercommunalite z, generate_series(date '2026-01-05', date '2027-01-04', interval '1 day') day where z.priority;
insert into site_no_need (site_id, from_day, until_day, reason, said_at)
select s.id, date '2027-01-04' + (s.id % 40)::integer, date '2027-01-14' + (s.id % 40)::integer, 'Le cabinet est en travaux.', now()
from consultation_site s where s.id % 10 = 0;
