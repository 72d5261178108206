-- Half-days that come back at a site, as the agency decided it, decision after decision. What is opened are half-days
-- like any other.
create table opening_pattern (
  id         bigint generated always as identity primary key,
  site_id    bigint      not null references consultation_site,
  created_at timestamptz not null,
  version    integer     not null default 0,
  unique (id, site_id)
);
create index opening_pattern_site on opening_pattern (site_id);

-- A decision is never changed: from its day on, the last one counts.
create table opening_pattern_version (
  id              bigint generated always as identity primary key,
  pattern_id      bigint       not null references opening_pattern on delete cascade,
  number          smallint     not null check (number >= 1),
  applies_from    date         not null,
  -- the last day, included; the day before the first when the pattern was ended
  applies_until   date         not null check (applies_until >= applies_from - 1),
  rhythm          varchar(20)  not null check (rhythm in ('EVERY_WEEK', 'EVERY_TWO_WEEKS', 'EVERY_THREE_WEEKS',
                    'EVERY_FOUR_WEEKS', 'FIRST', 'SECOND', 'THIRD', 'FOURTH', 'LAST')),
  -- every second week is counted from the week of that day, also after a change and across the end of the year
  counted_from    date         not null,
  weekdays        varchar(9)[] not null check (cardinality(weekdays) > 0 and weekdays <@ array['MONDAY', 'TUESDAY',
                    'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']::varchar[]),
  periods         varchar(10)[] not null check (cardinality(periods) > 0
                    and periods <@ array['MORNING', 'AFTERNOON']::varchar[]),
  rooms           integer[]    not null check (cardinality(rooms) > 0),
  on_holidays     boolean      not null,
  -- whether it also opens a room when a doctor is expected in another one
  beside_doctors  boolean      not null,
  -- its own hours; those of the site where there are none
  morning_start   time,
  morning_end     time,
  afternoon_start time,
  afternoon_end   time,
  -- what it made of the half-days: those it opened, those it closed, those a doctor had taken and it left
  opened          integer      not null default 0 check (opened >= 0),
  closed          integer      not null default 0 check (closed >= 0),
  stayed          integer      not null default 0 check (stayed >= 0),
  decided_at      timestamptz  not null,
  constraint opening_pattern_version_number unique (pattern_id, number),
  check (num_nulls(morning_start, morning_end, afternoon_start, afternoon_end) in (0, 4)),
  check (morning_start < morning_end and morning_end <= afternoon_start and afternoon_start < afternoon_end)
);

alter table half_day_slot
  -- the pattern that opened it, if one did. A half-day the agency closed by itself keeps its pattern, which does not
  -- open it again; one that a change of the pattern or a closure of the site closed has none any more, nor has one the
  -- agency closed on a day the site had said it does not receive
  add column pattern_id bigint,
  add constraint half_day_slot_pattern foreign key (pattern_id, site_id) references opening_pattern (id, site_id);
create index half_day_slot_pattern on half_day_slot (pattern_id, site_id, day) where pattern_id is not null;

-- Days a site does not receive: patterns leave them out.
create table site_closure (
  id         bigint generated always as identity primary key,
  site_id    bigint      not null references consultation_site,
  first_day  date        not null,
  last_day   date        not null,
  reason     varchar(10) not null check (reason in ('LEAVE', 'WORKS', 'STAFF', 'OTHER')),
  note       varchar(200),
  created_at timestamptz not null,
  -- said by the site itself: what doctors had taken stayed, and the agency decides about it
  by_site    boolean     not null default false,
  -- the agency decided that doctors come all the same
  settled_at timestamptz,
  check (settled_at is null or by_site),
  check (first_day <= last_day),
  -- a day is closed for one reason
  constraint site_closure_once exclude using gist
    (int8range(site_id, site_id, '[]') with &&, daterange(first_day, last_day, '[]') with &&)
);
create index site_closure_site on site_closure (site_id, last_day);
