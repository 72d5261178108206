-- What an address is known by once it is forgotten: capitals do not count.
create function address_hash(email text) returns varchar(64) language sql immutable strict parallel safe
  return encode(sha256(convert_to(lower(email), 'UTF8')), 'hex');

-- A call for solidarity: doctors are asked by mail to take half-days of a zone within a period.
create table campaign (
  id         bigint generated always as identity primary key,
  zone       char(9)       not null references intercommunalite,
  first_day  date          not null,
  last_day   date          not null,
  -- how many half-days are needed: the call ends when so many of its half-days are taken
  wanted     smallint      not null check (wanted between 1 and 500),
  audiences  varchar(20)[] not null
    check (cardinality(audiences) > 0 and audiences <@ array['ACTIVE', 'FILE_IN_PROGRESS', 'RETIRED', 'LIST']::varchar[]),
  -- how far doctors we know practise from a site of the call
  within_km  smallint      not null check (within_km between 1 and 500),
  -- whence the addresses of a list come; every mail to them says it
  source     varchar(200),
  subject    varchar(120)  not null,
  body       varchar(4000) not null,
  status     varchar(10)   not null check (status in ('DRAFT', 'RUNNING', 'MET', 'STOPPED', 'OVER')),
  created_by bigint        not null references account,
  created_at timestamptz   not null,
  started_at timestamptz,
  -- when the next doctors are written to
  look_at    timestamptz,
  ended_at   timestamptz,
  -- a call whose need was met, and is not any more, goes on as one call and no more
  resumes    bigint        unique references campaign,
  version    integer       not null default 0,
  check (first_day <= last_day and last_day <= first_day + 366),
  check (('LIST' = any (audiences)) = (source is not null)),
  check ((status = 'DRAFT') = (started_at is null) and (started_at is null) = (look_at is null)),
  check ((status in ('MET', 'STOPPED', 'OVER')) = (ended_at is not null))
);
create index campaign_zone on campaign (zone);
create index campaign_created_by on campaign (created_by);
create index campaign_due on campaign (look_at) where status = 'RUNNING';
create index campaign_met on campaign (last_day) where status = 'MET';
create index campaign_ended on campaign (ended_at) where ended_at is not null;

-- A draft is sent once, and what has ended does not begin again.
create function campaign_goes_on() returns trigger language plpgsql as $$
begin
  if new.status = 'DRAFT' or old.status not in ('DRAFT', 'RUNNING') then
    raise exception 'call % does not go from % to %', new.id, old.status, new.status
      using errcode = 'check_violation', constraint = 'campaign_goes_on';
  end if;
  return new;
end $$;
create trigger campaign_goes_on before update of status on campaign
  for each row when (new.status <> old.status) execute function campaign_goes_on();

-- The half-days a call asks for: those that were open when it began, or have been opened since.
create table campaign_half_day (
  campaign_id bigint not null references campaign on delete cascade,
  slot_id     bigint not null references half_day_slot on delete cascade,
  primary key (campaign_id, slot_id)
);
create index campaign_half_day_slot on campaign_half_day (slot_id);

-- Calls whose need was met, until doctors gave half-days back: how many are missing, and until when some may be taken.
create view campaign_unmet as
  select * from (
    select c.id, c.zone, c.first_day, c.last_day,
      c.wanted - (select count(*) from campaign_half_day d join half_day_slot h on h.id = d.slot_id
        where d.campaign_id = c.id and h.status = 'TAKEN') as missing,
      (select max((h.day + h.starts_at) at time zone 'Europe/Paris') from half_day_slot h
        join consultation_site s on s.id = h.site_id and s.zone = c.zone and s.status = 'OPEN'
        where h.status = 'OPEN' and h.day between c.first_day and c.last_day) as open_until
    from campaign c
    where c.status = 'MET'
      and not exists (select from campaign n where n.resumes = c.id and n.status <> 'DRAFT')) met
  where missing > 0;

-- The addresses of a list, until the call begins; then they are invitations.
create table campaign_address (
  campaign_id bigint       not null references campaign on delete cascade,
  email_hash  varchar(64)  not null,
  email       varchar(254) not null,
  primary key (campaign_id, email_hash),
  check (email_hash = address_hash(email))
);

-- Whoever never wants to be called again. Of an address nothing is kept but what recognises it.
create table campaign_refusal (
  email_hash   varchar(64) primary key,
  volunteer_id bigint      references volunteer,
  said_at      timestamptz not null
);
create index campaign_refusal_volunteer on campaign_refusal (volunteer_id) where volunteer_id is not null;

