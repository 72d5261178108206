-- Kilometres between two points, as the application counts them (haversine, a globe of 6371 km).
create function km_between(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
  returns double precision language sql immutable strict parallel safe
  return 2 * 6371 * asin(least(1, sqrt(power(sin(radians(lat2 - lat1) / 2), 2)
    + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lon2 - lon1) / 2), 2))));

-- Who waits for a time around a place. First come, first told: joined_at is the place in the order, id breaks ties.
create table waiting_entry (
  id             bigint generated always as identity primary key,
  given_name     varchar(80),
  family_name    varchar(80),
  -- the names without accents, in one order: the same person typed twice
  name_key       varchar(170),
  birth_date     date,
  phone          varchar(16),
  email          varchar(254),
  commune        char(5)      references commune,
  regular_doctor varchar(20)  check (regular_doctor in ('YES', 'NO', 'UNREACHABLE')),
  for_relative   boolean,
  latitude       double precision,
  longitude      double precision,
  radius_km      smallint     not null check (radius_km in (10, 20, 30, 60)),
  kind           varchar(20)  not null check (kind in ('CONSULTATION', 'FIRST_VISIT', 'RENEWAL')),
  -- null: either half of the day
  period         varchar(10)  check (period in ('MORNING', 'AFTERNOON')),
  locale         varchar(5)   not null default 'fr',
  joined_at      timestamptz  not null,
  expires_at     timestamptz  not null,
  -- the day, in mainland France, of the latest offer: one a day
  offered_on     date,
  -- offers left unanswered one after another
  unanswered     smallint     not null default 0 check (unanswered >= 0),
  ended_at       timestamptz,
  ending         varchar(20)  check (ending in ('LEFT', 'BOOKED', 'UNANSWERED', 'EXPIRED')),
  check ((ended_at is null) = (ending is null)),
  -- who waits can be told: what is forgotten has ended
  check (ended_at is not null or (given_name is not null and family_name is not null and name_key is not null
    and birth_date is not null and (phone is not null or email is not null) and commune is not null
    and regular_doctor is not null and for_relative is not null and latitude is not null and longitude is not null))
);
create index waiting_entry_order on waiting_entry (joined_at, id) where ended_at is null;
create index waiting_entry_area on waiting_entry (latitude, longitude) where ended_at is null;
create index waiting_entry_commune on waiting_entry (commune);
-- a person waits once
create unique index waiting_entry_once_by_phone on waiting_entry (birth_date, name_key, phone) where ended_at is null;
create unique index waiting_entry_once_by_email on waiting_entry (birth_date, name_key, lower(email))
  where ended_at is null;

create table waiting_link (
  secret_hash varchar(64) primary key,
  entry_id    bigint      not null references waiting_entry on delete cascade
);
create index waiting_link_entry on waiting_link (entry_id);

-- A freed time kept for somebody who waits. The hold is an appointment; the span is repeated here, because it is
-- remembered when the hold is cleared away, and so that one time is never open to two people.
create table waiting_offer (
  id             bigint generated always as identity primary key,
  entry_id       bigint      not null references waiting_entry on delete cascade,
  appointment_id bigint      unique references appointment on delete set null,
  slot_id        bigint      not null references half_day_slot on delete cascade,
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  made_at        timestamptz not null,
  -- the day, in mainland France
  made_on        date        not null,
  open_until     timestamptz not null,
  outcome        varchar(20) not null check (outcome in ('OPEN', 'ACCEPTED', 'DECLINED', 'UNANSWERED', 'WITHDRAWN')),
  check (starts_at < ends_at and made_at < open_until),
  constraint waiting_offer_one_a_day unique (entry_id, made_on),
  constraint waiting_offer_not_twice unique (entry_id, slot_id, starts_at),
  constraint waiting_offer_one_person_at_a_time exclude using gist
    (slot_id with =, tstzrange(starts_at, ends_at) with &&) where (outcome = 'OPEN')
);
create unique index waiting_offer_one_open on waiting_offer (entry_id) where outcome = 'OPEN';
create index waiting_offer_open on waiting_offer (slot_id) where outcome = 'OPEN';
create index waiting_offer_slot on waiting_offer (slot_id);

-- The half-days with a doctor, and when to look again whether a time of theirs can be offered.
create table watched_half_day (
  slot_id bigint      primary key references half_day_slot on delete cascade,
  look_at timestamptz not null
);
create index watched_half_day_due on watched_half_day (look_at);
insert into watched_half_day (slot_id, look_at)
  select id, now() from half_day_slot where status = 'TAKEN' and day >= current_date;
