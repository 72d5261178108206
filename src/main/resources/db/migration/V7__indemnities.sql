-- What is owed for a half-day that was held: paid by the CPAM, prepared here.
create table indemnity_statement (
  id           bigint generated always as identity primary key,
  volunteer_id bigint      not null references volunteer,
  month        date        not null check (extract(day from month) = 1),
  closed_at    timestamptz,
  unique (volunteer_id, month)
);

create table indemnity_line (
  id           bigint generated always as identity primary key,
  statement_id bigint      not null references indemnity_statement,
  slot_id      bigint      not null references half_day_slot,
  volunteer_id bigint      not null references volunteer,
  day          date        not null,
  period       varchar(10) not null check (period in ('MORNING', 'AFTERNOON')),
  amount_cents integer     not null check (amount_cents > 0),
  confirmed_by bigint      not null references account,
  confirmed_at timestamptz not null,
  constraint indemnity_line_paid_once unique (volunteer_id, day, period)
);
create index indemnity_line_statement on indemnity_line (statement_id);
create index indemnity_line_slot on indemnity_line (slot_id);
create index indemnity_line_confirmed_by on indemnity_line (confirmed_by);

create function indemnity_statement_immutable() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null then
    raise exception 'statement % is closed', old.id using errcode = 'check_violation',
      constraint = 'indemnity_statement_immutable';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger indemnity_statement_immutable before update or delete on indemnity_statement
  for each row execute function indemnity_statement_immutable();

create function indemnity_line_immutable() returns trigger language plpgsql as $$
declare
  touched bigint[] := case tg_op when 'INSERT' then array[new.statement_id]
    when 'DELETE' then array[old.statement_id] else array[old.statement_id, new.statement_id] end;
begin
  perform 1 from indemnity_statement s where s.id = any (touched) order by s.id for share;
  if exists (select 1 from indemnity_statement s where s.id = any (touched) and s.closed_at is not null) then
    raise exception 'statement is closed' using errcode = 'check_violation',
      constraint = 'indemnity_statement_immutable';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger indemnity_line_immutable before insert or update or delete on indemnity_line
  for each row execute function indemnity_line_immutable();
