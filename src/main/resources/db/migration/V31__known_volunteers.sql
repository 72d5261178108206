-- Doctors an agency has known since before: their file begins where the agency says it stands. Such steps are marked,
-- since nobody saw them happen here; the days of those in between are not known.
alter table volunteer_file_step
  add column imported boolean not null default false,
  drop constraint volunteer_file_step_allowed,
  -- the same table as FileStatus, and FilePosition for what was imported
  add constraint volunteer_file_step_allowed check (case
    when from_status is null then to_status = 'SUBMITTED' and author <> 'SYSTEM' and (not imported or author = 'AGENT')
    when imported then number = 2 and author = 'AGENT' and not one_decision and from_status = 'SUBMITTED'
      and to_status in ('ORDRE_CHECK', 'ACTIVITY_DECLARED', 'CPAM_NUMBER_GIVEN', 'ACTIVE')
    when one_decision then from_status = 'SUBMITTED' and to_status = 'ACTIVE'
    when to_status = 'WITHDRAWN' then from_status not in ('REFUSED', 'WITHDRAWN')
    when author = 'DOCTOR' then (from_status, to_status) in (('SENT_BACK', 'SUBMITTED'),
      ('ORDRE_CHECK', 'ACTIVITY_DECLARED'), ('ACTIVITY_DECLARED', 'CPAM_NUMBER_GIVEN'), ('WITHDRAWN', 'SUBMITTED'))
    else (from_status, to_status) in (
      ('SUBMITTED', 'SENT_BACK'), ('SUBMITTED', 'ORDRE_CHECK'), ('SUBMITTED', 'REFUSED'),
      ('SENT_BACK', 'SUBMITTED'), ('SENT_BACK', 'REFUSED'),
      ('ORDRE_CHECK', 'SUBMITTED'), ('ORDRE_CHECK', 'SENT_BACK'), ('ORDRE_CHECK', 'ACTIVITY_DECLARED'),
      ('ORDRE_CHECK', 'REFUSED'),
      ('ACTIVITY_DECLARED', 'ORDRE_CHECK'), ('ACTIVITY_DECLARED', 'SENT_BACK'),
      ('ACTIVITY_DECLARED', 'CPAM_NUMBER_GIVEN'), ('ACTIVITY_DECLARED', 'REFUSED'),
      ('CPAM_NUMBER_GIVEN', 'ACTIVITY_DECLARED'), ('CPAM_NUMBER_GIVEN', 'SENT_BACK'), ('CPAM_NUMBER_GIVEN', 'ACTIVE'),
      ('CPAM_NUMBER_GIVEN', 'REFUSED'),
      ('ACTIVE', 'SUSPENDED'), ('SUSPENDED', 'ACTIVE'), ('WITHDRAWN', 'SUBMITTED'), ('REFUSED', 'SUBMITTED'))
  end);

-- A list may know no phone number: the doctor is asked for one on their first visit. Whoever has left has none.
alter table volunteer alter column mobile drop not null;

-- A second step is imported only after a first one that was, and in the same breath.
create or replace function volunteer_file_step_recorded() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'the steps of a file stay' using errcode = 'check_violation', constraint = 'volunteer_file_step_stays';
  end if;
  if tg_op = 'UPDATE' then
    if new.note is not null or to_jsonb(new) - 'note' - 'previous' <> to_jsonb(old) - 'note' - 'previous' then
      raise exception 'of a step, only the note is forgotten'
        using errcode = 'check_violation', constraint = 'volunteer_file_step_stays';
    end if;
    return new;
  end if;
  -- one step of a file after another; whoever takes a half-day shares this lock
  perform 1 from volunteer where id = new.volunteer_id for no key update;
  if new.one_decision then
    raise exception 'files go step by step' using errcode = 'check_violation', constraint = 'volunteer_file_step_allowed';
  end if;
  if new.imported and new.number > 1 and not exists (select from volunteer_file_step s
      where s.volunteer_id = new.volunteer_id and s.number = 1 and s.imported and s.recorded_at = new.recorded_at) then
    raise exception 'the file of volunteer % began here' , new.volunteer_id
      using errcode = 'check_violation', constraint = 'volunteer_file_step_imported';
  end if;
  if new.to_status in ('SENT_BACK', 'REFUSED', 'SUSPENDED') and new.note is null then
    raise exception 'the doctor must read why' using errcode = 'check_violation', constraint = 'volunteer_file_step_explained';
  end if;
  -- of a doctor known before, the address is confirmed before a half-day is taken: see below
  if new.to_status = 'ACTIVE' and not new.imported and not exists (select from volunteer v join account a on a.id = v.account_id
      where v.id = new.volunteer_id and a.email_confirmed_at is not null) then
    raise exception 'the address of volunteer % is not confirmed', new.volunteer_id
      using errcode = 'check_violation', constraint = 'volunteer_file_step_confirmed';
  end if;
  if new.to_status = 'WITHDRAWN' and exists (select from half_day_slot h where h.volunteer_id = new.volunteer_id
      and (h.day + h.ends_at) at time zone 'Europe/Paris' > new.recorded_at) then
    raise exception 'volunteer % still has half-days', new.volunteer_id
      using errcode = 'check_violation', constraint = 'volunteer_file_step_free';
  end if;
  return new;
end $$;

