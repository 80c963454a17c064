package org.jianxi.gateway.flow.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LullTest {

    private final Lull lull = new Lull();

    @Test
    void nobodyWaitsAtFirstNorWhileNothingComes() {
        assertThat(lull.at(7)).isTrue();
        assertThat(lull.at(7)).isTrue();
    }

    @Test
    void whileOneDeliveryFollowsAnotherItWaitsUntilNoneCame() {
        lull.at(0);

        assertThat(lull.at(1)).isFalse();
        assertThat(lull.at(2)).isFalse();
        assertThat(lull.at(2)).isTrue();
    }

    @Test
    void afterFortyWaitsItWaitsNoLonger() {
        lull.at(0);

        assertThat(IntStream.rangeClosed(1, 82).mapToObj(lull::at))
                .as("every forty-first time though deliveries never pause")
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 82)
                        .mapToObj(asked -> asked % 41 == 0)
                        .toList());
    }
}