-- Who is called, and what they answer. Somebody is called once, whatever the double clicks and the nodes.
create table campaign_invitation (
  id           bigint generated always as identity primary key,
  campaign_id  bigint           not null references campaign on delete cascade,
  -- a doctor we know; the address is then that of the account
  volunteer_id bigint           references volunteer,
  -- an address of a list
  email        varchar(254),
  email_hash   varchar(64),
  audience     varchar(20)      not null check (audience in ('ACTIVE', 'FILE_IN_PROGRESS', 'RETIRED', 'LIST')),
  km           double precision check (km >= 0),
  -- why they are not written to
  left_out     varchar(20)
    check (left_out in ('NEVER', 'GONE', 'ASKED', 'CAP_REACHED', 'ELSEWHERE', 'TOO_RECENT', 'TOO_MANY')),
  secret_hash  varchar(64)      unique,
  written_at   timestamptz,
  -- until when they are left in peace by all calls
  rest_until   timestamptz,
  -- which of the three calls it is that anybody may get within ninety days, and until when it counts
  place        smallint         check (place between 1 and 3),
  counts_until timestamptz,
  answer       varchar(10)      not null default 'OPEN'
    check (answer in ('OPEN', 'YES', 'INTERESTED', 'NOT_NOW', 'NEVER')),
  answered_at  timestamptz,
  forgotten_at timestamptz,
  check ((answer = 'OPEN') = (answered_at is null)),
  check ((written_at is null) = (rest_until is null) and written_at < rest_until),
  check ((written_at is null) = (place is null)),
  check ((written_at is null) = (counts_until is null)),
  -- ninety days, of which one may have an hour less
  check (counts_until - written_at >= interval '89 days 23 hours'),
  check (written_at is null or left_out is null),
  check (volunteer_id is null or email is null),
  check (left_out is not null or forgotten_at is not null
    or (email_hash is not null and (volunteer_id is not null or email is not null))),
  check (forgotten_at is null or (volunteer_id is null and email is null)),
  constraint campaign_invitation_once unique (campaign_id, email_hash),
  constraint campaign_invitation_once_each unique (campaign_id, volunteer_id),
  -- nobody is written to while they are left in peace
  constraint campaign_invitation_rest exclude using gist
    (email_hash with =, tstzrange(written_at, rest_until) with &&) where (written_at is not null),
  constraint campaign_invitation_rest_each exclude using gist
    (volunteer_id with =, tstzrange(written_at, rest_until) with &&) where (written_at is not null),
  -- at most three calls in ninety days: a fourth would find each place occupied
  constraint campaign_invitation_few exclude using gist
    (email_hash with =, place with =, tstzrange(written_at, counts_until) with &&) where (written_at is not null),
  constraint campaign_invitation_few_each exclude using gist
    (volunteer_id with =, place with =, tstzrange(written_at, counts_until) with &&) where (written_at is not null)
);
create index campaign_invitation_hash on campaign_invitation (email_hash, written_at);
create index campaign_invitation_volunteer on campaign_invitation (volunteer_id, written_at);
create index campaign_invitation_waiting on campaign_invitation (campaign_id, km, id)
  where written_at is null and left_out is null;

-- Nobody is written to who said never again, nor for a call that has ended.
create function campaign_invitation_allowed() returns trigger language plpgsql as $$
begin
  perform 1 from campaign where id = new.campaign_id and status = 'RUNNING' for share;
  if not found then
    raise exception 'call % is not running', new.campaign_id
      using errcode = 'check_violation', constraint = 'campaign_invitation_while_running';
  end if;
  if exists (select from campaign_refusal r where r.email_hash = new.email_hash or r.volunteer_id = new.volunteer_id) then
    raise exception 'invitation % is to somebody who wants none', new.id
      using errcode = 'check_violation', constraint = 'campaign_invitation_not_refused';
  end if;
  return new;
end $$;
create trigger campaign_invitation_written before update of written_at on campaign_invitation
  for each row when (new.written_at is not null and old.written_at is null)
  execute function campaign_invitation_allowed();
create trigger campaign_invitation_born_written before insert on campaign_invitation
  for each row when (new.written_at is not null) execute function campaign_invitation_allowed();

-- The dates of whoever would come and may not yet: their file is not complete, or they have none.
create table campaign_interest (
  invitation_id bigint not null references campaign_invitation on delete cascade,
  slot_id       bigint not null references half_day_slot on delete cascade,
  primary key (invitation_id, slot_id)
);
create index campaign_interest_slot on campaign_interest (slot_id);

-- Where whoever never wants such a message again says so with one press (RFC 8058); forgotten with the body.
alter table outbox_message add column unsubscribe varchar(300);
