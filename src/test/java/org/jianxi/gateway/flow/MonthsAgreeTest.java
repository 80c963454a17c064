package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import org.jianxi.gateway.filing.month.MonthTurn;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same acts at random on the type and on a gateway over PostgreSQL: they allow the same, and then stand the same. */
class MonthsAgreeTest {

    private static final int ACTS = 50;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theTypeAndTheGatewayAgreeAfterEveryAct(long seed) {
        var acting = new MonthActing(folder);
        var random = new Random(seed);
        var month = acting.stands();
        var met = new HashSet<String>();
        for (var turn = 0; turn < ACTS; turn++) {
            var act = acting.any(random, month);
            var expected = month.after(act);
            var where = "seed %d, act %d: %s on %s".formatted(seed, turn, act, month);

            assertThat(acting.does(act)).as(where).isEqualTo(expected instanceof MonthTurn.Now);
            month = expected instanceof MonthTurn.Now(var now) ? now : month;
            assertThat(acting.stands()).as(where).isEqualTo(month);
            met.add(month.wireName());
        }
        assertThat(met).hasSizeGreaterThanOrEqualTo(3);
    }
}
