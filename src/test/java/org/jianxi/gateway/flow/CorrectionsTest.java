package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.flow.Correcting.JUNE;
import static org.jianxi.gateway.flow.Correcting.elements;
import static org.jianxi.gateway.flow.Correcting.said;
import static org.jianxi.gateway.flow.Correcting.xml;
import static org.jianxi.gateway.flow.TestGateway.goodReturn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlSchema;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.MinistryMessage;
import org.jianxi.gateway.filing.Outbox;
import org.jianxi.gateway.filing.OutboxState;
import org.jianxi.gateway.sandbox.Behaviour;
import org.jianxi.gateway.signing.SaltedLeaves;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What happens after filing: numbered, signed supplementary returns, each chained to the one before. */
class CorrectionsTest {

    /** The day after the second working day of July 2023. */
    private static final Instant TOO_LATE = Instant.parse("2023-07-05T01:00:00Z");

    @TempDir
    Path folder;

    private Correcting month;
    private Filed first;

    @BeforeEach
    void kunmingIsFiledAndTheOthersAreGaps() {
        month = new Correcting(folder);
        month.gateway.push("530100", goodReturn("530100", 3127));
        first = month.approveAndFile();
    }

    @Test
    void aLateUnitTurnsItsGapIntoFiguresInTheFirstSupplementaryReturn() throws UnreadableDocument {
        qujingComesLate();

        var second = month.approveAndFile();

        assertThat(second.correction().orElseThrow().number()).isEqualTo(1);
        assertThat(second.correction().orElseThrow().corrects()).isEqualTo("530000-2023-06-1");
        var difference = differenceOf(second);
        assertThat(difference.at("/closedGaps").toString()).isEqualTo("[\"530300\"]");
        assertThat(difference.at("/causes/0/kind").stringValue()).isEqualTo("late-unit");
        assertThat(difference.at("/causes/0/by/late").booleanValue()).isTrue();
        assertThat(difference.at("/causes/0/by/receivedAt").stringValue()).isEqualTo(TOO_LATE.toString());
        assertThat(difference.at("/cells")).hasSize(14);
        assertThat(difference.at("/cells/12").toString())
                .isEqualTo("{\"indicator\":13,\"new\":1000,\"sender\":\"530300\"}");
        assertThat(difference.at("/totals/12").toString())
                .isEqualTo("{\"because\":[\"530300\"],\"indicator\":13,\"new\":4127,\"old\":3127}");
        assertThat(difference.at("/corrects/document").stringValue())
                .isEqualTo(Sm3.of(first.document()).hex());
        assertThat(month.gateway.windows.of(JUNE).standings())
                .filteredOn(standing -> standing.unit().sender().equals(new Sender("530300")))
                .allMatch(SenderStanding::late);
    }

    @Test
    void aRevisionOfAnotherSenderChainsToTheFirstSupplementaryReturn() throws UnreadableDocument {
        qujingComesLate();
        var second = month.approveAndFile();
        month.gateway.push("530100", goodReturn("530100", 3130));

        var third = month.approveAndFile();

        var difference = differenceOf(third);
        assertThat(third.correction().orElseThrow().number()).isEqualTo(2);
        assertThat(difference.at("/corrects/messageId").stringValue()).isEqualTo(second.messageId());
        assertThat(difference.at("/corrects/document").stringValue())
                .isEqualTo(Sm3.of(second.document()).hex());
        assertThat(difference.at("/corrects/ledgerPosition").longValue()).isEqualTo(positionOf(second));
        assertThat(difference.at("/cells").toString())
                .isEqualTo("[{\"indicator\":13,\"new\":3130,\"old\":3127,\"sender\":\"530100\"}]");
        assertThat(difference.at("/causes/0/kind").stringValue()).isEqualTo("correction");
        assertThat(difference.at("/causes/0/replaced/revision").intValue()).isEqualTo(1);
        assertThat(difference.at("/causes/0/by/revision").intValue()).isEqualTo(2);
    }

