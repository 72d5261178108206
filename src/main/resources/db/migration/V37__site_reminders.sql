-- What sites still need and somebody has to do: of sites being prepared what they cannot be ready without, of all of
-- them what was agreed for a day. Where nobody prepares anything yet, or any more, nothing is late.
create view site_to_prepare as
  select p.site_id, p.item, p.place, p.required, p.state, p.party, p.responsible, p.due, p.note
  from site_preparation p join consultation_site s on s.id = p.site_id
  where p.state not in ('READY', 'NOT_NEEDED') and s.status in ('PREPARING', 'READY', 'OPEN', 'SUSPENDED')
    and (p.due is not null or p.missing and s.status in ('PREPARING', 'READY'));

-- When the people of a site were reminded of what is theirs to do; whom is not kept.
create table site_reminder (
  site_id    bigint not null references consultation_site on delete cascade,
  written_on date   not null,
  -- the account that wanted it, null when it came by itself
  asked_by   bigint,
  -- once a day, on however many nodes
  primary key (site_id, written_on)
);
