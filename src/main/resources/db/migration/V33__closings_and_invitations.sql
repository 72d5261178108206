-- A closed statement belongs to the region where its doctor practised then: whose agency closes the month and sends it
-- to the CPAM, even when the doctor has moved since.
alter table indemnity_statement add column region varchar(3) references region;
alter table indemnity_statement disable trigger indemnity_statement_immutable;
update indemnity_statement s set region = r.region
from volunteer v join commune c on c.insee = v.commune join region_departement r on r.departement = c.departement
where v.id = s.volunteer_id and s.closed_at is not null;
alter table indemnity_statement enable trigger indemnity_statement_immutable;
alter table indemnity_statement add constraint indemnity_statement_region check ((closed_at is null) = (region is null));
create index indemnity_statement_region on indemnity_statement (region, month);

create function indemnity_region(volunteer bigint) returns varchar(3) language sql stable as $$
  select r.region from volunteer v join commune c on c.insee = v.commune
  join region_departement r on r.departement = c.departement where v.id = volunteer
$$;

create function indemnity_statement_belongs() returns trigger language plpgsql as $$
begin
  new.region := indemnity_region(new.volunteer_id);
  return new;
end $$;
create trigger indemnity_statement_belongs before update on indemnity_statement for each row
  when (new.closed_at is not null and old.closed_at is null) execute function indemnity_statement_belongs();

-- A month of a region nothing is left open in: who closed it, when, and what it came to. What comes late is not added
-- to it, but to the statement of a later month.
create table indemnity_month (
  id          bigint      generated always as identity primary key,
  month       date        not null check (extract(day from month) = 1),
  region      varchar(3)  not null references region,
  closed_at   timestamptz not null,
  closed_by   bigint      not null references account,
  statements  integer     not null check (statements >= 0),
  half_days   integer     not null check (half_days >= 0),
  total_cents bigint      not null,
  constraint indemnity_month_once unique (month, region),
  constraint indemnity_month_over check (closed_at >= (month + interval '1 month') at time zone 'Europe/Paris')
);
create index indemnity_month_region on indemnity_month (region);
create index indemnity_month_closed_by on indemnity_month (closed_by);

create function indemnity_month_closed(volunteer bigint, day date) returns boolean language sql stable as $$
  select exists (select from indemnity_month m
    where m.month = date_trunc('month', day)::date and m.region = indemnity_region(volunteer))
$$;

create function indemnity_month_allowed() returns trigger language plpgsql as $$
declare
  sums record;
begin
  -- whoever draws up a statement shares this lock: neither comes while the other is under way
  perform 1 from region where code = new.region for no key update;
  if exists (select from indemnity_statement s where s.month = new.month and s.closed_at is null
        and indemnity_region(s.volunteer_id) = new.region)
      or exists (select from half_day_slot h where h.status = 'TAKEN' and h.month = new.month
        and indemnity_region(h.volunteer_id) = new.region
        and not exists (select from half_day_presence p where p.slot_id = h.id)) then
    raise exception 'something of % is still open in %', new.month, new.region
      using errcode = 'check_violation', constraint = 'indemnity_month_done';
  end if;
  select count(distinct s.id) as statements, count(l.id) filter (where l.kind = 'ENTRY') as half_days,
      coalesce(sum(l.amount_cents), 0) as cents into sums
    from indemnity_statement s left join indemnity_line l on l.statement_id = s.id
    where s.month = new.month and s.region = new.region;
  if (new.statements, new.half_days, new.total_cents) <> (sums.statements, sums.half_days, sums.cents) then
    raise exception 'the statements of % in % come to something else', new.month, new.region
      using errcode = 'check_violation', constraint = 'indemnity_month_total';
  end if;
  return new;
end $$;
create trigger indemnity_month_allowed before insert on indemnity_month
  for each row execute function indemnity_month_allowed();

create function indemnity_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was closed or sent stays as it is'
    using errcode = 'check_violation', constraint = tg_table_name || '_stays';
