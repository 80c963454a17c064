-- What a timestamp authority said of a checkpoint's CMS bytes: the token (RFC 3161) as it came, after it was checked.

create table checkpoint_timestamp (
    tree_size    bigint      primary key references checkpoint (tree_size),
    authority    text        not null,
    token        bytea       not null,
    stamped_at   timestamptz not null,
    received_at  timestamptz not null
);

create trigger checkpoint_timestamp_only_grows before update or delete on checkpoint_timestamp
    for each row execute function refuse_change();
create trigger checkpoint_timestamp_keeps before truncate on checkpoint_timestamp
    for each statement execute function refuse_change();
grant select, insert on checkpoint_timestamp to ${app_role};
