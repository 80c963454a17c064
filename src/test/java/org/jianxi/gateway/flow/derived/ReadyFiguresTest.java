package org.jianxi.gateway.flow.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which months are counted before anybody asks, over a real database. */
class ReadyFiguresTest {

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh().dataSource());
    private final List<String> counted = new ArrayList<>();
    private final ReadyFigures ready = new ReadyFigures(
            month -> counted.add(month.toString()),
            jdbc,
            Clock.fixed(Instant.parse("2023-06-30T17:00:00Z"), ZoneId.of("UTC")),
            ZoneId.of("Asia/Shanghai"));

    @Test
    void theRunningMonthTheLastAndTheThreeDeliveredNewestAreCounted() {
        delivered("2021-01", "2023-06", "2022-12", "2022-11", "2022-12", "2022-10");

        ready.look();

        assertThat(counted)
                .as("it is July in Kunming already")
                .containsExactly("2023-07", "2023-06", "2022-10", "2022-12", "2022-11");
    }

    @Test
    void whatIsDeliveredIsCountedOnceNothingMoreComes() {
        ready.look();
        counted.clear();

        delivered("2022-05");
        ready.look();
        assertThat(counted).isEmpty();

        ready.look();
        assertThat(counted).containsExactly("2023-07", "2023-06", "2022-05");
        counted.clear();

        ready.look();
        assertThat(counted).as("nothing new").containsExactly("2023-07", "2023-06");
    }

    private void delivered(String... months) {
        for (var month : months) {
            jdbc.sql("insert into fact_batch (submission, dataset, sender, period, delivers)"
                            + " values (gen_random_uuid()::text, 'placements', '530100', :month, 'month')")
                    .param("month", Period.of(month).toString())
                    .update();
        }
    }
}
