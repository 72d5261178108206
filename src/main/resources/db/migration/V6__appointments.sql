create extension if not exists btree_gist;

create table appointment (
  id             bigint generated always as identity primary key,
  slot_id        bigint       not null references half_day_slot,
  starts_at      timestamptz  not null,
  ends_at        timestamptz  not null,
  kind           varchar(20)  not null check (kind in ('CONSULTATION', 'FIRST_VISIT', 'RENEWAL')),
  status         varchar(20)  not null check (status in ('HELD', 'BOOKED', 'HONOURED', 'ABSENT', 'CANCELLED', 'RELEASED')),
  -- a hold ends by itself: past this instant it no longer counts
  held_until     timestamptz,
  hold_hash      varchar(64)  unique,
  code           varchar(6),
  given_name     varchar(80),
  family_name    varchar(80),
  birth_date     date,
  phone          varchar(16),
  email          varchar(254),
  commune        char(5)      references commune,
  regular_doctor varchar(20)  check (regular_doctor in ('YES', 'NO', 'UNREACHABLE')),
  for_relative   boolean,
  locale         varchar(5)   not null default 'fr',
  channel        varchar(20)  not null check (channel in ('WEB', 'HOST', 'REGULATOR', 'VOLUNTEER')),
  booked_by      bigint       references account,
  created_at     timestamptz  not null,
  booked_at      timestamptz,
  checked_in_at  timestamptz,
  cancelled_at   timestamptz,
  cancelled_by   varchar(20)  check (cancelled_by in ('PATIENT', 'VOLUNTEER', 'HOST', 'REGULATOR', 'AGENCY')),
  forgotten_at   timestamptz,
  version        integer      not null default 0,
  check (starts_at < ends_at),
  check (status <> 'HELD' or (held_until is not null and hold_hash is not null)),
  check (status in ('HELD', 'RELEASED') or code is not null),
  check (status in ('HELD', 'RELEASED') or forgotten_at is not null
    or (given_name is not null and family_name is not null and birth_date is not null
      and regular_doctor is not null and for_relative is not null and (phone is not null or email is not null))),
  check ((status = 'CANCELLED') = (cancelled_at is not null)),
  -- a consultation time belongs to one patient
  constraint appointment_one_patient_at_a_time exclude using gist
    (slot_id with =, tstzrange(starts_at, ends_at) with &&)
    where (status in ('HELD', 'BOOKED', 'HONOURED', 'ABSENT'))
);
create index appointment_slot on appointment (slot_id, starts_at);
create unique index appointment_code on appointment (code) where status = 'BOOKED';
create index appointment_commune on appointment (commune);
create index appointment_booked_by on appointment (booked_by);
create index appointment_to_forget on appointment (ends_at) where forgotten_at is null;

-- What lets a patient see, print and cancel without an account; each message carries one of its own.
create table appointment_link (
  secret_hash    varchar(64) primary key,
  appointment_id bigint      not null references appointment on delete cascade,
  expires_at     timestamptz not null
);
create index appointment_link_appointment on appointment_link (appointment_id);

-- Only a half-day somebody has taken, and only its own hours, receive patients.
create function appointment_within_half_day() returns trigger language plpgsql as $$
begin
  if new.status in ('HELD', 'BOOKED') and (tg_op = 'INSERT' or old.status not in ('HELD', 'BOOKED')
      or new.slot_id <> old.slot_id or new.starts_at <> old.starts_at or new.ends_at <> old.ends_at) then
    perform 1 from half_day_slot s where s.id = new.slot_id and s.status = 'TAKEN'
      and new.starts_at >= (s.day + s.starts_at) at time zone 'Europe/Paris'
      and new.ends_at <= (s.day + s.ends_at) at time zone 'Europe/Paris'
      for share;
    if not found then
      raise exception 'no doctor receives at that time in half-day %', new.slot_id
        using errcode = 'check_violation', constraint = 'appointment_within_half_day';
    end if;
  end if;
  return new;
end $$;
create trigger appointment_within_half_day before insert or update on appointment
  for each row execute function appointment_within_half_day();

-- A half-day is not given back while somebody is expected. Checked at commit, so that one transaction may
-- give it back and cancel its appointments in any order.
create function half_day_slot_without_patients() returns trigger language plpgsql as $$
begin
  if old.status = 'TAKEN' and exists (
      select 1 from half_day_slot s join appointment a on a.slot_id = s.id
      where s.id = new.id and a.status = 'BOOKED'
        and (s.status <> 'TAKEN' or s.day <> old.day or s.site_id <> old.site_id)) then
    raise exception 'half-day % still has patients', old.id
      using errcode = 'check_violation', constraint = 'half_day_slot_without_patients';
  end if;
  return null;
end $$;
create constraint trigger half_day_slot_without_patients after update on half_day_slot
  deferrable initially deferred for each row execute function half_day_slot_without_patients();
