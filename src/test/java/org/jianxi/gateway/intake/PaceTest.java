package org.jianxi.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Wrong keys wear the pace down, right ones do not. */
class PaceTest {

    private static final Clock NINE = Clock.fixed(Instant.parse("2023-07-03T01:00:00Z"), ZoneOffset.UTC);

    private final Pace pace = new Pace(NINE, 3, Duration.ofSeconds(6));

    @Test
    void aBurstOfGuessesEndsAndOnlyForWhoGuessed() {
        for (int guess = 0; guess < 3; guess++) {
            assertThat(pace.allows("a")).isTrue();
        }
        assertThat(pace.allows("a")).isFalse();
        assertThat(pace.allows("b")).isTrue();
    }

    @Test
    void anOfficeBehindOneAddressSignsInAtNine() {
        for (int colleague = 0; colleague < 20; colleague++) {
            assertThat(pace.allows("office")).isTrue();
            pace.forgives("office");
        }
    }

    @Test
    void aRightKeyForgivesItselfAndNoGuess() {
        for (int guess = 0; guess < 2; guess++) {
            pace.allows("office");
        }
        pace.allows("office");
        pace.forgives("office");
        assertThat(pace.allows("office")).isTrue();
        assertThat(pace.allows("office")).isFalse();
    }
}
