-- How far somebody of the office has read a month's return, so that the page can say what has changed since. One row a reader and month.
create table return_look (
    -- the name of the account or key
    reader   text        not null,
    period   text        not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    -- the ledger's size when it was marked as read
    position bigint      not null check (position >= 0),
    at       timestamptz not null,
    primary key (reader, period)
);

grant select, insert, update on return_look to ${app_role};
