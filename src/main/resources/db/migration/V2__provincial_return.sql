-- The provincial return: approvals by one person, filings by another. Rows are added, never changed.

create table approval (
    id               bigint      generated always as identity primary key,
    period           text        not null,
    revision         integer     not null check (revision >= 1),
    figures_digest   bytea       not null check (octet_length(figures_digest) = 32),
    ledger_position  bigint      not null,
    gaps             text        not null,
    approved_by      text        not null,
    approved_at      timestamptz not null
);

create table provincial_return (
    period           text        not null,
    revision         integer     not null check (revision >= 1),
    message_id       text        not null unique,
    ledger_position  bigint      not null,
    figures_digest   bytea       not null check (octet_length(figures_digest) = 32),
    content          bytea       not null,
    document         bytea       not null,
    signature        bytea       not null,
    second_signature bytea,
    -- of a correction: which one of the period it is, what it corrects, and the difference
    number           integer     check (number >= 1),
    corrects         text        references provincial_return (message_id),
    difference       bytea,
    approved_by      text        not null,
    filed_by         text        not null check (filed_by <> approved_by),
    filed_at         timestamptz not null,
    primary key (period, revision),
    unique (period, number),
    check (num_nulls(number, corrects, difference) in (0, 3))
);

create trigger approval_only_grows before update or delete on approval for each row execute function refuse_change();
create trigger approval_keeps before truncate on approval for each statement execute function refuse_change();
create trigger provincial_return_only_grows before update or delete on provincial_return
    for each row execute function refuse_change();
create trigger provincial_return_keeps before truncate on provincial_return
    for each statement execute function refuse_change();
grant select, insert on approval, provincial_return to ${app_role};
