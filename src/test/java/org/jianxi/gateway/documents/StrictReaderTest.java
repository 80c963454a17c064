package org.jianxi.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictReaderTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 4096, 100_000})
    void textComesOutWholeWhateverTheSizeOfTheReads(int size) throws IOException {
        var text = "见习人员𠮷，plain\n".repeat(9_000);
        for (var encoding : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
            assertThat(read(text.getBytes(encoding), encoding, size)).isEqualTo(text);
        }
    }

    @Test
    void malformedBytesAreRefusedWithTheirLine() {
        assertThat(refusal("一\n二\n".getBytes(GB18030), StandardCharsets.UTF_8)
                        .at()
                        .line())
                .isEqualTo(2);
        var late = new byte[100_000];
        java.util.Arrays.fill(late, (byte) '\n');
        late[99_000] = (byte) 0xC3;
        assertThat(refusal(late, StandardCharsets.UTF_8).at().line()).isEqualTo(99_001);
        assertThat(refusal(new byte[] {'a', (byte) 0xE4, (byte) 0xB8}, StandardCharsets.UTF_8)
                        .rule())
                .isEqualTo(DocumentRule.ENCODING);
        assertThat(refusal(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, StandardCharsets.UTF_8)
                        .rule())
                .isEqualTo(DocumentRule.ENCODING);
    }

    @Test
    void marksOfOtherEncodingsAndNoncharactersAreRefused() throws IOException {
        assertThat(refusal("a".getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_8)
                        .rule())
                .isEqualTo(DocumentRule.ENCODING);
        assertThat(refusal("\uFEFFa".getBytes(StandardCharsets.UTF_8), GB18030).rule())
                .isEqualTo(DocumentRule.ENCODING);
        assertThat(refusal("a\uFFFE".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                        .rule())
                .isEqualTo(DocumentRule.TEXT);
        assertThat(refusal("\uD83F\uDFFF".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                        .rule())
                .isEqualTo(DocumentRule.TEXT);
        assertThat(refusal(new byte[0], StandardCharsets.UTF_8).rule()).isEqualTo(DocumentRule.EMPTY);
        assertThat(read("\uFEFF表".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, 8))
                .isEqualTo("表");
    }

    private static UnreadableDocument refusal(byte[] bytes, Charset encoding) {
        return catchThrowableOfType(RefusedStream.class, () -> read(bytes, encoding, 512))
                .refusal();
    }

    private static String read(byte[] bytes, Charset encoding, int size) throws IOException {
        try (var reader = new StrictReader(new ByteArrayInputStream(bytes), encoding)) {
            var text = new StringBuilder();
            var piece = new char[size + 2];
            for (var read = reader.read(piece, 1, size); read >= 0; read = reader.read(piece, 1, size)) {
                text.append(piece, 1, read);
            }
            return text.toString();
        }
    }
}
