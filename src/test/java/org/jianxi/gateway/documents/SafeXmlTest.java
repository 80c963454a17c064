package org.jianxi.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.canonical.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeXmlTest {

    @Test
    void elementsRememberTheirLine() throws UnreadableDocument {
        var document = SafeXml.parse(utf8("<?xml version='1.0'?>\n<a>\n  <b k='v'>人</b>\n</a>"));
        var b = document.getElementsByTagName("b").item(0);
        assertThat(SafeXml.lineOf(b)).isEqualTo(3);
        assertThat(b.getTextContent()).isEqualTo("人");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE a><a/>|S-XML",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>|S-XML",
                "<a>&unknown;</a>|S-XML",
                "<a><b></a>|S-XML",
                "<?xml version='1.1'?><a/>|S-XML",
                "<?xml version='1.0' encoding='GBK'?><a/>|S-ENCODING",
                "<a>&#xFDD0;</a>|S-TEXT",
                "<a>&#xFFFE;</a>|S-XML",
                "nothing|S-XML"
            })
    void whatCouldReachOutsideOrIsMalformedIsRefused(String text, String rule) {
        var refusal = catchThrowableOfType(UnreadableDocument.class, () -> SafeXml.parse(utf8(text)));
        assertThat(refusal.rule().id()).isEqualTo(rule);
    }

    @Test
    void thePredefinedEntitiesAreText() throws UnreadableDocument {
        var document = SafeXml.parse(utf8("<a>" + "&amp;&lt;&#65;".repeat(10_000) + "</a>"));
        assertThat(document.getDocumentElement().getTextContent()).isEqualTo("&<A".repeat(10_000));
    }

    @Test
    void depthAttributesAndNodesAreBounded() throws UnreadableDocument {
        assertThat(SafeXml.parse(utf8("<a>".repeat(64) + "</a>".repeat(64)))).isNotNull();
        assertRefused("<a>".repeat(65) + "</a>".repeat(65));
        var many = new StringBuilder("<a");
        for (var i = 0; i < 201; i++) {
            many.append(" k").append(i).append("='v'");
        }
        assertRefused(many.append("/>").toString());
        assertRefused("<a>" + "<b/>".repeat(200_001) + "</a>");
    }

    @Test
    void everyViolationOfTheSchemaIsReportedWithItsElementAndLine(@TempDir Path folder)
            throws IOException, UnreadableDocument {
        var xsd = Files.writeString(folder.resolve("a.xsd"), """
                <xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>
                  <xs:element name='a'><xs:complexType><xs:sequence>
                    <xs:element name='n' type='xs:int' maxOccurs='3'/>
                  </xs:sequence></xs:complexType></xs:element>
                </xs:schema>
                """);
        var violations = XmlSchema.read(xsd).validate(utf8("<a>\n<n>x</n>\n<n>1</n>\n<n>y</n></a>"));
        assertThat(violations)
                .filteredOn(one -> one.key().startsWith("cvc-datatype"))
                .extracting(XmlSchema.Violation::at)
                .containsExactly(
                        Place.xpath("/a/n").onLine(2), Place.xpath("/a/n[3]").onLine(4));
        assertThat(violations.getFirst().message().zh()).contains("不是 'integer' 的有效值");
        assertThat(violations.getFirst().message().en()).contains("is not a valid value for 'integer'");
    }

    private static void assertRefused(String text) {
        assertThat(catchThrowableOfType(UnreadableDocument.class, () -> SafeXml.parse(utf8(text))))
                .isNotNull();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