    @Test
    void whatWasFiledBeforeStaysByteForByte() {
        qujingComesLate();
        var second = month.approveAndFile();
        month.gateway.push("530100", goodReturn("530100", 3130));
        month.approveAndFile();

        assertThat(month.filed.find(JUNE, 1).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(first);
        assertThat(month.filed.find(JUNE, 2).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(second);
        assertThat(month.gateway.provincial.asFiled(first).digest()).isEqualTo(first.figures());
    }

    @Test
    void oneSignatureCoversTheFullFormAndTheDifference() throws UnreadableDocument {
        qujingComesLate();
        var second = month.approveAndFile();

        var verifier = new SealVerifier(month.gateway.signer.certificate());
        assertThat(verifier.checkDetached(second.signature(), second.document(), TestGateway.NOW)
                        .isGenuine())
                .isTrue();
        assertThat(verifier.checkDetached(
                                second.signature(),
                                text(second)
                                        .replace("new=\"4127\"", "new=\"4128\"")
                                        .getBytes(StandardCharsets.UTF_8),
                                TestGateway.NOW)
                        .isGenuine())
                .isFalse();
        assertThat(XmlSchema.read(Path.of("schemas/canonical/envelope-1.xsd")).validate(second.document()))
                .isEmpty();
    }

    @Test
    void theLedgerTiesTheCorrectionToWhatItCorrectsAndToItsDocuments() throws UnreadableDocument {
        qujingComesLate();
        var second = month.approveAndFile();

        var entry = month.gateway
                .ledger
                .log()
                .find(FilingDesk.PROVINCIAL_RETURN, second.messageId())
                .orElseThrow();
        var body = StrictJson.parse(entry.body());
        var leaves = month.gateway.ledger.leaves().of(second.messageId());
        assertThat(body.at("/number").intValue()).isEqualTo(1);
        assertThat(body.at("/corrects").toString())
                .isEqualTo("{\"document\":\"%s\",\"messageId\":\"%s\"}"
                        .formatted(Sm3.of(first.document()).hex(), first.messageId()));
        assertThat(body.at("/difference").stringValue())
                .isEqualTo(
                        Sm3.of(second.correction().orElseThrow().difference()).hex());
        assertThat(new Digest(body.at("/root").stringValue())).isEqualTo(leaves.root());
        assertThat(leaves.leaves().getFirst().path()).isEqualTo("/form");
        assertThat(leaves.leaves().get(16).path()).isEqualTo("/indicators/13");
        assertThat(leaves.leaves().get(16).value()).isEqualTo("4127");
    }

    @Test
    void theMinistryReceivesTheFullFormAndTheDifferenceInOneMessage() throws IOException {
        qujingComesLate();
        month.approveAndFile();

        var received = month.send();

        assertThat(received).extracting("messageId").containsExactly("530000-2023-06-1", "530000-2023-06-2");
        assertThat(xml(received.get(0).body()).getDocumentElement().getLocalName())
                .isEqualTo("ministryReturn");
        var correction = xml(received.get(1).body());
        assertThat(correction.getDocumentElement().getLocalName()).isEqualTo("supplementaryReturn");
        assertThat(correction.getDocumentElement().getAttribute("number")).isEqualTo("1");
        assertThat(said(elements(correction, "corrects").getFirst(), "messageId", "revision", "document"))
                .isEqualTo("messageId=530000-2023-06-1 revision=1 document="
                        + Sm3.of(received.get(0).body()).hex());
        assertThat(elements(correction, "ministryReturn")).hasSize(1);
        assertThat(elements(correction, "sender"))
                .extracting(one -> one.getAttribute("code"))
                .containsExactly("530100", "530300");
        assertThat(elements(correction, "gap")).hasSize(15);
        assertThat(elements(correction, "cell")).hasSize(14);
        assertThat(said(elements(correction, "total").get(12), "indicator", "old", "new"))
                .isEqualTo("indicator=13 old=3127 new=4127");
    }

    @Test
    void aRejectedCorrectionsFiguresAreInTheNextOne() throws IOException, UnreadableDocument {
        qujingComesLate();
        var rejected = month.approveAndFile();
        month.send(new Behaviour.Normal(), new Behaviour.Reject("数据不符"));
        assertThat(new Outbox(month.gateway.jdbc)
                        .find(rejected.messageId())
                        .orElseThrow()
                        .state())
                .isEqualTo(OutboxState.REJECTED);
        month.gateway.push("530100", goodReturn("530100", 3130));

        var next = month.approveAndFile();

        var difference = differenceOf(next);
        assertThat(next.correction().orElseThrow().number()).isEqualTo(2);
        assertThat(difference.at("/corrects/messageId").stringValue()).isEqualTo(first.messageId());
        assertThat(difference.at("/closedGaps").toString()).isEqualTo("[\"530300\"]");
        assertThat(difference.at("/totals/12").toString())
                .isEqualTo("{\"because\":[\"530100\",\"530300\"],\"indicator\":13,\"new\":4130,\"old\":3127}");
    }

    @Test
    void aRejectedCorrectionMayBeFiledAgainOnceItIsApprovedAgain() throws IOException {
        qujingComesLate();
        month.approveAndFile();
        month.send(new Behaviour.Normal(), new Behaviour.Reject("数据不符"));

        assertThat(rulesOf(month.gateway.monthEnd.file(JUNE, "officer-b"))).containsExactly("P-APPROVAL");
        assertThat(month.approveAndFile().messageId()).isEqualTo("530000-2023-06-3");
    }

    @Test
    void theApprovalOfACorrectionLapsesWhenAnotherRevisionComes() {
        qujingComesLate();
        month.approve();
        month.gateway.push("530100", goodReturn("530100", 3130));

        assertThat(rulesOf(month.gateway.monthEnd.file(JUNE, "officer-b"))).containsExactly("P-APPROVAL");
    }

    @Test
    void theSameFiguresSentAgainAsOtherBytesAreNoCorrection() {
        month.gateway.push("530100", goodReturn("530100", 3127) + "\n");

        assertThat(month.gateway.filings.of(JUNE).isUnchanged()).isTrue();
        assertThat(rulesOf(month.gateway.monthEnd.file(JUNE, "officer-b"))).containsExactly("P-ALREADY-FILED");
    }

    /** A list of units or an edition that was changed afterwards does this; the ledger itself is whole. */
    @Test
    void nothingIsCorrectedWhileTheLedgerDoesNotGiveWhatWasFiled() {
        fileOtherFigures();
        qujingComesLate();

        var gaps = month.gateway.provincial.standing(JUNE).gaps();
        assertThat(rulesOf(month.gateway.monthEnd.approve(JUNE, "officer-a", gaps)))
                .containsExactly("P-FILED-FIGURES");
        assertThat(rulesOf(month.gateway.monthEnd.file(JUNE, "officer-b"))).containsExactly("P-FILED-FIGURES");
    }

    private void fileOtherFigures() {
        var other = new Filed(
                JUNE,
                2,
                "530000-2023-06-2",
                first.ledgerPosition(),
                Sm3.of("other figures".getBytes(StandardCharsets.UTF_8)),
                first.content(),
                first.document(),
                first.signature(),
                Optional.empty(),
                Optional.empty(),
                "officer-a",
                "officer-b",
                TestGateway.NOW);
        var next = month.gateway.filings.of(JUNE);
        var leaves = SaltedLeaves.salting(next.view().leaves(), new SecureRandom());
        month.filed.add(other);
        month.gateway.ledger.leaves().add(other.messageId(), leaves);
        var statement = FilingStatement.of(other, leaves, next);
        month.gateway.ledger.log().append(FilingDesk.PROVINCIAL_RETURN, other.messageId(), statement, TestGateway.NOW);
        var message =
                new MinistryMessage(other.messageId(), JUNE, 2, "application/xml", other.document(), other.signature());
        new Outbox(month.gateway.jdbc).enqueue(message, TOO_LATE, TestGateway.NOW);
    }

    @Test
    void whatWouldBeSentIsShownBeforeAnythingIsFiled() {
        qujingComesLate();

        var next = month.gateway.filings.of(JUNE);

        assertThat(next.correction().orElseThrow().causes()).hasSize(1);
        assertThat(month.filed.all(JUNE)).hasSize(1);
    }

    private void qujingComesLate() {
        assertThat(month.gateway.pushAt(TOO_LATE, "530300", goodReturn("530300", 1000)))
                .isInstanceOf(Outcome.Accepted.class);
    }

    private long positionOf(Filed filed) {
        return month.gateway
                .ledger
                .log()
                .find(FilingDesk.PROVINCIAL_RETURN, filed.messageId())
                .orElseThrow()
                .position();
    }

    private static JsonNode differenceOf(Filed filed) throws UnreadableDocument {
        return StrictJson.parse(filed.correction().orElseThrow().difference());
    }

    private static String text(Filed filed) {
        return new String(filed.document(), StandardCharsets.UTF_8);
    }

    private static List<String> rulesOf(Step step) {
        return switch (step) {
            case Step.Done done -> List.of();
            case Step.NotNow notNow ->
                notNow.findings().stream().map(Finding::rule).toList();
        };
    }
}
