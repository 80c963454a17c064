package org.jianxi.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.outgoing.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wrong guesses at the door of several nodes that share one database. */
class GuessesTest {

    private static final String ADDRESS = "192.0.2.7";

    private final MovableClock clock = new MovableClock(Instant.parse("2023-07-03T01:00:00Z"));
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh().dataSource());
    private final List<Guesses> nodes =
            List.of(new Guesses(jdbc, clock), new Guesses(jdbc, clock), new Guesses(jdbc, clock));

    @Test
    void tenFromOneAddressAreAllThereAreHoweverManyNodesAreAsked() {
        var allowed = IntStream.range(0, 60)
                .filter(guess -> nodes.get(guess % nodes.size()).allows(ADDRESS))
                .count();

        assertThat(allowed).isEqualTo(10);
        assertThat(nodes.getFirst().allows("192.0.2.8")).as("another address").isTrue();
        clock.forward(Duration.ofSeconds(6));
        assertThat(nodes.get(1).allows(ADDRESS)).as("one each six seconds").isTrue();
        assertThat(nodes.get(2).allows(ADDRESS)).isFalse();
    }

    @Test
    void thoseThatComeAtOnceAreCountedOneByOne() throws Exception {
        List<Callable<Boolean>> guesses = IntStream.range(0, 60)
                .<Callable<Boolean>>mapToObj(
                        guess -> () -> nodes.get(guess % nodes.size()).allows(ADDRESS))
                .toList();
        try (ExecutorService doors = Executors.newFixedThreadPool(8)) {
            var allowed = 0;
            for (var guess : doors.invokeAll(guesses)) {
                allowed += guess.get() ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(10);
        }
    }

    @Test
    void oneAccountIsGuessedAtFiveTimesFromHoweverManyAddresses() {
        var allowed = IntStream.range(0, 40)
                .filter(guess -> nodes.get(guess % nodes.size()).allows("198.51.100." + guess, "li-office"))
                .count();

        assertThat(allowed).isEqualTo(5);
    }

    @Test
    void anOfficeBehindOneAddressSignsInAtNine() {
        for (int colleague = 0; colleague < 30; colleague++) {
            assertThat(nodes.get(colleague % 3).allows(ADDRESS, "colleague-" + colleague))
                    .isTrue();
            nodes.get(colleague % 3).forgives(ADDRESS, "colleague-" + colleague);
        }
    }

    @Test
    void whatNoLongerCountsIsClearedAwayAndNobodyIsNamedMeanwhile() {
        nodes.getFirst().allows(ADDRESS, "li-office");
        assertThat(rows()).hasSize(2).noneMatch(row -> row.contains("192") || row.contains("li-office"));

        clock.forward(Duration.ofHours(1));
        nodes.get(1).allows("192.0.2.9");

        assertThat(rows()).hasSize(1);
    }

    private List<String> rows() {
        return jdbc.sql("select encode(who, 'escape') from sign_in_pace")
                .query(String.class)
                .list();
    }
}
