-- The regions of France and their departments, as INSEE lists them in 2026. A region's code carries an R, so that
-- Occitanie (R76) and Seine-Maritime (76) are never taken for one another.
create table region (
  code varchar(3)  primary key check (code ~ '^R[0-9]{2}$'),
  nom  varchar(60) not null
);
insert into region (code, nom) values
  ('R01', 'Guadeloupe'),
  ('R02', 'Martinique'),
  ('R03', 'Guyane'),
  ('R04', 'La Réunion'),
  ('R06', 'Mayotte'),
  ('R11', 'Île-de-France'),
  ('R24', 'Centre-Val de Loire'),
  ('R27', 'Bourgogne-Franche-Comté'),
  ('R28', 'Normandie'),
  ('R32', 'Hauts-de-France'),
  ('R44', 'Grand Est'),
  ('R52', 'Pays de la Loire'),
  ('R53', 'Bretagne'),
  ('R75', 'Nouvelle-Aquitaine'),
  ('R76', 'Occitanie'),
  ('R84', 'Auvergne-Rhône-Alpes'),
  ('R93', 'Provence-Alpes-Côte d’Azur'),
  ('R94', 'Corse');

create table region_departement (
  departement varchar(3)  primary key check (departement !~ '^R'),
  nom         varchar(60) not null,
  region      varchar(3)  not null references region
);
create index region_departement_region on region_departement (region);
insert into region_departement (departement, nom, region) values
  ('01', 'Ain', 'R84'),
  ('02', 'Aisne', 'R32'),
  ('03', 'Allier', 'R84'),
  ('04', 'Alpes-de-Haute-Provence', 'R93'),
  ('05', 'Hautes-Alpes', 'R93'),
  ('06', 'Alpes-Maritimes', 'R93'),
  ('07', 'Ardèche', 'R84'),
  ('08', 'Ardennes', 'R44'),
  ('09', 'Ariège', 'R76'),
  ('10', 'Aube', 'R44'),
  ('11', 'Aude', 'R76'),
  ('12', 'Aveyron', 'R76'),
  ('13', 'Bouches-du-Rhône', 'R93'),
  ('14', 'Calvados', 'R28'),
  ('15', 'Cantal', 'R84'),
  ('16', 'Charente', 'R75'),
  ('17', 'Charente-Maritime', 'R75'),
  ('18', 'Cher', 'R24'),
  ('19', 'Corrèze', 'R75'),
  ('21', 'Côte-d’Or', 'R27'),
  ('22', 'Côtes-d’Armor', 'R53'),
  ('23', 'Creuse', 'R75'),
  ('24', 'Dordogne', 'R75'),
  ('25', 'Doubs', 'R27'),
  ('26', 'Drôme', 'R84'),
  ('27', 'Eure', 'R28'),
  ('28', 'Eure-et-Loir', 'R24'),
  ('29', 'Finistère', 'R53'),
  ('2A', 'Corse-du-Sud', 'R94'),
  ('2B', 'Haute-Corse', 'R94'),
  ('30', 'Gard', 'R76'),
  ('31', 'Haute-Garonne', 'R76'),
  ('32', 'Gers', 'R76'),
  ('33', 'Gironde', 'R75'),
  ('34', 'Hérault', 'R76'),
  ('35', 'Ille-et-Vilaine', 'R53'),
  ('36', 'Indre', 'R24'),
  ('37', 'Indre-et-Loire', 'R24'),
  ('38', 'Isère', 'R84'),
  ('39', 'Jura', 'R27'),
  ('40', 'Landes', 'R75'),
  ('41', 'Loir-et-Cher', 'R24'),
  ('42', 'Loire', 'R84'),
  ('43', 'Haute-Loire', 'R84'),
  ('44', 'Loire-Atlantique', 'R52'),
  ('45', 'Loiret', 'R24'),
  ('46', 'Lot', 'R76'),
  ('47', 'Lot-et-Garonne', 'R75'),
  ('48', 'Lozère', 'R76'),
  ('49', 'Maine-et-Loire', 'R52'),
  ('50', 'Manche', 'R28'),
  ('51', 'Marne', 'R44'),
  ('52', 'Haute-Marne', 'R44'),
  ('53', 'Mayenne', 'R52'),
  ('54', 'Meurthe-et-Moselle', 'R44'),
  ('55', 'Meuse', 'R44'),
  ('56', 'Morbihan', 'R53'),
  ('57', 'Moselle', 'R44'),
  ('58', 'Nièvre', 'R27'),
  ('59', 'Nord', 'R32'),
  ('60', 'Oise', 'R32'),
  ('61', 'Orne', 'R28'),
  ('62', 'Pas-de-Calais', 'R32'),
  ('63', 'Puy-de-Dôme', 'R84'),
  ('64', 'Pyrénées-Atlantiques', 'R75'),
  ('65', 'Hautes-Pyrénées', 'R76'),
  ('66', 'Pyrénées-Orientales', 'R76'),
  ('67', 'Bas-Rhin', 'R44'),
  ('68', 'Haut-Rhin', 'R44'),
  ('69', 'Rhône', 'R84'),
  ('70', 'Haute-Saône', 'R27'),
  ('71', 'Saône-et-Loire', 'R27'),
  ('72', 'Sarthe', 'R52'),
  ('73', 'Savoie', 'R84'),
  ('74', 'Haute-Savoie', 'R84'),
  ('75', 'Paris', 'R11'),
  ('76', 'Seine-Maritime', 'R28'),
  ('77', 'Seine-et-Marne', 'R11'),
  ('78', 'Yvelines', 'R11'),
  ('79', 'Deux-Sèvres', 'R75'),
  ('80', 'Somme', 'R32'),
  ('81', 'Tarn', 'R76'),
  ('82', 'Tarn-et-Garonne', 'R76'),
  ('83', 'Var', 'R93'),
  ('84', 'Vaucluse', 'R93'),
  ('85', 'Vendée', 'R52'),
  ('86', 'Vienne', 'R75'),
  ('87', 'Haute-Vienne', 'R75'),
  ('88', 'Vosges', 'R44'),
  ('89', 'Yonne', 'R27'),
  ('90', 'Territoire de Belfort', 'R27'),
  ('91', 'Essonne', 'R11'),
  ('92', 'Hauts-de-Seine', 'R11'),
  ('93', 'Seine-Saint-Denis', 'R11'),
  ('94', 'Val-de-Marne', 'R11'),
  ('95', 'Val-d’Oise', 'R11'),
  ('971', 'Guadeloupe', 'R01'),
  ('972', 'Martinique', 'R02'),
  ('973', 'Guyane', 'R03'),
  ('974', 'La Réunion', 'R04'),
  ('976', 'Mayotte', 'R06');

-- What an agent sees: a region or a department, by the departments it covers.
create view perimeter_departement as
  select departement as perimeter, departement from region_departement
  union all
  select region, departement from region_departement;

-- An agent's sight is narrowed to a region or to a department; without a perimeter, to nothing less than the country.
alter table account rename column departement to perimeter;
create function account_perimeter_known() returns trigger language plpgsql as $$
begin
  if not exists (select from perimeter_departement where perimeter = new.perimeter) then
    raise exception '% is neither a region nor a department', new.perimeter
      using errcode = 'check_violation', constraint = 'account_perimeter_known';
  end if;
  return new;
end $$;
create trigger account_perimeter_known before insert or update of perimeter on account
  for each row when (new.perimeter is not null) execute function account_perimeter_known();

-- Whoever is signed in carries the perimeter under its former name: everybody signs in again.
delete from spring_session;
