-- What a patient who cancels answered to the one question, if they did; it says nothing of who they are.
alter table appointment
  add column cancel_reason varchar(20) check (cancel_reason in ('NOT_NEEDED', 'FOUND_ELSEWHERE', 'CANNOT_COME'));

-- A booking that waits for the six digits sent to its patient. It goes with its hold, or when it is booked.
create table contact_check (
  appointment_id bigint       primary key references appointment on delete cascade,
  given_name     varchar(80)  not null,
  family_name    varchar(80)  not null,
  birth_date     date         not null,
  phone          varchar(16),
  email          varchar(254),
  commune        char(5)      references commune,
  regular_doctor varchar(20)  not null check (regular_doctor in ('YES', 'NO', 'UNREACHABLE')),
  for_relative   boolean      not null,
  locale         varchar(5)   not null,
  -- salted with the secret of the hold, which is kept nowhere
  code_hash      varchar(64)  not null,
  sends          smallint     not null check (sends between 1 and 3),
  tries          smallint     not null check (tries between 0 and 5),
  sent_at        timestamptz  not null,
  check (phone is not null or email is not null)
);
create index contact_check_commune on contact_check (commune);
create index contact_check_phone on contact_check (phone, sent_at);
create index contact_check_email on contact_check (lower(email), sent_at);
