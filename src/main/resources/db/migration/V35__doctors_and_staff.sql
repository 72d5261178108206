-- The number the health insurance gives a doctor for consultations of this scheme, and pays the indemnity under; absent
-- until somebody notes it. Of two doctors under one number, one would be paid for the other.
alter table volunteer
  add column billing_number varchar(9) constraint volunteer_billing_number check (billing_number ~ '^[0-9]{9}$'),
  add constraint volunteer_billing_number_once unique (billing_number);

-- The sites a host may be at; the one they are at is in site_host, and always one of these: whoever is given their first
-- site has it, and nobody goes to one that was not given.
create table site_posting (
  account_id bigint not null references account on delete cascade,
  site_id    bigint not null references consultation_site,
  primary key (account_id, site_id)
);
create index site_posting_site on site_posting (site_id);
insert into site_posting select account_id, site_id from site_host;
create function site_host_posted() returns trigger language plpgsql as $$
begin
  insert into site_posting (account_id, site_id) values (new.account_id, new.site_id) on conflict do nothing;
  return new;
end $$;
create trigger site_host_posted before insert on site_host for each row execute function site_host_posted();
create function site_host_gone() returns trigger language plpgsql as $$
begin
  delete from site_posting where account_id = old.account_id;
  return null;
end $$;
create trigger site_host_gone after delete on site_host for each row execute function site_host_gone();
alter table site_host
  add constraint site_host_posting foreign key (account_id, site_id) references site_posting (account_id, site_id);

-- A doctor reads which messages went to their address.
create index outbox_message_address on outbox_message (lower(recipient)) where recipient is not null;

-- A region with a site that would have no agent who sees all of it, were an account to change; null when there is none.
-- Role and perimeter are those the account would have; no role when it would go.
create function account_region_left_alone(changed bigint, new_role text, new_perimeter text) returns varchar(3)
language sql stable as $$
  select min(r.region) from account a
  join region_departement r on a.perimeter is null or a.perimeter = r.region
  where a.id = changed and a.role = 'AGENT' and a.closed_at is null and a.suspended_at is null
    and a.email_confirmed_at is not null
    and not (coalesce(new_role, '') = 'AGENT' and (new_perimeter is null or new_perimeter = r.region))
    and exists (select from consultation_site s join commune c on c.insee = s.commune
      where c.departement = r.departement and s.status <> 'CLOSED')
    and not exists (select from account o where o.id <> a.id and o.role = 'AGENT' and o.closed_at is null
      and o.suspended_at is null and o.email_confirmed_at is not null
      and (o.perimeter is null or o.perimeter = r.region))
$$;
create function account_last_of_region() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('account_last_of_region'));
  if account_region_left_alone(old.id, case when new.closed_at is null then new.role end, new.perimeter) is not null then
    raise exception 'account % is the last agent of a region', old.id
      using errcode = 'check_violation', constraint = 'account_last_of_region';
  end if;
  return new;
end $$;
create trigger account_last_of_region before update on account for each row
  when (old.role = 'AGENT' and (new.role <> 'AGENT' or new.perimeter is distinct from old.perimeter
    or (new.closed_at is not null and old.closed_at is null)))
  execute function account_last_of_region();
