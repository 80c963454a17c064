package org.jianxi.gateway.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.mapping.MappingDrafts;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of which each is a document of its own: nothing stands outside them. */
class SuggestedLinesTest {

    private static final Path HOME = Path.of("");
    private static final String FIRST =
            "{\"AAC003\":\"示例甲\",\"AAC147\":\"530802200003159014\",\"x\":{\"other\":\"a\"}}";
    private static final String SECOND =
            "{\"AAC003\":\"示例乙\",\"AAC147\":\"530821200211059025\",\"x\":{\"other\":\"b\"}}";

    @ParameterizedTest
    @ValueSource(strings = {FIRST + "\n" + SECOND + "\n", "[" + FIRST + "," + SECOND + "]"})
    void nothingIsReadFromTheFirstRecordForAllOfThem(String content) throws Exception {
        var suggestion = Suggester.open(HOME)
                .suggest(
                        new Suggester.OfRecords("draft", "trainees"),
                        MediaType.JSON,
                        content.getBytes(StandardCharsets.UTF_8));

        assertThat(suggestion.draft()).doesNotContain("document:").contains("name: /AAC003", "idNumber: /AAC147");
        assertThat(suggestion.left()).containsExactly("/x/other");
    }

    @Test
    void aMappingOfLinesThatAsksForTheDocumentIsRefused() {
        var mapping = """
                source: draft
                dataset: trainees
                format: jsonl
                fields:
                  name: {document: /AAC003}
                """;
        var drafts = new MappingDrafts(HOME, ReturnForms.load(HOME, Sm3::of), Sm3::of);

        assertThatThrownBy(() -> drafts.read(mapping))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("document")
                .hasMessageContaining("every line is a document of its own");
    }
}
