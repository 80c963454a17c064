-- Every body is sealed from here on, also of returns: nobody knows what a file holds that calls itself one. Without a last day it is kept
-- for ever, and its seal says so; it may come again to be kept for a time, sealed anew. What an earlier edition kept in the clear stays readable.
create or replace function erase_body_only() returns trigger language plpgsql as $$
begin
    if new.seal_key is null or new.digest is distinct from old.digest or not (
        case when old.bytes is null then new.bytes is not null and coalesce(new.personal_until >= old.personal_until, true)
            when new.personal_until is null then false
            when old.personal_until is null then new.bytes is not null
            when new.bytes is null then new.seal_key = old.seal_key and new.personal_until = old.personal_until
            else new.bytes = old.bytes and new.seal_key = old.seal_key and new.personal_until >= old.personal_until end) then
        raise exception 'a body that was received is erased or stays as it is' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
