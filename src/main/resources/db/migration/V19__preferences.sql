-- How and when a doctor likes to come. Nothing said is anything: no distance is any distance, no day is any day.
alter table volunteer
  add column consultation_minutes smallint not null default 20 check (consultation_minutes in (15, 20, 30)),
  add column max_distance_km integer check (max_distance_km between 1 and 1000),
  add column mornings varchar(9)[] not null default '{}' check (mornings <@ array['MONDAY', 'TUESDAY', 'WEDNESDAY',
    'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']::varchar[]),
  add column afternoons varchar(9)[] not null default '{}' check (afternoons <@ array['MONDAY', 'TUESDAY',
    'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']::varchar[]);

alter table half_day_slot
  -- how long an ordinary consultation takes on it: the doctor's wish when it was taken, so that a later wish leaves
  -- the times patients have seen alone
  add column consultation_minutes smallint not null default 20 check (consultation_minutes in (15, 20, 30)),
  -- the doctor's own practice is kept by a stand-in meanwhile: for their agenda only
  add column replaced boolean not null default false,
  add constraint half_day_slot_replaced check (not replaced or volunteer_id is not null);
