package org.jianxi.gateway.accounts;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jianxi.gateway.signing.Sm3;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How often somebody may be wrong at the door: from one address, and about one account from wherever. A burst, then one each interval,
 * counted in a table: however many nodes there are, a guesser has no more attempts than at one.
 *
 * <p>A row says when its caller would be where it began; once that is past it means nothing and is cleared away. Addresses and names are
 * kept as SM3.
 */
public final class Guesses {

    private static final Pace FROM_ONE_ADDRESS = new Pace("address", 10, Duration.ofSeconds(6));
    private static final Pace ABOUT_ONE_ACCOUNT = new Pace("account", 5, Duration.ofSeconds(30));
    private static final int MOST_CLEARED = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    public Guesses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Pace(String of, int burst, Duration interval) {

        byte[] key(String who) {
            return Sm3.of((of + " " + who).getBytes(StandardCharsets.UTF_8)).bytes();
        }

        Duration furthestAhead() {
            return interval.multipliedBy(burst - 1L);
        }
    }

    /** False when this address must wait; asking too early costs nothing more. */
    public boolean allows(String address) {
        clear();
        return takes(FROM_ONE_ADDRESS, address);
    }

    public boolean allows(String address, String account) {
        return allows(address) && takes(ABOUT_ONE_ACCOUNT, account);
    }

    /**
     * Gives back what {@link #allows} took, for an attempt that turned out to be no guess: an office signs in from one address at nine
     * o'clock, and only wrong guesses wear the pace down.
     */
    public void forgives(String address) {
        givesBack(FROM_ONE_ADDRESS, address);
    }

    public void forgives(String address, String account) {
        forgives(address);
        givesBack(ABOUT_ONE_ACCOUNT, account);
    }

    /** One statement, so that nodes that ask at once take one after the other. */
    private boolean takes(Pace pace, String who) {
        var now = clock.instant();
        return jdbc.sql("""
                        insert into sign_in_pace as known (who, free_at) values (:who, :first)
                        on conflict (who) do update
                        set free_at = greatest(known.free_at, :now) + :interval * interval '1 second'
                        where known.free_at <= :furthest""")
                        .param("who", pace.key(who))
                        .param("first", AccountStore.at(now.plus(pace.interval())))
                        .param("now", AccountStore.at(now))
                        .param("interval", pace.interval().toSeconds())
                        .param("furthest", AccountStore.at(now.plus(pace.furthestAhead())))
                        .update()
                == 1;
    }

    private void givesBack(Pace pace, String who) {
        jdbc.sql("update sign_in_pace set free_at = free_at - :interval * interval '1 second' where who = :who")
                .param("interval", pace.interval().toSeconds())
                .param("who", pace.key(who))
                .update();
    }

    private void clear() {
        jdbc.sql("""
                        delete from sign_in_pace where who in (
                            select who from sign_in_pace where free_at <= :now
                            order by free_at limit :most for update skip locked)""")
                .param("now", AccountStore.at(clock.instant()))
                .param("most", MOST_CLEARED)
                .update();
    }
}
