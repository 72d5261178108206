create table half_day_slot (
  id           bigint generated always as identity primary key,
  site_id      bigint      not null references consultation_site,
  day          date        not null,
  period       varchar(10) not null check (period in ('MORNING', 'AFTERNOON')),
  room         smallint    not null check (room >= 1),
  starts_at    time        not null,
  ends_at      time        not null,
  status       varchar(10) not null check (status in ('OPEN', 'TAKEN', 'CLOSED')),
  volunteer_id bigint      references volunteer,
  month        date        not null generated always as (day - (extract(day from day)::integer - 1)) stored,
  rank         smallint    check (rank between 1 and 4),
  taken_at     timestamptz,
  opened_at    timestamptz not null,
  version      integer     not null default 0,
  check (starts_at < ends_at),
  check ((status = 'TAKEN') = (volunteer_id is not null)),
  check ((volunteer_id is null) = (rank is null)),
  check ((volunteer_id is null) = (taken_at is null)),
  -- a room is used once per half-day
  constraint half_day_slot_one_per_room unique (site_id, day, period, room),
  -- two days, that is four half-days, per volunteer per calendar month
  constraint half_day_slot_monthly_cap unique (volunteer_id, month, rank),
  -- a volunteer is in one place per half-day
  constraint half_day_slot_one_place unique (volunteer_id, day, period)
);
create index half_day_slot_open on half_day_slot (month, day, site_id) where status = 'OPEN';
create index half_day_slot_taken on half_day_slot (site_id, day) where status = 'TAKEN';
create index half_day_slot_day on half_day_slot (day);

-- What SQL can say of "only an open site in a priority zone offers a half-day, and only a volunteer whose
-- file is complete takes one". The share locks make it hold against a suspension in another transaction.
create function half_day_slot_allowed() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or new.site_id <> old.site_id or (new.status <> 'CLOSED' and old.status = 'CLOSED') then
    perform 1 from consultation_site s join intercommunalite z on z.siren = s.zone
      where s.id = new.site_id and s.status = 'OPEN' and z.priority and new.room <= s.rooms
      for share of s, z;
    if not found then
      raise exception 'half-day % of site % is not offered by an open site of a priority zone', new.day, new.site_id
        using errcode = 'check_violation', constraint = 'half_day_slot_open_site';
    end if;
  end if;
  if new.volunteer_id is not null
      and (tg_op = 'INSERT' or new.volunteer_id is distinct from old.volunteer_id) then
    perform 1 from volunteer v where v.id = new.volunteer_id and v.file_status = 'ACTIVE' for share;
    if not found then
      raise exception 'volunteer % is not active', new.volunteer_id
        using errcode = 'check_violation', constraint = 'half_day_slot_active_volunteer';
    end if;
  end if;
  return new;
end $$;
create trigger half_day_slot_allowed before insert or update on half_day_slot
  for each row execute function half_day_slot_allowed();
