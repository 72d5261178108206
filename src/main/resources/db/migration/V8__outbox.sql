-- A message leaves once, and never after it is useful. RECORDED: no server was set, it went nowhere.
create table outbox_message (
  id              bigint generated always as identity primary key,
  dedup_key       varchar(160) not null unique,
  channel         varchar(10)  not null check (channel in ('EMAIL', 'SMS')),
  -- what is personal is forgotten once the message is settled; links that act are in the body
  recipient       varchar(254),
  subject         varchar(200),
  body_text       text,
  body_html       text,
  calendar        text,
  status          varchar(10)  not null check (status in ('PENDING', 'SENT', 'RECORDED', 'EXPIRED', 'FAILED')),
  attempts        integer      not null default 0,
  -- also the end of the lease of the node that is sending it
  next_attempt_at timestamptz  not null,
  not_after       timestamptz  not null,
  last_error      varchar(300),
  created_at      timestamptz  not null,
  settled_at      timestamptz,
  check ((status = 'PENDING') = (settled_at is null)),
  check (status <> 'PENDING' or (recipient is not null and body_text is not null))
);
create index outbox_message_pending on outbox_message (next_attempt_at) where status = 'PENDING';
create index outbox_message_created on outbox_message (created_at, status);
create index outbox_message_unsent on outbox_message (created_at) where status in ('FAILED', 'EXPIRED');
create index outbox_message_body on outbox_message (settled_at) where settled_at is not null and body_text is not null;
create index outbox_message_recipient on outbox_message (settled_at)
  where settled_at is not null and recipient is not null;
