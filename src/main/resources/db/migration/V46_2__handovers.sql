-- Lists of trainees whom nobody kept that were handed over: to whom, what for and how many. What stood in them is kept nowhere.
create table handover (
    -- of the ledger's entry
    position    bigint      primary key,
    receiver    text        not null,
    purpose     text        not null check (purpose in ('work', 'start-up', 'training')),
    -- SM3 of the certificate to whose key it was sealed
    certificate bytea       not null check (octet_length(certificate) = 32),
    -- SM3 of the sealed bytes
    digest      bytea       not null check (octet_length(digest) = 32),
    people      integer     not null check (people > 0),
    words       text        not null check (char_length(words) between 4 and 100),
    by          text        not null,
    at          timestamptz not null
);
create trigger handover_only_grows before update or delete on handover for each row execute function refuse_change();
create trigger handover_keeps before truncate on handover for each statement execute function refuse_change();
grant select, insert on handover to ${app_role};
