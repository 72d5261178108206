-- A doctor who cannot come asks colleagues to take the half-day with its patients. It stays theirs until one does.
create table stand_in_request (
  id        bigint generated always as identity primary key,
  slot_id   bigint      not null references half_day_slot on delete cascade,
  asked_by  bigint      not null references volunteer,
  asked_at  timestamptz not null,
  deadline  timestamptz not null,
  -- what the doctor wants when nobody has accepted by then
  fallback  varchar(10) not null check (fallback in ('CANCEL', 'ASK_ME')),
  -- when to invite the next doctors, or to end it
  look_at   timestamptz not null,
  outcome   varchar(20) not null check (outcome in ('OPEN', 'ACCEPTED', 'UNANSWERED', 'WITHDRAWN', 'OVER')),
  ended_at  timestamptz,
  -- who comes instead
  stand_in  bigint      references volunteer,
  version   integer     not null default 0,
  check (asked_at < deadline),
  check ((outcome = 'OPEN') = (ended_at is null)),
  check ((outcome = 'ACCEPTED') = (stand_in is not null)),
  constraint stand_in_request_by_another check (stand_in <> asked_by)
);
-- one open request per half-day
create unique index stand_in_request_one_open on stand_in_request (slot_id) where outcome = 'OPEN';
create index stand_in_request_due on stand_in_request (look_at) where outcome = 'OPEN';
create index stand_in_request_slot on stand_in_request (slot_id);
create index stand_in_request_asked_by on stand_in_request (asked_by);
create index stand_in_request_stand_in on stand_in_request (stand_in) where stand_in is not null;
create index stand_in_request_to_forget on stand_in_request (ended_at) where ended_at is not null;

create table stand_in_invitation (
  id           bigint generated always as identity primary key,
  request_id   bigint           not null references stand_in_request on delete cascade,
  volunteer_id bigint           not null references volunteer,
  -- why this doctor rather than the next
  reason       varchar(20)      not null check (reason in ('KNOWS_SITE', 'FREE_THAT_DAY', 'WITHIN_REACH', 'NEAREST')),
  km           double precision not null check (km >= 0),
  secret_hash  varchar(64)      not null unique,
  sent_at      timestamptz      not null,
  answer       varchar(10)      not null check (answer in ('OPEN', 'ACCEPTED', 'DECLINED')),
  answered_at  timestamptz,
  check ((answer = 'OPEN') = (answered_at is null)),
  constraint stand_in_invitation_once unique (request_id, volunteer_id)
);
-- one acceptance
create unique index stand_in_invitation_one_acceptance on stand_in_invitation (request_id) where answer = 'ACCEPTED';
create index stand_in_invitation_volunteer on stand_in_invitation (volunteer_id);

-- A request is open only while the half-day is that of the doctor who asked. Checked at commit, so that one
-- transaction may change both in any order.
create function stand_in_request_of_its_doctor() returns trigger language plpgsql as $$
begin
  if exists (select 1 from stand_in_request r join half_day_slot s on s.id = r.slot_id
      where r.outcome = 'OPEN' and s.volunteer_id is distinct from r.asked_by
        and case tg_table_name when 'half_day_slot' then s.id = new.id else r.id = new.id end) then
    raise exception 'a stand-in is asked for on a half-day by somebody who does not have it'
      using errcode = 'check_violation', constraint = 'stand_in_request_of_its_doctor';
  end if;
  return null;
end $$;
create constraint trigger stand_in_request_of_its_doctor after insert or update on stand_in_request
  deferrable initially deferred for each row execute function stand_in_request_of_its_doctor();
create constraint trigger half_day_slot_of_the_doctor_who_asks after update of volunteer_id on half_day_slot
  deferrable initially deferred for each row execute function stand_in_request_of_its_doctor();
