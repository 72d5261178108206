-- How many codes a contact was sent is counted in the outbox: nothing looks for a check by its contact.
drop index contact_check_phone;
drop index contact_check_email;
