-- Whether a half-day was held: said by the host of the site or by the agency, never by the doctor. It says who
-- came to work, and is kept with the statements it is the proof of.
create table half_day_presence (
  slot_id      bigint      primary key references half_day_slot,
  volunteer_id bigint      not null references volunteer,
  held         boolean     not null,
  decided_by   bigint      not null references account,
  decided_at   timestamptz not null,
  -- what a line of the ledger refers to
  constraint half_day_presence_held unique (slot_id, held)
);
create index half_day_presence_volunteer on half_day_presence (volunteer_id);
create index half_day_presence_decided_by on half_day_presence (decided_by);
insert into half_day_presence (slot_id, volunteer_id, held, decided_by, decided_at)
  select slot_id, volunteer_id, true, confirmed_by, confirmed_at from indemnity_line;

create function half_day_presence_allowed() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from half_day_slot s join volunteer v on v.id = s.volunteer_id
      where s.id = new.slot_id and v.id = new.volunteer_id and v.account_id <> new.decided_by
        and (s.day + s.ends_at) at time zone 'Europe/Paris' <= new.decided_at) then
    raise exception 'half-day % is not over, not of volunteer %, or confirmed by the doctor', new.slot_id, new.volunteer_id
      using errcode = 'check_violation', constraint = 'half_day_presence_allowed';
  end if;
  return new;
end $$;
create trigger half_day_presence_allowed before insert or update on half_day_presence
  for each row execute function half_day_presence_allowed();

alter table indemnity_line
  add column kind        varchar(10) not null default 'ENTRY' check (kind in ('ENTRY', 'CORRECTION')),
  -- the line of a closed statement that a correction is about
  add column corrects_id bigint references indemnity_line,
  add column reason      varchar(300),
  -- an entry is owed for a half-day that was held, and for no other
  add column held        boolean generated always as (case when kind = 'ENTRY' then true end) stored,
  add constraint indemnity_line_held foreign key (slot_id, held) references half_day_presence (slot_id, held),
  drop constraint indemnity_line_amount_cents_check,
  add constraint indemnity_line_amount check (case kind when 'ENTRY' then amount_cents > 0 else amount_cents <> 0 end),
  add constraint indemnity_line_correction
    check ((kind = 'CORRECTION') = (corrects_id is not null) and (kind = 'CORRECTION') = (reason is not null)),
  drop constraint indemnity_line_paid_once;
create unique index indemnity_line_paid_once on indemnity_line (volunteer_id, day, period) where kind = 'ENTRY';
drop index indemnity_line_slot;
create index indemnity_line_slot on indemnity_line (slot_id, held);
create index indemnity_line_corrects on indemnity_line (corrects_id);

-- An entry belongs to the statement of its month, or to a later one once that is closed; a correction to a later
-- statement than the closed line it is about, and never takes back more than was given.
create function indemnity_line_allowed() returns trigger language plpgsql as $$
declare
  statement indemnity_statement;
  original  record;
begin
  select * into statement from indemnity_statement where id = new.statement_id;
  if new.kind = 'ENTRY' then
    if statement.volunteer_id <> new.volunteer_id or statement.month < date_trunc('month', new.day)::date
        or (statement.month > date_trunc('month', new.day)::date and not exists (
          select 1 from indemnity_statement s where s.volunteer_id = new.volunteer_id
            and s.month = date_trunc('month', new.day)::date and s.closed_at is not null)) then
      raise exception 'half-day of % does not belong to statement %', new.day, new.statement_id
        using errcode = 'check_violation', constraint = 'indemnity_line_month';
    end if;
    return new;
  end if;
  perform 1 from indemnity_line l where l.id = new.corrects_id for no key update;
  select l.*, s.month, s.closed_at into original
    from indemnity_line l join indemnity_statement s on s.id = l.statement_id where l.id = new.corrects_id;
  if original.kind is distinct from 'ENTRY' or original.closed_at is null or statement.month <= original.month
      or statement.volunteer_id <> new.volunteer_id
      or (new.volunteer_id, new.slot_id, new.day, new.period)
        <> (original.volunteer_id, original.slot_id, original.day, original.period) then
    raise exception 'line % cannot be corrected by statement %', new.corrects_id, new.statement_id
      using errcode = 'check_violation', constraint = 'indemnity_line_correction';
  end if;
  if original.amount_cents + new.amount_cents + coalesce((select sum(l.amount_cents) from indemnity_line l
      where l.corrects_id = new.corrects_id and l.id <> new.id), 0) < 0 then
    raise exception 'line % would be less than nothing', new.corrects_id
      using errcode = 'check_violation', constraint = 'indemnity_line_owed';
  end if;
  return new;
