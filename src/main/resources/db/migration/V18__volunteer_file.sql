-- What happened to a volunteer's file, one row per step; nothing is rewritten. A step goes on from the one before it:
-- its status and its day are part of the foreign keys, so that no step can be left out or dated before the last one.
create table volunteer_file_step (
  id           bigint generated always as identity primary key,
  volunteer_id bigint      not null references volunteer,
  number       smallint    not null check (number >= 1),
  previous     smallint    generated always as (nullif(number - 1, 0)::smallint) stored,
  from_status  varchar(20),
  from_on      date,
  to_status    varchar(20) not null,
  -- when it happened outside; recorded_at says when somebody told the application
  happened_on  date        not null,
  recorded_at  timestamptz not null,
  author       varchar(10) not null check (author in ('AGENT', 'DOCTOR', 'SYSTEM')),
  recorded_by  bigint      references account,
  -- what the doctor reads; forgotten some time after the file has ended
  note         varchar(500),
  -- accepted before the steps were followed: nobody knows the days of the steps in between
  one_decision boolean     not null default false,
  constraint volunteer_file_step_once unique (volunteer_id, number),
  constraint volunteer_file_step_exact unique (volunteer_id, number, to_status, happened_on),
  constraint volunteer_file_step_goes_on foreign key (volunteer_id, previous, from_status, from_on)
    references volunteer_file_step (volunteer_id, number, to_status, happened_on),
  check ((number = 1) = (from_status is null) and (number = 1) = (from_on is null)),
  check ((author = 'SYSTEM') = (recorded_by is null)),
  constraint volunteer_file_step_in_order check (happened_on >= from_on),
  constraint volunteer_file_step_not_in_future check (happened_on <= (recorded_at at time zone 'Europe/Paris')::date),
  -- the same table as FileStatus
  constraint volunteer_file_step_allowed check (case
    when from_status is null then to_status = 'SUBMITTED' and author <> 'SYSTEM'
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
  end)
);
create index volunteer_file_step_recorded_by on volunteer_file_step (recorded_by);

alter table volunteer
  drop constraint volunteer_file_status_check,
  add constraint volunteer_file_status_check check (file_status in ('SUBMITTED', 'SENT_BACK', 'ORDRE_CHECK',
    'ACTIVITY_DECLARED', 'CPAM_NUMBER_GIVEN', 'ACTIVE', 'SUSPENDED', 'WITHDRAWN', 'REFUSED')),
  -- the last step, and its day
  add column file_step smallint,
  add column file_since date,
  -- the card of a health professional: told beside the path, never in its way
  add column cps_asked_on date,
  add column cps_received_on date,
  add constraint volunteer_cps_in_order check (cps_received_on >= cps_asked_on);

-- Files of before: what is known of them, and no more.
insert into volunteer_file_step (volunteer_id, number, to_status, happened_on, recorded_at, author, recorded_by)
select id, 1, 'SUBMITTED', (submitted_at at time zone 'Europe/Paris')::date, submitted_at, 'DOCTOR', account_id
from volunteer;
insert into volunteer_file_step (volunteer_id, number, from_status, from_on, to_status, happened_on, recorded_at, author,
  recorded_by, note, one_decision)
select id, 2, 'SUBMITTED', (submitted_at at time zone 'Europe/Paris')::date,
  case file_status when 'SUSPENDED' then 'ACTIVE' else file_status end, (decided at time zone 'Europe/Paris')::date,
  decided, case when decided_by is null then 'SYSTEM' else 'AGENT' end, decided_by, refusal_reason,
  file_status in ('ACTIVE', 'SUSPENDED')
from (select v.*, greatest(v.decided_at, v.submitted_at) as decided from volunteer v) v
where file_status <> 'SUBMITTED';
insert into volunteer_file_step (volunteer_id, number, from_status, from_on, to_status, happened_on, recorded_at, author)
select v.id, 3, 'ACTIVE', s.happened_on, 'SUSPENDED', s.happened_on, s.recorded_at, 'SYSTEM'
from volunteer v join volunteer_file_step s on s.volunteer_id = v.id and s.number = 2 where v.file_status = 'SUSPENDED';
update volunteer v set file_step = s.number, file_since = s.happened_on
from (select distinct on (volunteer_id) * from volunteer_file_step order by volunteer_id, number desc) s
where s.volunteer_id = v.id;

drop index volunteer_file_status;
alter table volunteer
  alter column file_step set not null,
  alter column file_since set not null,
  drop column refusal_reason,
  drop column decided_at,
  drop column decided_by,
  -- a file stands where its last step has put it
  add constraint volunteer_file_stands foreign key (id, file_step, file_status, file_since)
    references volunteer_file_step (volunteer_id, number, to_status, happened_on) deferrable initially deferred;
create index volunteer_file_status on volunteer (file_status, file_since);

create function volunteer_file_step_recorded() returns trigger language plpgsql as $$
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
  if new.to_status in ('SENT_BACK', 'REFUSED', 'SUSPENDED') and new.note is null then
    raise exception 'the doctor must read why' using errcode = 'check_violation', constraint = 'volunteer_file_step_explained';
  end if;
  if new.to_status = 'ACTIVE' and not exists (select from volunteer v join account a on a.id = v.account_id
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
create trigger volunteer_file_step_recorded before insert or update or delete on volunteer_file_step
  for each row execute function volunteer_file_step_recorded();

-- The file has moved when the transaction ends, and never moves back to an earlier step.
create function volunteer_file_step_followed() returns trigger language plpgsql as $$
begin
  if not exists (select from volunteer where id = new.volunteer_id and file_step >= new.number) then
    raise exception 'the file of volunteer % was left behind', new.volunteer_id
      using errcode = 'check_violation', constraint = 'volunteer_file_step_followed';
  end if;
  return null;
end $$;
create constraint trigger volunteer_file_step_followed after insert on volunteer_file_step
  deferrable initially deferred for each row execute function volunteer_file_step_followed();
create function volunteer_file_goes_on() returns trigger language plpgsql as $$
begin
  raise exception 'the file of volunteer % moves by steps', new.id
    using errcode = 'check_violation', constraint = 'volunteer_file_goes_on';
end $$;
create trigger volunteer_file_goes_on before update on volunteer for each row
  when ((new.file_step, new.file_status, new.file_since) is distinct from (old.file_step, old.file_status, old.file_since)
    and new.file_step <= old.file_step)
  execute function volunteer_file_goes_on();

-- Who was reminded of a step, and when: not twice on one day, and the settings say how often.
create table volunteer_file_reminder (
  volunteer_id bigint      not null,
  step         smallint    not null,
  party        varchar(10) not null check (party in ('DOCTOR', 'AGENCY')),
  ordinal      smallint    not null check (ordinal >= 1),
  written_on   date        not null,
  primary key (volunteer_id, step, party, ordinal),
  unique (volunteer_id, party, written_on),
  foreign key (volunteer_id, step) references volunteer_file_step (volunteer_id, number)
);
