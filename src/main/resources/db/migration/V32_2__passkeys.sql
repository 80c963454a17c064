-- Passkeys of accounts (WebAuthn). Names and columns of the first two tables are those of Spring Security's repositories.
create table user_entities (
    id           varchar(1000) primary key,
    -- the account's name
    name         varchar(100) not null unique,
    display_name varchar(200)
);

create table user_credentials (
    credential_id                varchar(1000) primary key,
    user_entity_user_id          varchar(1000) not null references user_entities,
    public_key                   bytea not null,
    signature_count              bigint,
    uv_initialized               boolean,
    backup_eligible              boolean not null,
    authenticator_transports     varchar(1000),
    public_key_credential_type   varchar(100),
    backup_state                 boolean not null,
    attestation_object           bytea,
    attestation_client_data_json bytea,
    created                      timestamp,
    last_used                    timestamp,
    label                        varchar(1000) not null
);

-- Challenges that were answered, by their SM3, until they would have ended: none is answered twice, on whichever node.
create table passkey_challenge (
    challenge bytea primary key check (octet_length(challenge) = 32),
    ends      timestamptz not null
);

grant select, insert, update, delete on user_entities, user_credentials, passkey_challenge to ${app_role};
