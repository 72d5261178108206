alter table appointment
  -- when somebody noted that the patient came, or did not, and who: the doctor or the people of the site
  add column marked_at timestamptz,
  add column marked_by varchar(20) check (marked_by in ('VOLUNTEER', 'HOST')),
  add constraint appointment_mark check ((marked_at is null) = (marked_by is null)
    and (marked_at is null or status in ('HONOURED', 'ABSENT')));
-- the visit of a patient who is forgotten can still be read: it says nothing, but not null
update appointment set for_relative = false where forgotten_at is not null;
-- tells whether somebody has been at a site before
create index appointment_person on appointment (birth_date, name_key) where birth_date is not null;

-- What remains to be done after a visit, and whose task it is: closed lists, never a clinical word. It is about
-- the patient, and is erased with them.
create table continuation (
  id             bigint generated always as identity primary key,
  appointment_id bigint      not null references appointment on delete cascade,
  what           varchar(20) not null check (what in ('RESULTS', 'SEE_AGAIN', 'LETTER')),
  follower       varchar(20) not null check (follower in ('SITE_DOCTORS', 'SECRETARY', 'REGULAR_DOCTOR', 'SAME_DOCTOR')),
  due            date,
  created_at     timestamptz not null,
  done_at        timestamptz,
  done_by        bigint      references account on delete set null,
  version        integer     not null default 0,
  unique (appointment_id, what),
  check (done_by is null or done_at is not null)
);
create index continuation_done_by on continuation (done_by);

-- Nothing is noted about a patient who is being erased at that instant: the lock waits for the erasure.
create function continuation_of_somebody() returns trigger language plpgsql as $$
begin
  perform 1 from appointment a where a.id = new.appointment_id and a.forgotten_at is null for share;
  if not found then
    raise exception 'the patient of visit % is forgotten', new.appointment_id
      using errcode = 'check_violation', constraint = 'continuation_of_somebody';
  end if;
  return new;
end $$;
create trigger continuation_of_somebody before insert on continuation
  for each row execute function continuation_of_somebody();

-- The address of a doctor's private calendar: only its hash is known, and there is one at a time.
create table calendar_feed (
  volunteer_id bigint      primary key references volunteer on delete cascade,
  secret_hash  varchar(64) not null unique,
  created_at   timestamptz not null
);

-- A half-day as a doctor's calendar has it, also for a while after it is no longer theirs. The revision only
-- goes up, whoever gives back and takes again: it counts seconds, or one more than before.
create table calendar_entry (
  slot_id      bigint      not null references half_day_slot on delete cascade,
  volunteer_id bigint      not null references volunteer on delete cascade,
  revision     integer     not null check (revision >= 0),
  changed_at   timestamptz not null,
  cancelled    boolean     not null,
  primary key (slot_id, volunteer_id)
);
create index calendar_entry_volunteer on calendar_entry (volunteer_id);
insert into calendar_entry (slot_id, volunteer_id, revision, changed_at, cancelled)
  select id, volunteer_id, greatest(0, extract(epoch from taken_at - timestamptz '2026-01-01 00:00Z'))::integer,
    taken_at, false
  from half_day_slot where volunteer_id is not null;
