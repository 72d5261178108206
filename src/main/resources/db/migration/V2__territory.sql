create extension if not exists pg_trgm;

create table departement (
  code         varchar(3)   primary key,
  nom          varchar(60)  not null,
  in_region    boolean      not null,
  -- an SVG path in the region's drawing frame; absent outside the region
  contour      text
);

create table departement_indicator (
  departement varchar(3)  not null references departement,
  name        varchar(60) not null,
  value       varchar(500) not null,
  primary key (departement, name)
);

create table intercommunalite (
  siren                    char(9)      primary key,
  nom                      varchar(120) not null,
  nom_ars                  varchar(120) not null,
  -- both names in the folded spelling that searches use
  folded                   varchar(250) not null,
  departement              varchar(3)   not null references departement,
  -- "population totale RP 2021": the figure the agency publishes
  population               integer      not null check (population > 0),
  population_municipale    integer      not null check (population_municipale > 0),
  surface_km2              numeric(8,1) not null,
  latitude                 double precision not null,
  longitude                double precision not null,
  seat                     varchar(80),
  priority                 boolean      not null,
  contour                  text         not null
);
create index intercommunalite_departement_code on intercommunalite (departement);
create index intercommunalite_folded on intercommunalite using gin (folded gin_trgm_ops);

create table intercommunalite_departement (
  siren       char(9)    not null references intercommunalite,
  departement varchar(3) not null references departement,
  primary key (siren, departement)
);
create index intercommunalite_departement_departement on intercommunalite_departement (departement);

create table commune (
  insee       char(5)      primary key,
  nom         varchar(80)  not null,
  departement varchar(3)   not null references departement,
  population  integer,
  latitude    double precision not null,
  longitude   double precision not null,
  -- the priority intercommunalité it belongs to, if any
  zone        char(9)      references intercommunalite,
  postal_codes varchar(200) not null,
  unique (insee, zone)
);
create index commune_zone on commune (zone);
create index commune_departement on commune (departement);

create table commune_postal_code (
  insee       char(5) not null references commune on delete cascade,
  postal_code char(5) not null,
  primary key (postal_code, insee)
);
create index commune_postal_code_insee on commune_postal_code (insee);

-- Every name a commune answers to, former ones included, in the folded spelling that searches use.
create table commune_name (
  id     bigint generated always as identity primary key,
  insee  char(5)     not null references commune on delete cascade,
  nom    varchar(80) not null,
  folded varchar(80) not null,
  former boolean     not null,
  unique (insee, folded)
);
create index commune_name_insee on commune_name (insee);
create index commune_name_prefix on commune_name (folded text_pattern_ops);
-- gist rather than gin: it also yields the likest names first, so that only those are read
create index commune_name_similar on commune_name using gist (folded gist_trgm_ops (siglen = 32));
