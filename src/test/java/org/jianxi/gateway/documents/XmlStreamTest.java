package org.jianxi.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlStreamTest {

    /** A megabyte and more than one block of bytes behind it: it is looked at when a block was read. */
    private static final String MEGABYTE = "x".repeat(1_020_000);

    @ParameterizedTest
    @ValueSource(strings = {"<a>%s</a>", "<a k='%s'/>", "<a><!--%s--></a>", "<a><![CDATA[%s]]></a>", "<a><?p %s?></a>"})
    void nothingLongerThanAMegabyteIsHeld(String xml) {
        assertThatThrownBy(() -> read(xml.formatted(MEGABYTE), 8_192)).isInstanceOf(RefusedStream.class);
    }

    /** Tags inside a CDATA section are text, wherever the blocks of bytes are cut. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 10, 1_000, 8_192})
    void aSectionFullOfTagsIsOneText(int block) {
        var section = "<a><![CDATA[" + "<b/>]]x".repeat(150_000) + "]]></a>";

        assertThatThrownBy(() -> read(section, block)).isInstanceOf(RefusedStream.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9, 8_192})
    void manyShortTextsAndSectionsAreLet(int block) throws IOException {
        var xml = "<a>" + "<b>text</b><![CDATA[<i>]]><!-- - -->".repeat(40_000) + "</a>";

        assertThat(read(xml, block)).isEqualTo(xml.length());
    }

    @Test
    void anAttributeIsFoundByItsNameWithoutAPrefix() throws Exception {
        var xml = XmlStream.ofDocument(stream("<a xmlns:q='urn:q' q:t='1' s='2' t='3'/>"), Optional.empty());
        xml.next();

        assertThat(xml.attribute("t")).isEqualTo("3");
        assertThat(xml.attribute("s")).isEqualTo("2");
        assertThat(xml.attribute("none")).isNull();
    }

    private static int read(String xml, int block) throws IOException {
        try (var guard = new MarkupGuard(stream(xml))) {
            var bytes = new byte[block];
            var all = 0;
            for (var read = guard.read(bytes, 0, block); read > 0; read = guard.read(bytes, 0, block)) {
                all += read;
            }
            return all;
        }
    }

    private static InputStream stream(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }
}
