package org.jianxi.gateway.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.flow.FiledMonth;
import org.jianxi.gateway.signing.Trust;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One figure of a real month, opened. */
class CellVerifierTest {

    private static final int COMPLETED = 8;

    @TempDir
    private static Path folder;

    private static FiledMonth month;
    private static byte[] cell;

    @BeforeAll
    static void aMonthIsFiled() {
        month = FiledMonth.in(folder);
        cell = JsonText.of(month.cell(COMPLETED).tree());
    }

    private static Verdict verify(byte[] json) {
        return new CellVerifier(Trust.of(List.of(month.root()), List.of())).verify("cell.json", json);
    }

    @Test
    void anOpenedFigureIsGenuine() {
        assertThat(verify(cell)).isEqualTo(new Verdict(1, 16, 8, Optional.empty()));
    }

    @Test
    void everyFigureCanBeOpened() {
        for (var indicator = 1; indicator <= 14; indicator++) {
            assertThat(verify(JsonText.of(month.cell(indicator).tree())).failure())
                    .as("indicator " + indicator)
                    .isEmpty();
        }
    }

    @Test
    void noOtherFigureIsRevealed() throws Doubt {
        var text = new String(cell, StandardCharsets.UTF_8);
        var bundle = new Tampered(month.bundle());
        for (var file : bundle.files.sequencedKeySet()) {
            if (file.endsWith("/leaves.json")) {
                for (var leaf : bundle.json(file).path("leaves")) {
                    var opened = leaf.path("path").stringValue().equals("/indicators/" + COMPLETED);
                    assertThat(text.contains(leaf.path("salt").stringValue()))
                            .as(file + leaf)
                            .isEqualTo(opened);
                }
            }
        }
        assertThat(Pattern.compile("\"path\": \"/").matcher(text).results().count())
                .isEqualTo(8);
        assertThat(text).doesNotContain("\"indicators\"").doesNotContain("\"explanations\"");
    }

    @Test
    void anotherValueIsNotTheOneThatWasSigned() {
        refused(Reason.LEAVES_DIFFER, json -> part(json, 0).withObject("leaf").put("value", "1"));
    }

    @Test
    void aTotalThatIsNotTheSumIsRefused() {
        refused(Reason.ROLLUP_DIFFERS, json -> ((ArrayNode) json.path("parts")).remove(0));
    }

    @Test
    void aPartCannotCountTwice() {
        refused(
                Reason.ROLLUP_DIFFERS,
                json -> ((ArrayNode) json.path("parts")).set(0, part(json, 1).deepCopy()));
    }

    @Test
    void anEntryThatIsNotInTheLedgerIsRefused() {
        refused(
                Reason.INCLUSION_PROOF,
                json -> part(json, 0).put("entry", part(json, 0).path("entry").stringValue() + " "));
    }

    @Test
    void anotherMonthsEntryIsRefused() {
        refused(Reason.ENTRY_DIFFERS, json -> json.put("period", "2023-05"));
    }

    @Test
    void anotherIndicatorThanTheOpenedOneIsRefused() {
        refused(Reason.LEAVES_DIFFER, json -> json.put("indicator", 9));
    }

    @Test
    void aTreeHeadNobodySignedIsRefused() {
        refused(Reason.CHECKPOINT_SIGNATURE, json -> {
            var checkpoint = json.withObject("checkpoint");
            checkpoint.put(
                    "content",
                    checkpoint.path("content").stringValue().replace("signedAt\":\"2023", "signedAt\":\"2024"));
        });
    }

    @Test
    void nonsenseIsRefusedAndNotThrown() {
        for (var nonsense : List.of(
                "{", "{}", "{\"cell\": 1}", "{\"cell\": 1, \"checkpoint\": {\"content\": \"{}\", \"cms\": \"%\"}}")) {
            assertThat(verify(nonsense.getBytes(StandardCharsets.UTF_8))
                            .failure()
                            .orElseThrow()
                            .reason())
                    .isEqualTo(Reason.UNREADABLE);
        }
    }

    private static ObjectNode part(ObjectNode json, int at) {
        return (ObjectNode) json.path("parts").path(at);
    }

    private static void refused(Reason reason, Consumer<ObjectNode> change) {
        var json = (ObjectNode) Tampered.JSON.readTree(cell);
        change.accept(json);
        var failure = verify(Tampered.JSON.writeValueAsBytes(json)).failure().orElseThrow();
        assertThat(failure.reason()).as(failure.toString()).isEqualTo(reason);
    }
}
