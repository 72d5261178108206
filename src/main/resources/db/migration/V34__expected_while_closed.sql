-- Half-days of doctors on days their site has said it does not receive, as long as the agency has not decided. Whoever
-- asks narrows it to those to come.
create view expected_while_closed as
  select c.id as closure_id, c.site_id, c.created_at as said_at, h.id as slot_id, h.day, h.starts_at
  from site_closure c join half_day_slot h on h.site_id = c.site_id and h.day between c.first_day and c.last_day
  where c.by_site and c.settled_at is null and h.status = 'TAKEN';
