-- What was received, what was decided about it, and the append-only ledger of what stands.
-- Every table here only grows: the database itself refuses UPDATE, DELETE and TRUNCATE.

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'table % only grows: % is refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end
$$;

-- Bodies, byte for byte, by their SM3 digest; kept even when refused.
create table received_content (
    digest      bytea       primary key check (octet_length(digest) = 32),
    bytes       bytea       not null
);

-- One row for each delivery that was decided.
create table submission (
    id                text        primary key,
    source            text        not null,
    sender            text        check (sender ~ '^[0-9]{6}$'),
    dataset           text        not null,
    period            text        check (period ~ '^[0-9]{4}-[0-9]{2}$'),
    door              text        not null,
    media_type        text        not null,
    file_name         text,
    received_at       timestamptz not null,
    decided_at        timestamptz not null,
    digest            bytea       not null references received_content (digest),
    size              bigint      not null check (size >= 0),
    sender_signature  bytea,
    idempotency_key   text,
    verdict           text        not null check (verdict in ('accepted', 'rejected', 'undecided')),
    revision          integer     check (revision >= 1),
    form              text,
    definition        text        not null,
    mapping           text        not null,
    rules             text        not null,
    calendar          text        not null,
    deadline          text        not null,
    late              boolean     not null,
    findings          text        not null,
    explanations      text        not null,
    canonical         bytea,
    places            text        not null,
    check ((verdict = 'accepted') = (revision is not null)),
    check (verdict <> 'accepted' or (sender is not null and period is not null and canonical is not null))
);

create unique index submission_revision on submission (sender, dataset, period, revision) where verdict = 'accepted';
create unique index submission_key on submission (source, idempotency_key)
    where verdict = 'accepted' and idempotency_key is not null;
create index submission_window on submission (dataset, period, sender);
create index submission_digest on submission (digest);

-- The salted leaves of an accepted submission; a leaf opens one figure without the others.
create table submission_leaf (
    submission_id  text  not null references submission (id),
    number         integer not null check (number >= 0),
    path           text  not null,
    value          text  not null,
    salt           text  not null check (salt ~ '^[0-9a-f]{32}$'),
    primary key (submission_id, number)
);

-- The log: an RFC 9162 tree over SM3. frontier and tree_head are those after this entry.
create table ledger_entry (
    position     bigint      primary key check (position >= 0),
    kind         text        not null,
    subject      text        not null,
    body         bytea       not null,
    leaf_hash    bytea       not null check (octet_length(leaf_hash) = 32),
    frontier     bytea       not null,
    tree_head    bytea       not null check (octet_length(tree_head) = 32),
    seal         bytea       not null,
    recorded_at  timestamptz not null,
    unique (kind, subject)
);

create table receipt (
    submission_id  text   primary key references submission (id),
    position       bigint not null references ledger_entry (position),
    content        bytea  not null,
    cms            bytea  not null
);

-- Who did what, when. Ids only, never a person's data.
create table audit (
    id      bigint      generated always as identity primary key,
    at      timestamptz not null,
    actor   text        not null,
    action  text        not null,
    object  text        not null,
    detail  text        not null default ''
);

do $$
declare
    name text;
begin
    foreach name in array array['received_content', 'submission', 'submission_leaf', 'ledger_entry', 'receipt', 'audit'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
            name || '_only_grows', name);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
            name || '_keeps', name);
        execute format('grant select, insert on %I to ${app_role}', name);
    end loop;
end
$$;
