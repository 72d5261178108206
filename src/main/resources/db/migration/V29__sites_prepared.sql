-- Life cycle ------------------------------------------------------------------------------------------------------
alter table consultation_site drop constraint consultation_site_status_check;
alter table consultation_site add constraint consultation_site_status_check
  check (status in ('IDENTIFIED', 'PREPARING', 'READY', 'OPEN', 'SUSPENDED', 'CLOSED'));
-- since when the site stands where it stands
alter table consultation_site add column status_since timestamptz not null default now();
update consultation_site set status_since = created_at;

-- How a site came to stand where it stands. The author is an account that may be gone, null for the machine.
create table site_move (
  id          bigint generated always as identity primary key,
  site_id     bigint      not null references consultation_site on delete cascade,
  from_status varchar(20),
  to_status   varchar(20) not null,
  author_id   bigint,
  moved_at    timestamptz not null,
  check (from_status is null or from_status <> to_status)
);
create index site_move_site on site_move (site_id, id);

-- Readiness -------------------------------------------------------------------------------------------------------
-- One line of a site's checklist, once somebody wrote on it. What the description of the site says already is not
-- asked: see site_preparation.
create table site_readiness (
  site_id     bigint      not null references consultation_site on delete cascade,
  item        varchar(20) not null check (item in ('ROOM', 'TABLE', 'CARD_READER', 'SOFTWARE', 'INTERNET', 'ACCESS',
                'CONTACT', 'KEYS', 'SECRETARY', 'LODGING')),
  state       varchar(12) not null check (state in ('TODO', 'IN_PROGRESS', 'READY', 'NOT_NEEDED')),
  party       varchar(10) not null check (party in ('AGENCY', 'SITE', 'COMMUNE')),
  responsible varchar(120),
  due         date,
  note        varchar(300),
  changed_by  bigint,
  changed_at  timestamptz not null,
  primary key (site_id, item),
  -- what every site must have is left out only for a reason
  check (state <> 'NOT_NEEDED' or item in ('SECRETARY', 'LODGING') or note is not null)
);

-- Welcome sheet ---------------------------------------------------------------------------------------------------
-- What the doctor who arrives reads. Keys and arrival, software and phone are the site's own columns. The secret of
-- the internet is never here, only who gives it.
create table site_welcome (
  site_id       bigint primary key references consultation_site on delete cascade,
  contact_name  varchar(120),
  contact_phone varchar(16),
  team          varchar(600),
  software_help varchar(600),
  card_reader   varchar(600),
  internet      varchar(300),
  lodging       varchar(600),
  pharmacy      varchar(300),
  laboratory    varchar(300),
  ambulance     varchar(300),
  emergency     varchar(300),
  bring         varchar(600),
  changed_by    bigint,
  changed_at    timestamptz not null,
  version       integer     not null default 0
);

-- The whole checklist of every site. "said": the description, or the welcome sheet, says it already.
create view site_preparation as
  select s.id as site_id, i.item, i.place, i.required,
    case when d.said then 'READY' else coalesce(r.state, 'TODO') end as state, d.said,
    coalesce(r.party, i.party) as party, r.responsible, r.due, r.note, r.changed_at,
    i.required and not d.said and coalesce(r.state, 'TODO') not in ('READY', 'NOT_NEEDED') as missing
  from consultation_site s
  cross join (values (1, 'ROOM', true, 'SITE'), (2, 'TABLE', true, 'SITE'), (3, 'CARD_READER', true, 'AGENCY'),
    (4, 'SOFTWARE', true, 'SITE'), (5, 'INTERNET', true, 'COMMUNE'), (6, 'ACCESS', true, 'COMMUNE'),
    (7, 'CONTACT', true, 'SITE'), (8, 'KEYS', true, 'SITE'), (9, 'SECRETARY', false, 'SITE'),
    (10, 'LODGING', false, 'COMMUNE')) i (place, item, required, party)
  cross join lateral (select case i.item
    when 'TABLE' then exists (select from consultation_site_equipment e
      where e.site_id = s.id and e.equipment = 'EXAMINATION_TABLE')
    when 'CARD_READER' then exists (select from consultation_site_equipment e
      where e.site_id = s.id and e.equipment = 'CARD_READER')
    when 'INTERNET' then exists (select from consultation_site_equipment e
      where e.site_id = s.id and e.equipment = 'INTERNET')
    when 'SOFTWARE' then s.software is not null
    when 'ACCESS' then s.step_free and (s.parking is not null or exists (select from consultation_site_equipment e
      where e.site_id = s.id and e.equipment = 'PARKING'))
    when 'CONTACT' then exists (select from site_welcome w where w.site_id = s.id and w.contact_name is not null)
    when 'KEYS' then s.welcome_notes is not null
    when 'SECRETARY' then s.secretary
    when 'LODGING' then s.lodging
    else false end as said) d
  left join site_readiness r on r.site_id = s.id and r.item = i.item;

