-- A body of records says the names of its fields once for each record, so it is packed before it is sealed: what lies here, and goes through
-- the log of the database, is a tenth or less. What was kept before stays as it is. The seal is bound to the word, so that it cannot be changed.
alter table received_content add column packing text check (packing = 'zlib');
-- sealed bytes cannot be made smaller, and nobody has to try
alter table received_content alter column bytes set storage external;
grant update (packing) on received_content to ${app_role};

create or replace function erase_body_only() returns trigger language plpgsql as $$
begin
    if new.seal_key is null or new.digest is distinct from old.digest or not (
        case when old.bytes is null then new.bytes is not null and coalesce(new.personal_until >= old.personal_until, true)
            when new.personal_until is null then false
            when old.personal_until is null then new.bytes is not null
            when new.bytes is null then new.seal_key = old.seal_key and new.personal_until = old.personal_until
                and new.packing is not distinct from old.packing
            else new.bytes = old.bytes and new.seal_key = old.seal_key and new.personal_until >= old.personal_until
                and new.packing is not distinct from old.packing end) then
        raise exception 'a body that was received is erased or stays as it is' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
