-- How often somebody was wrong at the console's door, counted once for all nodes. Rows whose time is past mean nothing and are cleared away.
create table sign_in_pace (
    who     bytea primary key check (octet_length(who) = 32),
    free_at timestamptz not null
);
create index sign_in_pace_free_at on sign_in_pace (free_at);

grant select, insert, update, delete on sign_in_pace to ${app_role};
