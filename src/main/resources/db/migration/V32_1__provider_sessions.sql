-- Sessions of people whom the office's own login service knows. What it said of them holds for the session, an hour at most.
alter table console_session
    add column person       text check (person ~ '^[a-z0-9][a-z0-9._@-]{1,63}$'),
    add column person_roles text[],
    add column person_areas text[],
    drop constraint console_session_check,
    add constraint console_session_of_one check (num_nonnulls(account, access_key, person) = 1),
    add constraint console_session_of_person check
        ((person is null) = (person_roles is null) and (person is null) = (person_areas is null));
