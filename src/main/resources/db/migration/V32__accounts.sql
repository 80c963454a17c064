-- People who sign in to the console. A row is never deleted: its name stands in the audit, and is nobody else's afterwards.
create table account (
    name            text primary key check (name ~ '^[a-z][a-z0-9-]{1,39}$'),
    display_name    text not null check (length(display_name) between 1 and 80),
    roles           text[] not null check (cardinality(roles) > 0),
    -- division codes; of reporters alone
    areas           text[] not null,
    state           text not null check (state in ('invited', 'active', 'disabled')),
    -- pbkdf2-sha256$iterations$salt$hash
    password        text,
    -- the shared secret of the second factor (RFC 6238), sealed under the keys of people's records and bound to this row
    factor          bytea,
    factor_key      text,
    -- the newest step of 30 s whose code was used: no code counts twice
    factor_step     bigint not null default 0,
    -- SM3 of the code that opens the enrolment, once
    invitation      bytea check (octet_length(invitation) = 32),
    invitation_ends timestamptz,
    added_at        timestamptz not null,
    last_sign_in    timestamptz,
    check ((factor is null) = (factor_key is null)),
    check ((invitation is null) = (invitation_ends is null)),
    check (state <> 'active' or (password is not null and factor is not null and invitation is null)),
    check (state <> 'invited' or (password is null and factor is not null and invitation is not null)),
    check (state <> 'disabled' or (password is null and factor is null and invitation is null))
);

-- What opens an account whose second factor was lost, each code once. SM3 of 80 random bits.
create table account_recovery (
    account text  not null references account,
    code    bytea not null check (octet_length(code) = 32),
    used_at timestamptz,
    primary key (account, code)
);

-- Who is signed in, on whichever node. The cookie holds a random token, this table its SM3.
create table console_session (
    token      bytea primary key check (octet_length(token) = 32),
    account    text references account,
    access_key bytea check (octet_length(access_key) = 32),
    since      timestamptz not null,
    last_used  timestamptz not null,
    ends       timestamptz not null,
    check (num_nonnulls(account, access_key) = 1)
);
create index console_session_ends on console_session (ends);
create index console_session_account on console_session (account);

grant select, insert, update on account to ${app_role};
grant select, insert, update, delete on account_recovery to ${app_role};
grant select, insert, update, delete on console_session to ${app_role};
