-- CALL: a message carried by a person, who reads it to the patient on the phone; no machine ever sends it.
alter table outbox_message drop constraint outbox_message_channel_check;
alter table outbox_message
  add column appointment_id bigint references appointment on delete set null,
  -- whose host makes the call
  add column site_id bigint references consultation_site,
  -- never sent in the quiet hours of the night
  add column by_day boolean not null default false,
  add constraint outbox_message_channel_check check (channel in ('EMAIL', 'SMS', 'CALL')),
  add constraint outbox_message_site_check check ((channel = 'CALL') = (site_id is not null));

drop index outbox_message_pending;
create index outbox_message_due on outbox_message (next_attempt_at) where status = 'PENDING' and channel <> 'CALL';
create index outbox_message_useful on outbox_message (not_after) where status = 'PENDING';
create index outbox_message_calls on outbox_message (site_id, not_after) where channel = 'CALL' and status = 'PENDING';
create index outbox_message_site on outbox_message (site_id) where site_id is not null;
create index outbox_message_appointment on outbox_message (appointment_id) where appointment_id is not null;
drop index outbox_message_unsent;
create index outbox_message_status on outbox_message (status, created_at);
create index outbox_message_settled on outbox_message (settled_at) where settled_at is not null;

-- When the reminder was written, or found to be of no use. One write of it makes one reminder.
alter table appointment add column reminded_at timestamptz;
create index appointment_to_remind on appointment (starts_at) where status = 'BOOKED' and reminded_at is null;