end $$;
create trigger indemnity_month_stays before update or delete on indemnity_month
  for each row execute function indemnity_stays();

create function indemnity_statement_in_time() returns trigger language plpgsql as $$
begin
  perform 1 from region where code = indemnity_region(new.volunteer_id) for share;
  if indemnity_month_closed(new.volunteer_id, new.month) then
    raise exception 'the month % is closed', new.month
      using errcode = 'check_violation', constraint = 'indemnity_month_closed';
  end if;
  return null;
end $$;
create trigger indemnity_statement_in_time after insert on indemnity_statement
  for each row execute function indemnity_statement_in_time();

-- As before; and an entry also belongs to a later statement when its whole month is closed and its doctor has none there.
create or replace function indemnity_line_allowed() returns trigger language plpgsql as $$
declare
  statement indemnity_statement;
  original  record;
begin
  select * into statement from indemnity_statement where id = new.statement_id;
  if new.kind = 'ENTRY' then
    if statement.volunteer_id <> new.volunteer_id or statement.month < date_trunc('month', new.day)::date
        or (statement.month > date_trunc('month', new.day)::date and not exists (
          select 1 from indemnity_statement s where s.volunteer_id = new.volunteer_id
            and s.month = date_trunc('month', new.day)::date and s.closed_at is not null)
          and not indemnity_month_closed(new.volunteer_id, new.day)) then
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

-- What was sent to the CPAM at once: numbered within its region, and never changed. The files are kept as they left, until
-- accounts need not be kept any longer: doctors are named in them.
create table indemnity_batch (
  id          bigint      generated always as identity primary key,
  region      varchar(3)  not null references region,
  number      integer     not null check (number >= 1),
  made_at     timestamptz not null,
  made_by     bigint      not null references account,
  lines       integer     not null check (lines >= 1),
  half_days   integer     not null check (half_days >= 0),
  total_cents bigint      not null,
  csv         bytea,
  xlsx        bytea,
  constraint indemnity_batch_files check ((csv is null) = (xlsx is null)),
  constraint indemnity_batch_number unique (region, number)
);
create index indemnity_batch_made_by on indemnity_batch (made_by);

-- A line of the ledger is in one batch: it is never paid twice.
create table indemnity_batch_line (
  line_id      bigint  not null references indemnity_line,
  batch_id     bigint  not null references indemnity_batch,
  -- as it was sent
  amount_cents integer not null,
  constraint indemnity_batch_line_once primary key (line_id)
);
create index indemnity_batch_line_batch on indemnity_batch_line (batch_id);

create trigger indemnity_batch_stays before delete on indemnity_batch
  for each row execute function indemnity_stays();
create function indemnity_batch_files_stay() returns trigger language plpgsql as $$
begin
  if new.csv is not null or to_jsonb(new) - 'csv' - 'xlsx' <> to_jsonb(old) - 'csv' - 'xlsx' then
    raise exception 'of a batch, only its files are forgotten'
      using errcode = 'check_violation', constraint = 'indemnity_batch_stays';
  end if;
  return new;
end $$;
create trigger indemnity_batch_files_stay before update on indemnity_batch
  for each row execute function indemnity_batch_files_stay();
create trigger indemnity_batch_line_stays before update or delete on indemnity_batch_line
  for each row execute function indemnity_stays();

create function indemnity_batch_line_allowed() returns trigger language plpgsql as $$
begin
  if not exists (select from indemnity_line l join indemnity_statement s on s.id = l.statement_id
      join indemnity_batch b on b.region = s.region
      where l.id = new.line_id and b.id = new.batch_id and s.closed_at is not null
        and l.amount_cents = new.amount_cents) then
    raise exception 'line % is not of a closed statement of the region, or of another amount', new.line_id
      using errcode = 'check_violation', constraint = 'indemnity_batch_line_closed';
  end if;
  return new;
end $$;
create trigger indemnity_batch_line_allowed before insert on indemnity_batch_line
  for each row execute function indemnity_batch_line_allowed();

