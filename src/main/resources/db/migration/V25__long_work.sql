-- Work that takes longer than a page may: how far it is, on whichever node it runs.
create table long_work (
  id         bigint       generated always as identity primary key,
  kind       varchar(60)  not null,
  started_by bigint       not null references account,
  started_at timestamptz  not null,
  status     varchar(10)  not null default 'RUNNING' check (status in ('RUNNING', 'DONE', 'STOPPED', 'FAILED')),
  -- how much there is to do, once known
  total      integer      check (total >= 0),
  done       integer      not null default 0 check (done >= 0),
  -- the node that does it says so now and then; silent for long, it is gone
  beat_at    timestamptz  not null,
  stop_asked boolean      not null default false,
  ended_at   timestamptz,
  -- where the result is to be seen
  result     varchar(300) check (result like '/%'),
  -- why it failed, for whoever started it
  failure    varchar(500),
  check ((status = 'RUNNING') = (ended_at is null)),
  check ((status = 'DONE') = (result is not null)),
  check (failure is null or status = 'FAILED')
);
create index long_work_started_by on long_work (started_by);
