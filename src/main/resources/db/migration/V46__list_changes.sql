-- What changed in a published list when, as one entry of the ledger says it. No person stands here.
create table list_change (
    -- of the ledger's entry
    position       bigint not null,
    list           text   not null check (list in ('units', 'posts', 'agencies')),
    listing        text   not null,
    -- of what stands there from then on; nothing where it stands no longer
    content_digest bytea  check (octet_length(content_digest) = 32),
    primary key (position, listing)
);
create index list_change_of on list_change (list, listing, position desc);

create trigger list_change_only_grows before update or delete on list_change
    for each row execute function refuse_change();
create trigger list_change_keeps before truncate on list_change
    for each statement execute function refuse_change();
grant select, insert on list_change to ${app_role};