end $$;
create trigger indemnity_line_allowed before insert or update on indemnity_line
  for each row execute function indemnity_line_allowed();

alter table indemnity_statement
  -- since when the doctor is asked to check it
  add column ready_at        timestamptz,
  -- when the doctor agreed, and to how much
  add column confirmed_at    timestamptz,
  add column confirmed_cents bigint,
  add column closed_by       bigint references account,
  add constraint indemnity_statement_confirmed
    check ((confirmed_at is null) = (confirmed_cents is null) and (confirmed_at is null or ready_at is not null)),
  add constraint indemnity_statement_closed
    check ((closed_at is null) = (closed_by is null) and (closed_at is null or ready_at is not null));
create index indemnity_statement_month on indemnity_statement (month);
create index indemnity_statement_closed_by on indemnity_statement (closed_by);
create index indemnity_statement_preparing on indemnity_statement (month) where ready_at is null;

-- What a doctor finds wrong in a statement, half-day by half-day, and what the agency answers. The short texts are
-- about work, never about patients.
create table indemnity_dispute (
  id           bigint       generated always as identity primary key,
  statement_id bigint       not null references indemnity_statement,
  day          date         not null,
  period       varchar(10)  not null check (period in ('MORNING', 'AFTERNOON')),
  reason       varchar(20)  not null check (reason in ('NOT_HELD', 'DAY_OR_PLACE', 'AMOUNT', 'MISSING')),
  comment      varchar(300),
  raised_by    bigint       not null references account,
  raised_at    timestamptz  not null,
  outcome      varchar(10)  check (outcome in ('CORRECTED', 'MAINTAINED')),
  answer       varchar(300),
  answered_by  bigint       references account,
  answered_at  timestamptz,
  constraint indemnity_dispute_answer check ((outcome is null) = (answered_at is null)
    and (outcome is null) = (answered_by is null) and (outcome is distinct from 'MAINTAINED' or answer is not null))
);
create unique index indemnity_dispute_open on indemnity_dispute (statement_id, day, period) where outcome is null;
create index indemnity_dispute_statement on indemnity_dispute (statement_id);
create index indemnity_dispute_raised_by on indemnity_dispute (raised_by);
create index indemnity_dispute_answered_by on indemnity_dispute (answered_by);

create function indemnity_dispute_immutable() returns trigger language plpgsql as $$
declare
  touched bigint := case tg_op when 'DELETE' then old.statement_id else new.statement_id end;
begin
  perform 1 from indemnity_statement s where s.id = touched for share;
  if exists (select 1 from indemnity_statement s where s.id = touched and s.closed_at is not null) then
    raise exception 'statement % is closed', touched using errcode = 'check_violation',
      constraint = 'indemnity_statement_immutable';
  end if;
  if tg_op <> 'INSERT' and old.outcome is not null then
    raise exception 'dispute % is answered', old.id using errcode = 'check_violation',
      constraint = 'indemnity_dispute_immutable';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger indemnity_dispute_immutable before insert or update or delete on indemnity_dispute
  for each row execute function indemnity_dispute_immutable();

-- A statement is closed once nothing in it is disputed, with the amount the doctor agreed to. The share locks of
-- lines and disputes make it hold against those written at the same moment.
create function indemnity_statement_closing() returns trigger language plpgsql as $$
begin
  if exists (select 1 from indemnity_dispute d where d.statement_id = new.id and d.outcome is null) then
    raise exception 'statement % has an open dispute', new.id using errcode = 'check_violation',
      constraint = 'indemnity_statement_disputed';
  end if;
  if new.confirmed_cents <> (select coalesce(sum(l.amount_cents), 0) from indemnity_line l
      where l.statement_id = new.id) then
    raise exception 'statement % is not what the doctor confirmed', new.id using errcode = 'check_violation',
      constraint = 'indemnity_statement_confirmed';
  end if;
  return new;
end $$;
create trigger indemnity_statement_closing before update on indemnity_statement for each row
  when (new.closed_at is not null and old.closed_at is null) execute function indemnity_statement_closing();
