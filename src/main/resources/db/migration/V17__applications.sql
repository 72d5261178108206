-- What a doctor answered to join, besides what is on the volunteer's row: the agency reads it when it decides. It
-- lasts as long as the file.
create table volunteer_application (
  volunteer_id     bigint      primary key references volunteer on delete cascade,
  -- the department whose council of the Ordre registers the doctor: anywhere in France, so no key
  cdom             varchar(3)  not null check (cdom ~ '^[0-9][0-9AB]$|^9[78][0-9]$'),
  -- null: general practice
  specialty        varchar(80),
  fragile_zone     boolean     not null,
  insurer_informed boolean     not null,
  -- SIREN numbers, without a key: a zone that leaves the list takes no wish along
  zones            varchar(9)[] not null,
  max_km           smallint    check (max_km > 0),
  weekdays         varchar(9)[] not null,
  start            varchar(20) not null check (start in ('AT_ONCE', 'IN_TWO_MONTHS', 'LATER'))
);

-- An application that is not sent yet: step after step, and only for some weeks. Once sent, who it was goes to the
-- volunteer's file and only the row stays here, so that an old link says what has become of it.
create table volunteer_draft (
  id               bigint generated always as identity primary key,
  given_name       varchar(80),
  family_name      varchar(80),
  rpps             varchar(11)  check (rpps ~ '^[0-9]{11}$' and luhn_holds(rpps)),
  email            varchar(254),
  mobile           varchar(16),
  commune          char(5)      references commune,
  practice         varchar(30)  check (practice in ('LIBERAL_INSTALLE', 'REMPLACANT', 'SALARIE', 'RETRAITE_CUMUL', 'AUTRE')),
  secteur          varchar(30)  check (secteur in ('SECTEUR_1', 'SECTEUR_2', 'SECTEUR_2_OPTAM', 'NON_CONVENTIONNE', 'SANS_OBJET')),
  cdom             varchar(3)   check (cdom ~ '^[0-9][0-9AB]$|^9[78][0-9]$'),
  specialty        varchar(80),
  fragile_zone     boolean,
  insurer_informed boolean,
  zones            varchar(9)[],
  max_km           smallint     check (max_km > 0),
  weekdays         varchar(9)[],
  start            varchar(20)  check (start in ('AT_ONCE', 'IN_TWO_MONTHS', 'LATER')),
  locale           varchar(5)   not null,
  started_at       timestamptz  not null,
  touched_at       timestamptz  not null,
  expires_at       timestamptz  not null,
  reminders        smallint     not null default 0 check (reminders between 0 and 2),
  reminded_at      timestamptz,
  sent_at          timestamptz,
  version          integer      not null default 0,
  -- the first step is done, or all of it is sent and forgotten here
  check ((sent_at is null) = (email is not null)),
  check ((given_name is null) = (email is null) and (family_name is null) = (email is null)
    and (rpps is null) = (email is null) and (mobile is null) = (email is null)),
  -- each other step is done as a whole
  check ((commune is null) = (practice is null) and (commune is null) = (secteur is null)
    and (commune is null) = (cdom is null) and (commune is null) = (fragile_zone is null)
    and (commune is null) = (insurer_informed is null)),
  check ((start is null) = (zones is null) and (start is null) = (weekdays is null)),
  check (sent_at is null or (commune is null and start is null))
);
create index volunteer_draft_email on volunteer_draft (lower(email));
create index volunteer_draft_commune on volunteer_draft (commune);
create index volunteer_draft_expires on volunteer_draft (expires_at);
create index volunteer_draft_touched on volunteer_draft (touched_at) where sent_at is null;

-- How somebody comes back to their draft: a link sent by e-mail, or the cookie of a browser. Only hashes are kept.
create table volunteer_draft_secret (
  secret_hash char(64) primary key,
  draft_id    bigint   not null references volunteer_draft on delete cascade,
  -- a link is only ever sent to the address; a browser is proven once it came by a link
  kind        varchar(10) not null check (kind in ('LINK', 'BROWSER')),
  proven      boolean  not null,
  check (kind = 'BROWSER' or proven)
);
create index volunteer_draft_secret_draft on volunteer_draft_secret (draft_id);

-- The doctors of the « annuaire santé », as the open extract has them.
create table directory_doctor (
  rpps        varchar(11) primary key check (rpps ~ '^[0-9]{11}$'),
  given_name  text        not null,
  family_name text        not null,
  skills      text[]      not null
);
-- Which extract they come from: one row, or none when none was ever imported.
create table directory_extract (
  single      boolean     primary key default true check (single),
  name        text        not null,
  day         date        not null,
  doctors     integer     not null,
  imported_at timestamptz not null
);
