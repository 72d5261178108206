-- What patients read to get there, besides access_notes; welcome_notes stay the doctors'.
alter table consultation_site
  add column parking          varchar(600),
  add column public_transport varchar(600),
  add column patient_notes    varchar(600);

-- What patients may look for in a doctor, said by the doctor.
alter table volunteer
  -- whether a patient may ask to make this doctor their "médecin traitant"
  add column accepts_regular_patients boolean       not null default false,
  -- besides French
  add column languages                varchar(20)[] not null default '{}'
    check (languages <@ array['ENGLISH', 'SPANISH', 'PORTUGUESE', 'ARABIC', 'GERMAN', 'CATALAN', 'SIGN_LANGUAGE']::varchar[]);

-- finds the commune nearest to a point
create index commune_place on commune (latitude, longitude);
