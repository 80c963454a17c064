package org.jianxi.gateway.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.filing.Acknowledgement.Verdict;
import org.jianxi.gateway.filing.AcknowledgementVerifier.Checked;
import org.jianxi.gateway.filing.AcknowledgementVerifier.Fault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgementVerifierTest {

    @TempDir
    static Path folder;

    private static Ministry ministry;
    private static MinistryMessage message;

    @BeforeAll
    static void keys() {
        ministry = new Ministry(folder);
        message = ministry.message(1);
    }

    @Test
    void theMinistrysWordOnThisMessageIsGenuine() {
        assertThat(check(Map.of(), "ministry"))
                .isEqualTo(new Checked.Genuine(new Acknowledgement(
                        "ACK-1",
                        message.messageId(),
                        message.digest(),
                        Ministry.NOW,
                        Verdict.ACCEPTED,
                        Optional.empty())));
    }

    @Test
    void anotherKeysSignatureIsRefusedThoughTheContentIsRight() {
        assertThat(fault(check(Map.of(), "stranger"))).isEqualTo(Fault.BAD_SIGNATURE);
    }

    @Test
    void oneChangedByteIsRefused() {
        var signed = ministry.acknowledgement(message, Map.of(), "ministry");
        signed.content()[5] ^= 1;

        assertThat(fault(ministry.verifier().verify(signed, message, Ministry.NOW)))
                .isEqualTo(Fault.BAD_SIGNATURE);
    }

    @Test
    void anAcknowledgementOfAnotherMessageIsRefused() {
        assertThat(fault(check(Map.of("messageId", "530000-2023-05-r1"), "ministry")))
                .isEqualTo(Fault.OTHER_MESSAGE);
    }

    @Test
    void anAcknowledgementOfOtherBytesIsRefused() {
        assertThat(fault(check(Map.of("digest", "0".repeat(64)), "ministry"))).isEqualTo(Fault.OTHER_CONTENT);
    }

    @Test
    void signedNonsenseIsUnreadable() {
        for (var change : new Map<?, ?>[] {
            Map.of("verdict", "perhaps"),
            Map.of("digest", "short"),
            Map.of("receivedAt", "yesterday"),
            Map.of("acknowledgementId", " ")
        }) {
            @SuppressWarnings("unchecked")
            var changes = (Map<String, String>) change;
            assertThat(fault(check(changes, "ministry"))).isEqualTo(Fault.UNREADABLE);
        }
    }

    private static Checked check(Map<String, String> changes, String by) {
        var signed = ministry.acknowledgement(message, changes, by);
        return ministry.verifier().verify(signed, message, Ministry.NOW);
    }

    private static Fault fault(Checked checked) {
        return switch (checked) {
            case Checked.Wrong wrong -> wrong.fault();
            case Checked.Genuine genuine -> throw new AssertionError("taken for genuine: " + genuine);
        };
    }
}