-- A batch is what its lines come to: they are written at once, and none is added later.
create function indemnity_batch_must_add_up(batch bigint) returns void language plpgsql as $$
begin
  if not exists (select from indemnity_batch b where b.id = batch and (b.lines, b.half_days, b.total_cents) = (
      select count(*), count(*) filter (where l.kind = 'ENTRY'), coalesce(sum(k.amount_cents), 0)
      from indemnity_batch_line k join indemnity_line l on l.id = k.line_id where k.batch_id = batch)) then
    raise exception 'batch % does not add up', batch
      using errcode = 'check_violation', constraint = 'indemnity_batch_adds_up';
  end if;
end $$;
create function indemnity_batch_lines_written() returns trigger language plpgsql as $$
begin
  perform indemnity_batch_must_add_up(a.batch_id) from (select distinct batch_id from added) a;
  return null;
end $$;
create trigger indemnity_batch_lines_written after insert on indemnity_batch_line referencing new table as added
  for each statement execute function indemnity_batch_lines_written();
create function indemnity_batch_written() returns trigger language plpgsql as $$
begin
  perform indemnity_batch_must_add_up(new.id);
  return null;
end $$;
create constraint trigger indemnity_batch_written after insert on indemnity_batch deferrable initially deferred
  for each row execute function indemnity_batch_written();

-- Somebody is asked by e-mail to join the agency, a site or the phone regulation. Forgotten some time after its end.
create table invitation (
  id           bigint       generated always as identity primary key,
  email        varchar(254) not null,
  display_name varchar(160) not null,
  role         varchar(20)  not null check (role in ('ADMIN', 'AGENT', 'HOST', 'REGULATOR')),
  -- what an agent is to see; absent for the whole country
  perimeter    varchar(3),
  -- where a host is to receive patients
  site_id      bigint       references consultation_site,
  -- of the letter, and of the account that comes of it
  locale       varchar(5)   not null default 'fr' check (locale in ('fr', 'en')),
  -- of the last link that was sent; those before it work no more
  secret_hash  varchar(64)  not null constraint invitation_secret unique,
  invited_by   bigint       not null references account,
  invited_at   timestamptz  not null,
  sent_at      timestamptz  not null,
  sent_times   smallint     not null default 1 check (sent_times >= 1),
  expires_at   timestamptz  not null check (expires_at > sent_at),
  withdrawn_at timestamptz,
  accepted_at  timestamptz,
  account_id   bigint       references account,
  constraint invitation_place check (role = 'AGENT' or perimeter is null),
  constraint invitation_site check ((role = 'HOST') = (site_id is not null)),
  constraint invitation_accepted check ((accepted_at is null) = (account_id is null)),
  constraint invitation_ended_once check (withdrawn_at is null or accepted_at is null)
);
-- an address has one invitation that waits at most
create unique index invitation_waiting on invitation (lower(email)) where withdrawn_at is null and accepted_at is null;
create index invitation_site_id on invitation (site_id);
create index invitation_invited_by on invitation (invited_by);
create index invitation_account on invitation (account_id);
create trigger invitation_perimeter_known before insert or update of perimeter on invitation
  for each row when (new.perimeter is not null) execute function account_perimeter_known();

-- Without an administrator who can sign in, nobody could let anybody in: the last one stays, whoever else is being
-- suspended at the same moment.
create function account_last_admin() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('account_last_admin'));
  if not exists (select from account a where a.role = 'ADMIN' and a.id <> old.id and a.closed_at is null
      and a.suspended_at is null and a.email_confirmed_at is not null) then
    raise exception 'account % is the last administrator', old.id
      using errcode = 'check_violation', constraint = 'account_last_admin';
  end if;
  return new;
end $$;
create trigger account_last_admin before update on account for each row
  when (old.role = 'ADMIN' and old.closed_at is null and old.suspended_at is null and old.email_confirmed_at is not null
    and (new.role <> 'ADMIN' or new.closed_at is not null or new.suspended_at is not null))
  execute function account_last_admin();
-- those who work here, by name
create index account_staff on account (role, display_name) where role <> 'VOLUNTEER';
