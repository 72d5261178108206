-- What an agent decides of bookings at a site. Of each doctor's half-day so many times are kept for those who
-- have no « médecin traitant », for the phone and for the regulators, until so many hours before it begins.
alter table consultation_site
  add column kept_for_priority    smallint not null default 2  check (kept_for_priority between 0 and 6),
  add column priority_hours       smallint not null default 48 check (priority_hours between 0 and 336),
  add column kept_for_phone       smallint not null default 1  check (kept_for_phone between 0 and 6),
  add column phone_hours          smallint not null default 24 check (phone_hours between 0 and 336),
  add column kept_for_regulation  smallint not null default 1  check (kept_for_regulation between 0 and 6),
  add column regulation_hours     smallint not null default 24 check (regulation_hours between 0 and 336),
  -- how long before a visit its patient may still cancel or move it without calling
  add column change_until_minutes smallint not null default 120 check (change_until_minutes between 0 and 10080);

alter table appointment
  drop constraint appointment_status_check,
  add constraint appointment_status_check
    check (status in ('HELD', 'BOOKED', 'HONOURED', 'ABSENT', 'CANCELLED', 'RELEASED', 'MOVED')),
  drop constraint appointment_channel_check,
  add constraint appointment_channel_check
    check (channel in ('WEB', 'WAITING_LIST', 'HOST', 'REGULATOR', 'VOLUNTEER')),
  -- where the patient went instead; one chain, so that an old link still leads to the visit
  add column moved_to bigint references appointment,
  add constraint appointment_moved check ((status = 'MOVED') = (moved_to is not null)),
  -- the visit that was called off, whose patient is offered this held time instead
  add column proposed_for bigint references appointment on delete cascade,
  -- the names without accents, in one order: the same person typed twice
  add column name_key varchar(170),
  add column half_day varchar(21);
create unique index appointment_moved_to on appointment (moved_to);
create index appointment_proposed_for on appointment (proposed_for);
create index appointment_coming on appointment (birth_date) where status = 'BOOKED';

-- The half-day as a person counts it, whichever the site and the room.
create function appointment_half_day() returns trigger language plpgsql as $$
begin
  select s.day || ' ' || s.period into new.half_day from half_day_slot s where s.id = new.slot_id;
  return new;
end $$;
create trigger appointment_half_day before insert or update of slot_id, half_day on appointment
  for each row execute function appointment_half_day();
update appointment set half_day = '';

-- One visit per person and half-day. A person is a birth date, names, and a phone number or an address:
-- two people of one name born on one day have not the same.
create unique index appointment_once_by_phone on appointment (birth_date, name_key, phone, half_day)
  where status = 'BOOKED';
create unique index appointment_once_by_email on appointment (birth_date, name_key, lower(email), half_day)
  where status = 'BOOKED';
