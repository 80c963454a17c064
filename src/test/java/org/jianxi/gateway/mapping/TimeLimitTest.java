package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    @Test
    void aReadingThatDoesNotEndIsGivenUpOn() {
        var never = new CountDownLatch(1);
        var refused = catchThrowableOfType(
                UnreadableDocument.class,
                () -> new TimeLimit(Duration.ofMillis(50)).within(() -> {
                    never.await();
                    return 0;
                }));
        assertThat(refused.rule().id()).isEqualTo("S-LIMIT");
    }

    @Test
    void aReadingThatNestsWithoutEndIsTheSendersFaultAndAnyOtherErrorOurs() {
        var limit = new TimeLimit(Duration.ofSeconds(5));
        assertThat(catchThrowableOfType(UnreadableDocument.class, () -> limit.within(() -> deeper(1)))
                        .rule()
                        .id())
                .isEqualTo("S-LIMIT");
        assertThatThrownBy(() -> limit.within(() -> {
                    throw new IllegalArgumentException("ours");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private static int deeper(int level) {
        return level == 0 ? 0 : deeper(level + 1) + 1;
    }
}
