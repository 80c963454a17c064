package org.jianxi.gateway.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = Backoff.standard(new Random(7));

    @Test
    void waitsGrowToAQuarterOfAnHourAndNoFurther() {
        assertThat(longest(1)).isBetween(Duration.ofMillis(1900), Duration.ofSeconds(2));
        assertThat(longest(4)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(16));
        assertThat(longest(1000)).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
    }

    @Test
    void whoAsksToBeLeftAloneIsLeftAloneForAnHourAtMost() {
        assertThat(backoff.afterTry(1, Optional.of(Duration.ofMinutes(30)))).isEqualTo(Duration.ofMinutes(30));
        assertThat(backoff.afterTry(1, Optional.of(Duration.ofDays(30)))).isEqualTo(Duration.ofHours(1));
    }

    private Duration longest(int tries) {
        return IntStream.range(0, 1000)
                .mapToObj(i -> backoff.afterTry(tries, Optional.empty()))
                .max(Duration::compareTo)
                .orElseThrow();
    }
}
