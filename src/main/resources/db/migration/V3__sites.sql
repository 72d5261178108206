create table consultation_site (
  id               bigint generated always as identity primary key,
  slug             varchar(80)  not null unique,
  nom              varchar(120) not null,
  kind             varchar(30)  not null check (kind in ('MAISON_DE_SANTE', 'CENTRE_DE_SANTE', 'CABINET_PRETE',
                     'HOPITAL_DE_PROXIMITE', 'EHPAD', 'MEDICOBUS', 'AUTRE')),
  status           varchar(20)  not null check (status in ('PREPARING', 'OPEN', 'SUSPENDED', 'CLOSED')),
  zone             char(9)      not null references intercommunalite,
  commune          char(5)      not null,
  address          varchar(160) not null,
  postal_code      varchar(5)   not null check (postal_code ~ '^[0-9]{5}$'),
  latitude         double precision not null check (latitude between -90 and 90),
  longitude        double precision not null check (longitude between -180 and 180),
  rooms            smallint     not null check (rooms between 1 and 20),
  phone            varchar(16)  not null,
  step_free        boolean      not null,
  secretary        boolean      not null,
  lodging          boolean      not null,
  software         varchar(80),
  access_notes     varchar(600),
  welcome_notes    varchar(1000),
  morning_start    time         not null default '09:00',
  morning_end      time         not null default '12:30',
  afternoon_start  time         not null default '14:00',
  afternoon_end    time         not null default '17:30',
  demo             boolean      not null default false,
  created_at       timestamptz  not null,
  version          integer      not null default 0,
  -- a site stands in its zone: membership goes by INSEE commune code
  foreign key (commune, zone) references commune (insee, zone),
  check (morning_start < morning_end and morning_end <= afternoon_start and afternoon_start < afternoon_end)
);
create index consultation_site_zone on consultation_site (zone);
create index consultation_site_commune on consultation_site (commune);
create index consultation_site_place on consultation_site (latitude, longitude) where status = 'OPEN';

create table consultation_site_equipment (
  site_id   bigint      not null references consultation_site on delete cascade,
  equipment varchar(40) not null,
  primary key (site_id, equipment)
);

-- Who receives patients at a site: one account serves one site.
create table site_host (
  account_id bigint primary key references account on delete cascade,
  site_id    bigint not null references consultation_site
);
create index site_host_site on site_host (site_id);
