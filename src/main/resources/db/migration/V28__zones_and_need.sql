-- Who a row belongs to: what the reference files say is written again each time they change; what agents brought or
-- changed (AGENCY) is theirs, and no file touches it.
alter table departement
  add column origin varchar(10) not null default 'REFERENCE' check (origin in ('REFERENCE', 'AGENCY'));
alter table intercommunalite
  add column origin varchar(10) not null default 'REFERENCE' check (origin in ('REFERENCE', 'AGENCY')),
  -- where its populations come from, when not from the reference files
  add column population_source varchar(120),
  -- a list of zones brings neither surface nor contour, and not always a place
  alter column surface_km2 drop not null,
  alter column latitude drop not null,
  alter column longitude drop not null,
  alter column contour drop not null,
  alter column priority set default false,
  add check ((latitude is null) = (longitude is null));
alter table commune
  add column origin varchar(10) not null default 'REFERENCE' check (origin in ('REFERENCE', 'AGENCY'));
create index commune_of_agency on commune (insee) where origin = 'AGENCY';

-- When the scheme applies to a zone. intercommunalite.priority says the same for today: it is written by each act and
-- every night after midnight (territory.zoning.ZonePeriods).
create table zone_priority (
  id          bigint      generated always as identity primary key,
  siren       char(9)     not null references intercommunalite on delete cascade,
  -- its first day; absent when it already was a priority zone before the application knew it
  starts_on   date,
  -- the first day it no longer is one; absent while no end is known
  ends_on     date,
  declared_by bigint      references account,
  declared_at timestamptz,
  ended_by    bigint      references account,
  ended_at    timestamptz,
  check (starts_on < ends_on),
  check (ended_at is null or ends_on is not null),
  constraint zone_priority_no_overlap exclude using gist (siren with =, daterange(starts_on, ends_on) with &&)
);
create index zone_priority_siren on zone_priority (siren);
create index zone_priority_declared_by on zone_priority (declared_by);
create index zone_priority_ended_by on zone_priority (ended_by);
insert into zone_priority (siren) select siren from intercommunalite where priority;

-- A half-day is offered on a day on which the scheme applies to the zone. half_day_slot_allowed, which runs before,
-- holds a share lock on the zone: whoever ends the zone waits for it, or is waited for.
create function half_day_slot_in_scheme() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or new.site_id <> old.site_id or new.day <> old.day or old.status = 'CLOSED' then
    perform 1 from consultation_site s join zone_priority p on p.siren = s.zone
      where s.id = new.site_id and daterange(p.starts_on, p.ends_on) @> new.day;
    if not found then
      raise exception 'the zone of site % is no priority zone on %', new.site_id, new.day
        using errcode = 'check_violation', constraint = 'half_day_slot_in_scheme';
    end if;
  end if;
  return new;
end $$;
create trigger half_day_slot_in_scheme before insert or update on half_day_slot
  for each row when (new.status <> 'CLOSED') execute function half_day_slot_in_scheme();

-- The other way round: a zone ends only once nobody is expected there any more.
create function zone_priority_half_days() returns trigger language plpgsql as $$
begin
  perform 1 from intercommunalite where siren = old.siren for update;
  if exists (select from consultation_site s join half_day_slot h on h.site_id = s.id
      where s.zone = old.siren and h.status <> 'CLOSED' and daterange(old.starts_on, old.ends_on) @> h.day
        and not exists (select from zone_priority p
          where p.siren = old.siren and daterange(p.starts_on, p.ends_on) @> h.day)) then
    raise exception 'half-days are still offered in zone % after its end', old.siren
      using errcode = 'check_violation', constraint = 'zone_priority_half_days';
  end if;
  return null;
end $$;
create trigger zone_priority_half_days after update or delete on zone_priority
  for each row execute function zone_priority_half_days();

-- How many times the list of zones has changed: its one row is locked by whoever changes the list, and tells an import
-- that what it announced is no longer what it would do.
create table zone_list (
  only_row boolean primary key default true check (only_row),
  edition  bigint  not null default 0
);
insert into zone_list default values;

