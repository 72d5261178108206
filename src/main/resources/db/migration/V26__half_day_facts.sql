-- The facts of each half-day: one row each, closed ones included. Every figure of the agency (board, map, morning page,
-- reports, open data) is a sum over these rows, so that figures agree with each other and with the rows below them.
-- What each column means is told in fr.medecinproche.insight (package-info); what is added up, and how, is told there too.
create view half_day_fact as
select h.id as slot_id, h.site_id, s.zone, z.departement, h.day,
  -- the Monday of its week
  h.day - (extract(isodow from h.day)::integer - 1) as week,
  h.month, h.period, h.room, h.status, h.volunteer_id,
  (h.day + h.starts_at) at time zone 'Europe/Paris' as begins_at,
  (h.day + h.ends_at) at time zone 'Europe/Paris' as ends_at,
  -- offered to doctors, taken by one
  h.status <> 'CLOSED' as opened,
  h.status = 'TAKEN' as taken,
  -- said by the site or the agency once it is over; null while nobody has said
  p.held,
  h.consultation_minutes,
  -- the length of what patients were offered, and the ordinary consultations of that doctor that fit in it
  case when h.status = 'TAKEN' then (extract(epoch from h.ends_at - h.starts_at) / 60)::integer else 0 end as minutes,
  case when h.status = 'TAKEN' then floor(extract(epoch from h.ends_at - h.starts_at) / 60 / h.consultation_minutes)
    else 0 end::integer as offered,
  -- patients who have, or had to the end, a time of it
  coalesce(a.booked, 0)::integer as booked,
  coalesce(a.booked_minutes, 0)::integer as booked_minutes,
  coalesce(a.honoured, 0)::integer as honoured,
  coalesce(a.absent, 0)::integer as absent,
  -- of the booked ones, by what patients said of their « médecin traitant »
  coalesce(a.without_regular_doctor, 0)::integer as without_regular_doctor,
  coalesce(a.regular_doctor_unreachable, 0)::integer as regular_doctor_unreachable,
  -- times called off, by whomever
  coalesce(a.cancelled, 0)::integer as cancelled
from half_day_slot h
join consultation_site s on s.id = h.site_id
join intercommunalite z on z.siren = s.zone
left join half_day_presence p on p.slot_id = h.id
left join lateral (
  select count(*) filter (where v.status <> 'CANCELLED') as booked,
    sum(extract(epoch from v.ends_at - v.starts_at) / 60) filter (where v.status <> 'CANCELLED') as booked_minutes,
    count(*) filter (where v.status = 'HONOURED') as honoured,
    count(*) filter (where v.status = 'ABSENT') as absent,
    count(*) filter (where v.status <> 'CANCELLED' and v.regular_doctor = 'NO') as without_regular_doctor,
    count(*) filter (where v.status <> 'CANCELLED' and v.regular_doctor = 'UNREACHABLE') as regular_doctor_unreachable,
    count(*) filter (where v.status = 'CANCELLED') as cancelled
  from appointment v
  where v.slot_id = h.id and v.status in ('BOOKED', 'HONOURED', 'ABSENT', 'CANCELLED')
) a on true;
comment on view half_day_fact is 'one row per half-day, with its facts; defined in fr.medecinproche.insight';

-- what the view reads of an appointment, without reading the appointment
create index appointment_counted on appointment (slot_id) include (status, regular_doctor, starts_at, ends_at)
  where status in ('BOOKED', 'HONOURED', 'ABSENT', 'CANCELLED');
