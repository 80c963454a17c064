-- A fact's delivery is written in the transaction that writes the fact, and no delivery ever goes: nothing is left for a reference to
-- watch over, and asking for it costs as much as the row itself, a million times.
do $$
declare
    name text;
begin
    foreach name in array array['units', 'posts', 'trainees', 'placements', 'payments', 'mentors', 'matching_events',
        'post_publications'] loop
        execute format('alter table %1$I drop constraint %1$s_batch_fkey', name || '_fact');
    end loop;
end
$$;
