-- Who did what and when. Each entry carries a hash of itself and of the one before it, so that an altered, inserted or
-- missing entry is noticed even when the triggers below were switched off.
create table journal_entry (
  number        bigint        primary key check (number >= 1),
  noted_at      timestamptz   not null,
  -- whoever acted; absent when the application did, by itself
  account_id    bigint        references account,
  action        varchar(60)   not null,
  -- what it was done to, such as "site:12"
  subject       varchar(80)   not null,
  label         varchar(200)  not null,
  -- where it lies, for those whose sight is narrowed; absent when it concerns the whole service
  departement   varchar(3)    references region_departement,
  detail        varchar(1000),
  previous_hash char(64)      not null,
  hash          char(64)      not null
);
create index journal_entry_account on journal_entry (account_id, number);
create index journal_entry_departement on journal_entry (departement, number);
create index journal_entry_subject on journal_entry (subject, number);
create index journal_entry_action on journal_entry (action, number);

create function journal_entry_hash(entry journal_entry) returns char(64) language sql stable as $$
  select encode(sha256(convert_to(jsonb_build_array(entry.previous_hash, entry.number,
    extract(epoch from entry.noted_at), entry.account_id, entry.action, entry.subject, entry.label, entry.departement,
    entry.detail)::text, 'UTF8')), 'hex')
$$;

create function journal_entry_chained() returns trigger language plpgsql as $$
declare
  last journal_entry;
begin
  -- one entry after another: the lock ends with the transaction, hence entries are written at its very end
  perform pg_advisory_xact_lock(hashtext('journal_entry'));
  select * into last from journal_entry order by number desc limit 1;
  new.number := coalesce(last.number, 0) + 1;
  new.previous_hash := coalesce(last.hash, repeat('0', 64));
  new.hash := journal_entry_hash(new);
  return new;
end $$;
create trigger journal_entry_chained before insert on journal_entry
  for each row execute function journal_entry_chained();

create function journal_entry_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was noted stays' using errcode = 'check_violation', constraint = 'journal_entry_stays';
end $$;
create trigger journal_entry_stays before update or delete on journal_entry
  for each row execute function journal_entry_stays();
create trigger journal_stays before truncate on journal_entry
  for each statement execute function journal_entry_stays();

-- The first entry that is not what it was, or that does not follow the one before it; null when all is well. Entries cut
-- off at the end are noticed by comparing the last hash with one written down elsewhere.
create function journal_first_break() returns bigint language sql stable as $$
  select min(e.number) from (
    select j as entry, j.number, j.hash, j.previous_hash,
      lag(j.hash, 1, repeat('0', 64)::char(64)) over (order by j.number) as expected,
      lag(j.number, 1, 0::bigint) over (order by j.number) as before
    from journal_entry j) e
  where e.hash <> journal_entry_hash(e.entry) or e.previous_hash <> e.expected or e.number <> e.before + 1
$$;