-- A file an agent brought, read and judged, of which nothing is done before it is applied.
create table territory_import (
  id          bigint       generated always as identity primary key,
  kind        varchar(10)  not null check (kind in ('ZONES', 'NEED')),
  file_names  varchar(250) not null,
  -- the names of columns that were not understood
  ignored     varchar(500) not null,
  -- what whoever brought it sees: lines outside are refused; absent for the whole country
  perimeter   varchar(3),
  -- the list is complete: zones of the perimeter it does not name are retired
  complete    boolean      not null default false,
  -- from when, where a line does not say
  starts_on   date         not null,
  -- what it was judged against: the edition of the list of zones, or the last value of need known
  edition     bigint       not null,
  status      varchar(10)  not null default 'READ' check (status in ('READ', 'APPLIED', 'DROPPED')),
  created_by  bigint       references account,
  created_at  timestamptz  not null,
  ended_by    bigint       references account,
  ended_at    timestamptz,
  check ((status = 'READ') = (ended_at is null))
);
create index territory_import_created_by on territory_import (created_by);
create index territory_import_ended_by on territory_import (ended_by);

create table territory_import_line (
  import_id bigint       not null references territory_import on delete cascade,
  -- the place of the line in its file, as a text editor counts
  file      smallint     not null,
  number    integer      not null,
  outcome   varchar(10)  not null check (outcome in ('ACCEPTED', 'UNCHANGED', 'CORRECTED', 'REFUSED')),
  -- why it is refused, and which cell: the key of a sentence and what it quotes
  reason    varchar(40),
  quoted    varchar(200),
  siren     char(9),
  label     varchar(160),
  -- what it changes of something known
  change    varchar(500),
  -- what was read, for whoever applies it
  content   jsonb,
  primary key (import_id, file, number),
  check ((outcome = 'REFUSED') = (reason is not null)),
  check ((outcome = 'REFUSED') = (content is null))
);
create index territory_import_line_outcome on territory_import_line (import_id, outcome, file, number);

-- The five national criteria of a zone, each value with its year and source. A new value is a new row: what was known
-- before stays. A row without a value says that the one before was withdrawn.
create table zone_need (
  id          bigint        generated always as identity primary key,
  siren       char(9)       not null references intercommunalite,
  criterion   varchar(20)   not null check (criterion in ('ACCESS', 'YOUNG_DOCTORS', 'LONG_ILLNESS', 'EMERGENCY',
                'LIVING_STANDARD')),
  value       numeric(10,2) check (value >= 0),
  year        smallint      check (year between 1990 and 2100),
  source      varchar(200)  not null,
  recorded_by bigint        references account,
  recorded_at timestamptz   not null,
  check ((value is null) = (year is null))
);
create index zone_need_latest on zone_need (siren, criterion, id desc);
create index zone_need_recorded_by on zone_need (recorded_by);

create function zone_need_stays() returns trigger language plpgsql as $$
begin
  raise exception 'values of need are added, never altered'
    using errcode = 'check_violation', constraint = 'zone_need_stays';
end $$;
create trigger zone_need_stays before update or delete on zone_need
  for each row execute function zone_need_stays();

-- How much each criterion counts, in parts of a hundred: those of a region, or of the whole country where it is absent.
-- The latest row counts.
create table need_weights (
  id              bigint      generated always as identity primary key,
  region          varchar(3)  references region,
  access          smallint    not null check (access >= 0),
  young_doctors   smallint    not null check (young_doctors >= 0),
  long_illness    smallint    not null check (long_illness >= 0),
  emergency       smallint    not null check (emergency >= 0),
  living_standard smallint    not null check (living_standard >= 0),
  recorded_by     bigint      references account,
  recorded_at     timestamptz not null,
  check (access + young_doctors + long_illness + emergency + living_standard = 100)
);
create index need_weights_region on need_weights (region, id desc);
create index need_weights_recorded_by on need_weights (recorded_by);
