-- Which letters of which mailbox have had their one reply. A letter is known by the SM3 of its Message-ID and its documents.

create table answered_letter (
    source       text        not null,
    letter       text        not null check (letter ~ '^[0-9a-f]{64}$'),
    answered_at  timestamptz not null,
    primary key (source, letter)
);
grant select, insert, delete on answered_letter to ${app_role};
