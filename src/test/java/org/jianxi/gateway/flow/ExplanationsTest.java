package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.flow.TestGateway.goodReturn;

import java.nio.file.Path;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.flow.RepeatedExplanations.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What units explained in the returns that stand, read back from the database. */
class ExplanationsTest {

    private static final Period MAY = Period.of("2023-05");
    private static final Period JUNE = Period.of("2023-06");

    @TempDir
    Path folder;

    @Test
    void theReturnsThatStandSayWhatWasExplainedAndHowOftenAlike() {
        var gateway = new TestGateway(folder);
        for (var sender : new String[] {"530100", "530300"}) {
            push(gateway, MAY, sender, goodReturn(sender, 3127));
            push(gateway, JUNE, sender, explained(sender, 4000, "另有原因，附后"));
            push(gateway, JUNE, sender, explained(sender, 4001, "经核实无误"));
        }

        var repeats = new Explanations(gateway.ledger.submissions(), Reasons.load(Path.of(""))).of(JUNE);

        assertThat(repeats.said()).isEqualTo(2);
        assertThat(repeats.repeated()).isEqualTo(2);
        assertThat(repeats.reasons()).containsEntry("verified", 2);
        assertThat(repeats.groups()).singleElement().satisfies(group -> {
            assertThat(group.text()).isEqualTo("经核实无误");
            assertThat(group.uses()).extracting(Said::rule).containsExactly("B-13", "B-13");
        });
        assertThat(new Explanations(gateway.ledger.submissions(), Reasons.load(Path.of("")))
                        .of(MAY)
                        .percent())
                .isEmpty();
    }

    private static String explained(String sender, int inPost, String text) {
        return goodReturn(sender, inPost)
                .replace(
                        "\"1873.50\"}}",
                        "\"1873.50\"}, \"explanations\": [{\"rule\": \"B-13\", \"text\": \"%s\"}]}".formatted(text));
    }

    private static void push(TestGateway gateway, Period period, String sender, String content) {
        var june = TestGateway.delivery(sender, content.replace("2023-06", period.toString()), Optional.empty());
        var outcome = gateway.submissions.receive(new Delivery(
                june.source(),
                june.senders(),
                june.door(),
                june.dataset(),
                Optional.of(period),
                june.mediaType(),
                june.fileName(),
                june.content(),
                june.signature(),
                june.idempotencyKey(),
                TestGateway.NOW));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }
}