create function consultation_site_moved() returns trigger language plpgsql as $$
begin
  if (old.status, new.status) not in (('IDENTIFIED', 'PREPARING'), ('IDENTIFIED', 'CLOSED'), ('PREPARING', 'READY'),
      ('PREPARING', 'CLOSED'), ('READY', 'PREPARING'), ('READY', 'OPEN'), ('READY', 'CLOSED'), ('OPEN', 'SUSPENDED'),
      ('OPEN', 'CLOSED'), ('SUSPENDED', 'OPEN'), ('SUSPENDED', 'CLOSED')) then
    raise exception 'site % does not go from % to %', old.id, old.status, new.status
      using errcode = 'check_violation', constraint = 'consultation_site_life_cycle';
  end if;
  if (new.status = 'READY' or old.status = 'READY' and new.status = 'OPEN')
      and exists (select from site_preparation p where p.site_id = old.id and p.missing) then
    raise exception 'site % is not ready', old.id
      using errcode = 'check_violation', constraint = 'consultation_site_ready';
  end if;
  return new;
end $$;
create trigger consultation_site_moved before update of status on consultation_site
  for each row when (old.status is distinct from new.status) execute function consultation_site_moved();

-- Edits -----------------------------------------------------------------------------------------------------------
-- Who changed what of a site's description, field by field: an agent who saved later sees it.
create table site_edit (
  id        bigint generated always as identity primary key,
  site_id   bigint      not null references consultation_site on delete cascade,
  -- the version of the site that was changed
  version   integer     not null,
  author_id bigint,
  edited_at timestamptz not null
);
create index site_edit_site on site_edit (site_id, version);
create table site_edit_field (
  edit_id bigint        not null references site_edit on delete cascade,
  field   varchar(20)   not null,
  before  varchar(1000) not null,
  after   varchar(1000) not null,
  primary key (edit_id, field)
);

-- Needs the site publishes ----------------------------------------------------------------------------------------
-- How many half-days of help a site wishes for in a week; the board reads it. No row: the site has said nothing.
create table site_week_need (
  site_id    bigint      not null references consultation_site on delete cascade,
  monday     date        not null check (extract(isodow from monday) = 1),
  half_days  smallint    not null check (half_days between 1 and 40),
  note       varchar(300),
  said_by    bigint,
  said_at    timestamptz not null,
  primary key (site_id, monday)
);
create index site_week_need_monday on site_week_need (monday);

-- Days on which a site wants nobody: every half-day from from_day to until_day, both included, or only the mornings
-- or afternoons of them. The board reads it: nothing is missing there.
create table site_no_need (
  id        bigint generated always as identity primary key,
  site_id   bigint       not null references consultation_site on delete cascade,
  from_day  date         not null,
  until_day date         not null,
  period    varchar(10)  check (period in ('MORNING', 'AFTERNOON')),
  reason    varchar(300) not null,
  said_by   bigint,
  said_at   timestamptz  not null,
  check (from_day <= until_day and until_day <= from_day + 366),
  constraint site_no_need_once unique nulls not distinct (site_id, from_day, until_day, period)
);

-- Whoever says that nobody is wanted and whoever takes a half-day there wait for each other.
create function site_no_need_said() returns trigger language plpgsql as $$
begin
  perform 1 from consultation_site s where s.id = new.site_id for no key update;
  return new;
