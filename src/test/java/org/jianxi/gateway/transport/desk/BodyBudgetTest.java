package org.jianxi.gateway.transport.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

    private final AtomicLong nanos = new AtomicLong();
    private final BodyBudget budget = new BodyBudget(1, nanos::get);

    @Test
    void theLimitIsTheLastSizeTaken() throws IOException {
        assertThat(length(bytes(10), -1, 10)).isEqualTo(10);
        assertThatThrownBy(() -> length(bytes(11), -1, 10)).isInstanceOf(BodyBudget.TooLarge.class);
    }

    @Test
    void anAnnouncedLengthAboveTheLimitIsRefusedUnread() {
        InputStream untouched = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };

        assertThatThrownBy(() -> length(untouched, 11, 10)).isInstanceOf(BodyBudget.TooLarge.class);
    }

    @Test
    void whatWasReservedIsGivenBackHoweverItEnds() throws IOException {
        for (var time = 0; time < 3; time++) {
            assertThatThrownBy(() -> budget.read(bytes(1), 1, 1000 * 1024, body -> {
                        throw new IOException("ours");
                    }))
                    .hasMessage("ours");
        }
        assertThat(length(bytes(1), 1000 * 1024, 1000 * 1024)).isEqualTo(1);
    }

    @Test
    void aSenderThatDripsIsCutOffAndASlowOneIsNot() throws IOException {
        assertThat(length(dripping(1100), -1, 64 * 1024)).isGreaterThan(40_000);
        assertThatThrownBy(() -> length(dripping(1000), -1, 64 * 1024)).isInstanceOf(PacedStream.TooSlow.class);
    }

    private int length(InputStream stream, long announced, long most) throws IOException {
        return budget.<Integer>read(stream, announced, most, body -> body.length);
    }

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }

    /** Gives so many bytes each second, for forty seconds. */
    private InputStream dripping(int bytesASecond) {
        return new InputStream() {
            private int seconds;

            @Override
            public int read() {
                throw new AssertionError("read in pieces");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (seconds++ == 40) {
                    return -1;
                }
                nanos.addAndGet(1_000_000_000L);
                return Math.min(length, bytesASecond);
            }
        };
    }
}
