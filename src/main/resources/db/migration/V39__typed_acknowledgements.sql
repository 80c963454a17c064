-- What an officer typed in of the ministry's word where returns go by hand. Never a signature's worth; the newest of a message counts.
create table typed_acknowledgement (
    id          bigint      generated always as identity primary key,
    message_id  text        not null references outbox,
    number      text        not null check (char_length(number) between 1 and 80),
    verdict     text        not null check (verdict in ('accepted', 'rejected')),
    -- when the ministry says it received the return
    received_at timestamptz not null,
    -- why the ministry rejected it, or why an earlier entry is replaced
    words       text        not null check (char_length(words) <= 500),
    by          text        not null,
    at          timestamptz not null,
    position    bigint      not null unique
);
create index typed_acknowledgement_message on typed_acknowledgement (message_id);
create trigger typed_acknowledgement_only_grows before update or delete on typed_acknowledgement
    for each row execute function refuse_change();
create trigger typed_acknowledgement_keeps before truncate on typed_acknowledgement
    for each statement execute function refuse_change();
grant select, insert on typed_acknowledgement to ${app_role};
