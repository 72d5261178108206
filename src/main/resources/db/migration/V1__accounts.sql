create table account (
  id                 bigint generated always as identity primary key,
  email              varchar(254) not null,
  password_hash      varchar(200) not null,
  role               varchar(20)  not null check (role in ('ADMIN', 'AGENT', 'VOLUNTEER', 'HOST', 'REGULATOR')),
  display_name       varchar(160) not null,
  departement        varchar(3),
  locale             varchar(5)   not null default 'fr',
  email_confirmed_at timestamptz,
  suspended_at       timestamptz,
  created_at         timestamptz  not null,
  -- only an agent's sight is narrowed to a department
  check (departement is null or role = 'AGENT')
);
create unique index account_email on account (lower(email));

-- A link that acts carries a secret for one purpose; only its hash is kept.
create table account_link (
  secret_hash char(64)    primary key,
  account_id  bigint      not null references account on delete cascade,
  purpose     varchar(20) not null check (purpose in ('CONFIRM_EMAIL', 'RESET_PASSWORD')),
  expires_at  timestamptz not null,
  used_at     timestamptz
);
create index account_link_account on account_link (account_id);