end $$;
create trigger site_no_need_said before insert or update on site_no_need
  for each row execute function site_no_need_said();

-- A doctor who hands their half-day to another doctor sends nobody more: only what is opened or taken is looked at.
create function half_day_slot_wanted() returns trigger language plpgsql as $$
begin
  perform 1 from consultation_site s where s.id = new.site_id for share;
  if exists (select from site_no_need n where n.site_id = new.site_id and new.day between n.from_day and n.until_day
      and (n.period is null or n.period = new.period)) then
    raise exception 'nobody is wanted at site % on %', new.site_id, new.day
      using errcode = 'check_violation', constraint = 'half_day_slot_wanted';
  end if;
  return new;
end $$;
create trigger half_day_slot_wanted_new before insert on half_day_slot
  for each row when (new.status <> 'CLOSED') execute function half_day_slot_wanted();
create trigger half_day_slot_wanted before update on half_day_slot
  for each row when (old.status = 'CLOSED' and new.status <> 'CLOSED'
    or old.volunteer_id is null and new.volunteer_id is not null)
  execute function half_day_slot_wanted();

-- Itinerant sites -------------------------------------------------------------------------------------------------
-- Where a médicobus stands on a half-day.
create table site_stop (
  id          bigint generated always as identity primary key,
  site_id     bigint       not null references consultation_site on delete cascade,
  day         date         not null,
  period      varchar(10)  not null check (period in ('MORNING', 'AFTERNOON')),
  commune     char(5)      not null references commune,
  address     varchar(160) not null,
  postal_code varchar(5)   not null check (postal_code ~ '^[0-9]{5}$'),
  latitude    double precision not null check (latitude between -90 and 90),
  longitude   double precision not null check (longitude between -180 and 180),
  version     integer      not null default 0,
  constraint site_stop_one unique (site_id, day, period)
);
create index site_stop_commune on site_stop (commune);
create index site_stop_place on site_stop (latitude, longitude);

-- A half-day of a médicobus takes place at that half-day's stop, and carries it as patients read it; null elsewhere.
alter table half_day_slot
  add column stop_id          bigint references site_stop on delete set null,
  add column stop_address     varchar(160),
  add column stop_postal_code varchar(5),
  add column stop_commune     varchar(5),
  add column stop_town        varchar(120),
  add column stop_latitude    double precision,
  add column stop_longitude   double precision,
  add check ((stop_address is null) = (stop_postal_code is null) and (stop_address is null) = (stop_commune is null)
    and (stop_address is null) = (stop_town is null) and (stop_address is null) = (stop_latitude is null)
    and (stop_address is null) = (stop_longitude is null) and (stop_id is null or stop_address is not null));
create index half_day_slot_stop on half_day_slot (stop_id) where stop_id is not null;

create function half_day_slot_stop() returns trigger language plpgsql as $$
declare
  itinerant boolean;
begin
  select s.kind = 'MEDICOBUS' into itinerant from consultation_site s where s.id = new.site_id for share;
  if itinerant then
    select t.id, t.address, t.postal_code, t.commune, c.nom, t.latitude, t.longitude
      into new.stop_id, new.stop_address, new.stop_postal_code, new.stop_commune, new.stop_town, new.stop_latitude,
        new.stop_longitude
      from site_stop t join commune c on c.insee = t.commune
      where t.site_id = new.site_id and t.day = new.day and t.period = new.period;
    if not found then
      raise exception 'site % stops nowhere on % %', new.site_id, new.day, new.period
        using errcode = 'check_violation', constraint = 'half_day_slot_stop';
    end if;
  end if;
  return new;
end $$;
create trigger half_day_slot_stop_new before insert on half_day_slot
  for each row when (new.status <> 'CLOSED') execute function half_day_slot_stop();
create trigger half_day_slot_stop before update on half_day_slot
  for each row when (old.status = 'CLOSED' and new.status <> 'CLOSED') execute function half_day_slot_stop();

