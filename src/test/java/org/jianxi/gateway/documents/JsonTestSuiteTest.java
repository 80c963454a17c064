package org.jianxi.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** nst/JSONTestSuite, where it lies beside this clone. */
class JsonTestSuiteTest {

    private static final Path SUITE =
            Path.of(System.getProperty("jianxi.corpora", "../shared/corpora"), "json/JSONTestSuite/test_parsing");

    /** Valid JSON that we refuse all the same: members that stand twice, and noncharacters, which no figure or name can hold. */
    private static final Set<String> REFUSED = Set.of(
            "y_object_duplicated_key.json",
            "y_object_duplicated_key_and_value.json",
            "y_string_escaped_noncharacter.json",
            "y_string_last_surrogates_1_and_2.json",
            "y_string_nonCharacterInUTF-8_U+10FFFF.json",
            "y_string_nonCharacterInUTF-8_U+FFFF.json",
            "y_string_unicode_U+10FFFE_nonchar.json",
            "y_string_unicode_U+1FFFE_nonchar.json",
            "y_string_unicode_U+FDD0_nonchar.json",
            "y_string_unicode_U+FFFE_nonchar.json");

    /** What the standard leaves open and we accept; all else it leaves open is refused. */
    private static final Set<String> ACCEPTED = Set.of(
            "i_number_too_big_neg_int.json", "i_number_too_big_pos_int.json", "i_number_very_big_negative_int.json");

    @BeforeEach
    void theSuiteIsHere() {
        assumeTrue(Files.isDirectory(SUITE), "no corpora beside this clone");
    }

    @Test
    void whatMustParseParsesButForDuplicatesAndNoncharacters() throws IOException {
        assertThat(refused("y_")).isEqualTo(REFUSED);
    }

    @Test
    void whatMustBeRefusedIsRefused() throws IOException {
        assertThat(accepted("n_")).isEmpty();
    }

    @Test
    void whatIsLeftOpenHasOneRecordedAnswer() throws IOException {
        assertThat(accepted("i_")).isEqualTo(ACCEPTED);
    }

    private static Set<String> refused(String prefix) throws IOException {
        return judged(prefix, false);
    }

    private static Set<String> accepted(String prefix) throws IOException {
        return judged(prefix, true);
    }

    private static Set<String> judged(String prefix, boolean wanted) throws IOException {
        var names = new TreeSet<String>();
        try (Stream<Path> files = Files.list(SUITE)) {
            for (var file : files.filter(one -> one.getFileName().toString().startsWith(prefix))
                    .toList()) {
                if (parses(file) == wanted) {
                    names.add(file.getFileName().toString());
                }
            }
        }
        return names;
    }

    private static boolean parses(Path file) throws IOException {
        try {
            StrictJson.parse(Files.readAllBytes(file));
            return true;
        } catch (UnreadableDocument refused) {
            assertThat(refused.reason().zh()).isNotBlank();
            return false;
        }
    }
}
