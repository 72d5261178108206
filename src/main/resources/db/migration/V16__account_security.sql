-- A closed account keeps its number, for what it once did; its address and its name are gone.
alter table account add column closed_at timestamptz;
create index account_closed on account (closed_at) where closed_at is not null;

alter table account_link drop constraint account_link_purpose_check;
alter table account_link add constraint account_link_purpose_check
  check (purpose in ('CONFIRM_EMAIL', 'RESET_PASSWORD', 'SIGN_IN', 'DROP_SECOND_FACTOR'));

-- Each carries two secrets: the new address confirms, the old one stops or undoes. Only their hashes are kept.
create table email_change (
  id           bigint generated always as identity primary key,
  account_id   bigint       not null references account on delete cascade,
  old_email    varchar(254) not null,
  new_email    varchar(254) not null,
  confirm_hash varchar(64)  not null unique,
  stop_hash    varchar(64)  not null unique,
  requested_at timestamptz  not null,
  confirmed_at timestamptz,
  stopped_at   timestamptz,
  check (lower(old_email) <> lower(new_email))
);
create index email_change_account on email_change (account_id, requested_at);
create index email_change_requested on email_change (requested_at);
-- of an account's changes one waits at most
create unique index email_change_waiting on email_change (account_id) where confirmed_at is null and stopped_at is null;

create table second_factor (
  account_id    bigint      primary key references account on delete cascade,
  kind          varchar(10) not null check (kind in ('APP', 'EMAIL')),
  -- what the application on the phone shares with us, encrypted where a key is set
  secret        varchar(200),
  -- the thirty seconds of the last code taken: no code serves twice
  last_counter  bigint      not null default 0,
  turned_on_at  timestamptz not null,
  failures      integer     not null default 0 check (failures >= 0),
  failing_since timestamptz,
  check ((kind = 'APP') = (secret is not null)),
  check ((failures = 0) = (failing_since is null))
);

create table recovery_code (
  account_id bigint      not null references second_factor on delete cascade,
  code_hash  char(64)    not null,
  used_at    timestamptz,
  primary key (account_id, code_hash)
);

create table sign_in (
  id         bigint generated always as identity primary key,
  account_id bigint      not null references account on delete cascade,
  tried_at   timestamptz not null,
  means      varchar(20) not null check (means in ('PASSWORD', 'CODE', 'RECOVERY_CODE', 'LINK')),
  succeeded  boolean     not null,
  browser    varchar(20) not null,
  device     varchar(20) not null,
  -- never a whole address: the last part of it is cut off
  network    cidr check (masklen(network) = case family(network) when 4 then 24 else 48 end)
);
create index sign_in_account on sign_in (account_id, tried_at);
create index sign_in_tried on sign_in (tried_at);