-- A stop is in the zone of its site; it stays where it is once a doctor comes, and as long as a half-day is open it
-- stays at all.
create function site_stop_allowed() returns trigger language plpgsql as $$
begin
  -- the half-days before the site, as a doctor who takes one: of the two, one waits for the other
  if tg_op <> 'INSERT' then
    perform 1 from half_day_slot h where h.stop_id = old.id order by h.id for no key update;
  end if;
  perform 1 from consultation_site s where s.id = coalesce(new.site_id, old.site_id) for no key update;
  if tg_op <> 'DELETE' and not exists (select from consultation_site s join commune c on c.zone = s.zone
      where s.id = new.site_id and s.kind = 'MEDICOBUS' and c.insee = new.commune) then
    raise exception 'commune % is not in the zone of an itinerant site', new.commune
      using errcode = 'check_violation', constraint = 'site_stop_in_zone';
  end if;
  if tg_op = 'UPDATE' and exists (select from half_day_slot h where h.stop_id = old.id and h.status = 'TAKEN')
      or tg_op = 'DELETE' and exists (select from half_day_slot h where h.stop_id = old.id and h.status <> 'CLOSED') then
    raise exception 'somebody is expected at stop %', old.id
      using errcode = 'check_violation', constraint = 'site_stop_expected';
  end if;
  return coalesce(new, old);
end $$;
create trigger site_stop_allowed before insert or update or delete on site_stop
  for each row execute function site_stop_allowed();

create function site_stop_moved() returns trigger language plpgsql as $$
begin
  update half_day_slot set stop_address = new.address, stop_postal_code = new.postal_code, stop_commune = new.commune,
    stop_town = (select c.nom from commune c where c.insee = new.commune), stop_latitude = new.latitude,
    stop_longitude = new.longitude
    where stop_id = new.id;
  return null;
end $$;
create trigger site_stop_moved after update on site_stop for each row execute function site_stop_moved();

-- Proposals -------------------------------------------------------------------------------------------------------
-- « Proposer un lieu »: what a commune or a health centre offers. Who proposed is forgotten after the decision.
create table site_proposal (
  id           bigint generated always as identity primary key,
  status       varchar(12)  not null check (status in ('SENT', 'TO_REVIEW', 'ASKED', 'ACCEPTED', 'DECLINED')),
  organisation varchar(160) not null,
  -- the organisation without accents, case or punctuation: one place is not proposed twice
  organisation_key varchar(160) not null,
  kind         varchar(30)  not null check (kind in ('MAISON_DE_SANTE', 'CENTRE_DE_SANTE', 'CABINET_PRETE',
                 'HOPITAL_DE_PROXIMITE', 'EHPAD', 'MEDICOBUS', 'AUTRE')),
  commune      char(5)      not null references commune,
  address      varchar(160),
  -- the place's own number, which patients may call; the proposer's is below
  place_phone  varchar(16),
  equipment    varchar(300) not null default '',
  step_free    boolean      not null,
  secretary    boolean      not null,
  lodging      boolean      not null,
  message      varchar(1000),
  -- the person: null once forgotten
  proposer     varchar(120),
  role         varchar(120),
  email        varchar(254),
  phone        varchar(16),
  locale       varchar(5)   not null,
  -- SHA-256 of what the mail's link carries
  link_hash    varchar(64)  unique,
  question     varchar(1000),
  answer       varchar(1000),
  sent_at      timestamptz  not null,
  confirmed_at timestamptz,
  decided_at   timestamptz,
  decided_by   bigint,
  reason       varchar(1000),
  site_id      bigint references consultation_site,
  version      integer      not null default 0,
  check ((status in ('ACCEPTED', 'DECLINED')) = (decided_at is not null)),
  check ((status = 'ACCEPTED') = (site_id is not null)),
  check (status = 'SENT' or confirmed_at is not null),
  check (status <> 'ASKED' or question is not null),
  check (status <> 'DECLINED' or reason is not null),
  check (status not in ('SENT', 'TO_REVIEW', 'ASKED') or email is not null)
);
-- the same place proposed again by the same person while nobody has decided is the same proposal
create unique index site_proposal_once on site_proposal (commune, organisation_key, lower(email))
  where status in ('SENT', 'TO_REVIEW', 'ASKED');
create index site_proposal_commune on site_proposal (commune);
create index site_proposal_site on site_proposal (site_id);
create index site_proposal_status on site_proposal (status, sent_at);
