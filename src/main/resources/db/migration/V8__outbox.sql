-- A message leaves once, and never after it is useful.
create table outbox_message (
  id              bigint generated always as identity primary key,
  dedup_key       varchar(160) not null unique,
  channel         varchar(10)  not null check (channel in ('EMAIL', 'SMS')),
  recipient       varchar(254) not null,
  subject         varchar(200),
  body_text       text         not null,
  body_html       text,
  calendar        text,
  status          varchar(10)  not null check (status in ('PENDING', 'SENT', 'EXPIRED', 'FAILED')),
  attempts        integer      not null default 0,
  next_attempt_at timestamptz  not null,
  not_after       timestamptz  not null,
  last_error      varchar(300),
  created_at      timestamptz  not null,
  settled_at      timestamptz,
  check ((status = 'PENDING') = (settled_at is null))
);
create index outbox_message_pending on outbox_message (next_attempt_at) where status = 'PENDING';
create index outbox_message_created on outbox_message (created_at);
