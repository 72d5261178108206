create function luhn_holds(digits text) returns boolean language sql immutable strict parallel safe as $$
  select sum(case when (length(digits) - i) % 2 = 0 then d when d * 2 > 9 then d * 2 - 9 else d * 2 end) % 10 = 0
  from (select i, substr(digits, i, 1)::int as d from generate_series(1, length(digits)) i) each
$$;

create table volunteer (
  id             bigint generated always as identity primary key,
  account_id     bigint       not null unique references account,
  given_name     varchar(80)  not null,
  family_name    varchar(80)  not null,
  -- both names in the folded spelling that searches use
  folded         varchar(200) not null,
  rpps           varchar(11)    not null unique check (rpps ~ '^[0-9]{11}$' and luhn_holds(rpps)),
  mobile         varchar(16)  not null,
  commune        char(5)      not null references commune,
  practice       varchar(30)  not null check (practice in ('LIBERAL_INSTALLE', 'REMPLACANT', 'SALARIE', 'RETRAITE_CUMUL', 'AUTRE')),
  secteur        varchar(30)  not null check (secteur in ('SECTEUR_1', 'SECTEUR_2', 'SECTEUR_2_OPTAM', 'NON_CONVENTIONNE', 'SANS_OBJET')),
  file_status    varchar(20)  not null check (file_status in ('SUBMITTED', 'ACTIVE', 'REFUSED', 'SUSPENDED', 'WITHDRAWN')),
  refusal_reason varchar(500),
  submitted_at   timestamptz  not null,
  decided_at     timestamptz,
  decided_by     bigint       references account,
  version        integer      not null default 0,
  check (file_status <> 'REFUSED' or refusal_reason is not null)
);
create index volunteer_folded on volunteer using gin (folded gin_trgm_ops);
create index volunteer_commune on volunteer (commune);
create index volunteer_decided_by on volunteer (decided_by);
create index volunteer_file_status on volunteer (file_status, submitted_at);
