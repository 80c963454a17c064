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
    -- SM3 of the certificate that signature was verified with
    signer            bytea       check (octet_length(signer) = 32),
    idempotency_key   text,
    verdict           text        not null check (verdict in ('accepted', 'rejected', 'undecided')),
    revision          integer     check (revision >= 1),
    form              text,
    definition        text        not null,
    mapping           text        not null,
    rules             text        not null,
    calendar          text        not null,
    calendar_files    text        not null,
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

-- The bytes of every mapping, definition, calendar and certificate a verdict rested on, so that it can be made again.
create table kept_file (
    digest      bytea       primary key check (octet_length(digest) = 32),
    name        text        not null,
    bytes       bytea       not null
);

-- The salted leaves of a submission or a filed return; a leaf opens one figure without the others. A personal one may be
-- erased after its day: value and salt go, the hash stays, and every root and proof with it.
create table leaf (
    subject         text    not null,
    number          integer not null check (number >= 0),
    path            text    not null,
    value           text,
    salt            text    check (salt ~ '^[0-9a-f]{32}$'),
    hash            bytea   not null check (octet_length(hash) = 32),
    personal_until  date,
    primary key (subject, number),
    check ((value is null) = (salt is null)),
    check (value is not null or personal_until is not null)
);
create index leaf_due on leaf (personal_until) where personal_until is not null and value is not null;

-- The log: an RFC 9162 tree over SM3. frontier and tree_head are those after this entry.
create table ledger_entry (
    position     bigint      primary key check (position >= 0),
    kind         text        not null,
    subject      text        not null,
    body         bytea       not null,
    leaf_hash    bytea       not null check (octet_length(leaf_hash) = 32),
    frontier     bytea       not null,
    tree_head    bytea       not null check (octet_length(tree_head) = 32),
    recorded_at  timestamptz not null,
    unique (kind, subject)
);

-- Our signature over the tree at some size: everything before it is signed by it.
create table checkpoint (
    tree_size  bigint      primary key check (tree_size > 0),
    tree_head  bytea       not null check (octet_length(tree_head) = 32),
    content    bytea       not null,
    cms        bytea       not null,
    signed_at  timestamptz not null
);

create table receipt (
    submission_id  text   primary key references submission (id),
    sender         text   not null,
    position       bigint not null references ledger_entry (position),
    content        bytea  not null,
    cms            bytea  not null
);
create index receipt_of_sender on receipt (sender, position);

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
    foreach name in array array['received_content', 'kept_file', 'submission', 'leaf', 'ledger_entry', 'checkpoint',
                                'receipt', 'audit'] loop
        execute format('create trigger %I before ' || case name when 'leaf' then 'delete' else 'update or delete' end
            || ' on %I for each row execute function refuse_change()', name || '_only_grows', name);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
            name || '_keeps', name);
        execute format('grant select, insert on %I to ${app_role}', name);
    end loop;
end
$$;

-- The one change that is let through: a personal leaf loses its value and its salt together, and nothing else.
create function erase_only() returns trigger language plpgsql as $$
begin
    if old.personal_until is null or old.value is null or new.value is not null or new.salt is not null
        or (new.subject, new.number, new.path, new.hash, new.personal_until)
            is distinct from (old.subject, old.number, old.path, old.hash, old.personal_until) then
        raise exception 'a leaf is erased or stays as it is' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger leaf_erases before update on leaf for each row execute function erase_only();
grant update (value, salt) on leaf to ${app_role};
