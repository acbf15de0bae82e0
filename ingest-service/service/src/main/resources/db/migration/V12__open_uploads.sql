-- How many uploads a client has open, and how large those of a department are together, is asked at every creation, however
-- many have landed.
create index upload_open_of_client on upload (client, expires_at) where state = 'OPEN';
drop index upload_of_department;
create index upload_open_of_department on upload (department, expires_at) include (length) where state = 'OPEN';
