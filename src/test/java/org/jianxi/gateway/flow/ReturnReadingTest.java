package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.filing.ReturnLooks;
import org.jianxi.gateway.flow.reading.ReturnReading;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.rollup.CellChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an officer reads beside the province's figures, over a real database. */
class ReturnReadingTest {

    private static final Period MAY = Period.of("2023-05");
    private static final Period JUNE = Period.of("2023-06");

    @TempDir
    private Path folder;

    private TestGateway gateway;
    private ReturnReading reading;

    @BeforeEach
    void oneReturnStands() {
        gateway = new TestGateway(folder);
        reading = new ReturnReading(
                gateway.provincial,
                new ReturnLooks(gateway.jdbc),
                Divisions.reportingUnits(Path.of("").toAbsolutePath()),
                Clock.fixed(TestGateway.NOW, ZoneOffset.UTC));
        push("530100", JUNE, 3127);
    }

    @Test
    void whatCameAndWhatWasReplacedSinceTheReturnWasReadIsTold() {
        assertThat(since("officer")).as("never read").isEmpty();
        var read = gateway.provincial.standing(JUNE).figures().ledgerPosition().orElseThrow();
        push("530100", JUNE, 3130);
        reading.mark("officer", JUNE, read);
        push("530300", JUNE, 2000);

        var changes = since("officer").orElseThrow().difference().changes();
        assertThat(changes).hasSize(2);
        assertThat(changes.getFirst().cells()).extracting(CellChange::indicator).containsExactly(13);
        assertThat(changes.getLast().closesGap()).isTrue();
        assertThat(since("another")).as("each reads for oneself").isEmpty();
    }

    @Test
    void anOlderPageDoesNotTakeANewerLookBackAndNobodyHasReadWhatIsNotThere() {
        push("530300", JUNE, 2000);
        var all = gateway.provincial.position();
        reading.mark("officer", JUNE, all + 1000);
        reading.mark("officer", JUNE, 1);
        assertThat(since("officer").orElseThrow().look().position()).isEqualTo(all);
        push("530100", JUNE, 3130);
        assertThat(since("officer").orElseThrow().difference().changes()).hasSize(1);
    }

    @Test
    void aMonthWithoutReturnsIsNotComparedWithAsIfItHadZeros() {
        assertThat(reading.earlier(JUNE).lastMonth()).isEmpty();
        push("530100", MAY, 3000);
        var earlier = reading.earlier(JUNE);
        assertThat(earlier.lastMonth().orElseThrow().totals().of(13)).isEqualTo(3000);
        assertThat(earlier.lastMonth().orElseThrow().gaps()).hasSize(16);
        assertThat(earlier.lastYear()).as("no edition was in force in 2022").isEmpty();
    }

    private Optional<ReturnReading.Since> since(String reader) {
        return reading.since(reader, gateway.provincial.standing(JUNE).figures());
    }

    private void push(String sender, Period period, int inPost) {
        var content = TestGateway.goodReturn(sender, inPost).replace("2023-06", period.toString());
        var outcome = gateway.submissions.receive(new Delivery(
                new SourceId("kunming"),
                Set.of(new Sender(sender)),
                Door.HTTP_PUSH,
                Delivery.MONTHLY_RETURN,
                Optional.of(period),
                MediaType.JSON,
                Optional.empty(),
                content.getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                Optional.empty(),
                TestGateway.NOW));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }
}