-- Nobody takes a half-day before they have answered at their address.
create function half_day_slot_confirmed_volunteer() returns trigger language plpgsql as $$
begin
  if not exists (select from volunteer v join account a on a.id = v.account_id
      where v.id = new.volunteer_id and a.email_confirmed_at is not null) then
    raise exception 'the address of volunteer % is not confirmed', new.volunteer_id
      using errcode = 'check_violation', constraint = 'half_day_slot_confirmed_volunteer';
  end if;
  return null;
end $$;
create trigger half_day_slot_confirmed_volunteer after insert or update of volunteer_id on half_day_slot
  for each row when (new.volunteer_id is not null) execute function half_day_slot_confirmed_volunteer();

-- A list of doctors an agency sends. It is read first and changes nothing; what its lines say of people is forgotten
-- once they have a file, or after some days.
create table volunteer_intake (
  id           bigint       generated always as identity primary key,
  file_name    varchar(120) not null,
  read_by      bigint       not null references account,
  read_at      timestamptz  not null,
  -- what the agent saw then; absent for the whole country
  perimeter    varchar(3),
  -- since when files are made of it, and when none is left to make
  started_at   timestamptz,
  ended_at     timestamptz check (ended_at >= started_at),
  -- when the lines that made no file were forgotten
  forgotten_at timestamptz
);
create index volunteer_intake_read_by on volunteer_intake (read_by, read_at);
create table volunteer_intake_line (
  intake_id    bigint   not null references volunteer_intake on delete cascade,
  -- as editors count them
  line         integer  not null check (line >= 1),
  outcome      varchar(10) not null check (outcome in ('ACCEPTED', 'CORRECTED', 'KNOWN', 'REFUSED')),
  -- why, as « REASON » or « REASON|what the sentence is filled with »; nothing personal
  remarks      varchar(300)[] not null,
  -- the file made of it
  volunteer_id bigint   constraint volunteer_intake_line_once unique references volunteer,
  email        varchar(254),
  rpps         varchar(11),
  given_name   varchar(80),
  family_name  varchar(80),
  mobile       varchar(16),
  commune      char(5)  references commune,
  practice     varchar(30),
  secteur      varchar(30),
  status       varchar(20),
  since        date,
  primary key (intake_id, line),
  constraint volunteer_intake_line_made check (volunteer_id is null or outcome in ('ACCEPTED', 'CORRECTED')),
  -- what has a file is forgotten here
  constraint volunteer_intake_line_forgotten check (volunteer_id is null or num_nonnulls(email, rpps, given_name,
    family_name, mobile, commune, practice, secteur, status, since) = 0)
);
create index volunteer_intake_line_commune on volunteer_intake_line (commune);
create index volunteer_intake_line_pending on volunteer_intake_line (intake_id, line)
  where volunteer_id is null and outcome in ('ACCEPTED', 'CORRECTED');

-- A doctor of such a list is asked to come in and to say what of it is still true.
create table volunteer_welcome (
  volunteer_id bigint      primary key references volunteer,
  intake_id    bigint      references volunteer_intake on delete set null,
  -- since when an agent wants them to be written to
  wanted_at    timestamptz,
  -- the last letter, and how many there were
  invited_at   timestamptz,
  invited      smallint    not null default 0 check (invited >= 0),
  -- when the doctor said so
  confirmed_at timestamptz,
  check ((invited = 0) = (invited_at is null))
);
create index volunteer_welcome_intake on volunteer_welcome (intake_id);
create index volunteer_welcome_due on volunteer_welcome (wanted_at) where invited = 0 and wanted_at is not null;
alter table account_link drop constraint account_link_purpose_check;
alter table account_link add constraint account_link_purpose_check
  check (purpose in ('CONFIRM_EMAIL', 'RESET_PASSWORD', 'SIGN_IN', 'DROP_SECOND_FACTOR', 'WELCOME'));

-- Who asked for a reminder; absent when the settings did.
alter table volunteer_file_reminder add column asked_by bigint references account;
create index volunteer_file_reminder_asked_by on volunteer_file_reminder (asked_by);

-- What agents tell each other of a doctor. It is not edited; it may be withdrawn, and is forgotten some years later or
-- with the file.
create table volunteer_note (
  id           bigint        generated always as identity primary key,
  volunteer_id bigint        not null references volunteer,
  text         varchar(1000) not null check (text <> ''),
  written_by   bigint        not null references account,
  written_at   timestamptz   not null,
  withdrawn_by bigint        references account,
  withdrawn_at timestamptz   check (withdrawn_at >= written_at),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index volunteer_note_volunteer on volunteer_note (volunteer_id, written_at);
create index volunteer_note_written_by on volunteer_note (written_by);
create index volunteer_note_withdrawn_by on volunteer_note (withdrawn_by);
create index volunteer_note_written_at on volunteer_note (written_at);
create function volunteer_note_stays() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null
      or (new.id, new.volunteer_id, new.text, new.written_by, new.written_at)
        is distinct from (old.id, old.volunteer_id, old.text, old.written_by, old.written_at) then
    raise exception 'note % may be withdrawn once, and no more' , old.id
      using errcode = 'check_violation', constraint = 'volunteer_note_stays';
  end if;
  return new;
end $$;
create trigger volunteer_note_stays before update on volunteer_note for each row execute function volunteer_note_stays();
