package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.mapping.table.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Old systems write GBK and say so, or say something else. Nothing of it is guessed, and no character is replaced. */
class XmlEncodingsTest {

    private static final String RECORDS = """
            source: test
            dataset: units
            format: xml
            records: /批/位
            fields:
              name: /称
            """;

    private final List<String> names = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"GBK, GBK", "gb2312, GBK", "GB2312, GB18030", "GB18030, GB18030", "UTF-8, UTF-8", "utf-8, UTF-8"})
    void recordsAreReadInTheEncodingTheyDeclare(String declared, String written) {
        records(RECORDS, xml(declared, "昆明某厂", written));

        assertThat(names).containsExactly("昆明某厂");
    }

    @Test
    void whatOnlyGb18030HasIsReadUnderTheNameOfGbk() {
        records(RECORDS, xml("GBK", "㐀𠀀厂€", "GB18030"));

        assertThat(names).containsExactly("㐀𠀀厂€");
    }

    @Test
    void aCharacterThatGbkLacksMayBeWrittenByItsNumber() {
        records(RECORDS, xml("GBK", "王&#x4DAE;厂", "GBK"));

        assertThat(names).containsExactly("王\u4DAE厂");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Big5", "UTF-16", "ISO-8859-1", "windows-1252", "x-made-up"})
    void noOtherEncodingIsTaken(String declared) {
        records(RECORDS, xml(declared, "a", "US-ASCII"));

        assertThat(refusal().message().zh()).contains(declared, "GB18030、GBK或GB2312");
        assertThat(names).isEmpty();
    }

    @Test
    void aDeclarationThatLiesIsAFindingWithItsLine() {
        records(RECORDS, xml("UTF-8", "昆明某厂", "GBK"));

        assertThat(names).isEmpty();
        assertThat(refusal().at().line()).isEqualTo(2);
    }

    @Test
    void theMappingSaysWhatASourceWithAWrongDeclarationReallyWrites() {
        records(RECORDS + "encoding: GBK\n", xml("UTF-8", "昆明某厂", "GBK"));
        assertThat(names).containsExactly("昆明某厂");

        names.clear();
        records(RECORDS + "encoding: UTF-8\n", xml("GBK", "昆明某厂", "UTF-8"));
        assertThat(names).containsExactly("昆明某厂");
    }

    @Test
    void brokenBytesAreAFindingWithTheirLineAndNeverAReplacedCharacter() {
        var whole = xml("GBK", "昆明某厂", "GBK");
        var broken = whole.clone();
        broken[new String(whole, StandardCharsets.ISO_8859_1).indexOf("\u00C0\u00A5")] = (byte) 0xFF; // 昆
        records(RECORDS, broken);

        assertThat(refusal().at().line()).isEqualTo(3);
        assertThat(names).noneMatch(name -> name.contains("\uFFFD"));
    }

    @Test
    void theMarkOfUtf8AndADeclarationOfGbkContradictEachOther() {
        var content = xml("GBK", "昆明某厂", "UTF-8");
        var marked = new byte[content.length + 3];
        System.arraycopy(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, marked, 0, 3);
        System.arraycopy(content, 0, marked, 3, content.length);
        records(RECORDS, marked);

        assertThat(findings).extracting(Finding::rule).contains("S-ENCODING");
        assertThat(names).isEmpty();
    }

    @Test
    void entitiesAreRefusedInEveryEncoding() {
        var content = "<?xml version='1.0' encoding='GBK'?>\n<!DOCTYPE a [<!ENTITY b '厂'>]>\n<批><位><称>&b;</称></位></批>";
        records(RECORDS, content.getBytes(Charset.forName("GBK")));

        assertThat(findings).extracting(Finding::rule).contains("S-XML");
        assertThat(names).isEmpty();
    }

    @Test
    void aTagEndsWhereItEndsThoughABracketIsHalfACharacter() {
        // 乚 ends with the byte of ], as many characters of GBK do
        var text = "乚]乚]]乚".repeat(2_000);
        records(RECORDS, xml("GBK", "<![CDATA[" + text + "]]>", "GBK"));

        assertThat(findings).extracting(Finding::rule).contains("F-TEXT").doesNotContain("S-LIMIT", "S-XML");
    }

    @Test
    void aReturnIsReadInTheEncodingItDeclaresToo() {
        var mapping = new StringBuilder(
                "source: test\ndataset: monthly-return\nform: MOHRSS-2023\nformat: xml\nsender: {at: /表/@单位, code: senders}\nfigures:\n");
        var xml = new StringBuilder("<?xml version='1.0' encoding='GB2312'?>\n<表 单位='昆明市'>\n");
        for (var number = 1; number <= 14; number++) {
            mapping.append("  %d: /表/项%d\n".formatted(number, number));
            xml.append("<项%d>%d</项%d>\n".formatted(number, number, number));
        }
        var content = xml.append("</表>").toString().getBytes(Charset.forName("GBK"));
        var context = Home.context(MediaType.XML, "2023-06", "530100");

        var read = Home.READER.read(LongRecords.mapping(mapping.toString()), content, context);
        assertThat(((Mapped.Read) read).findings()).isEmpty();
        assertThat(((Mapped.Read) read).draft().sender().orElseThrow().code()).isEqualTo("530100");

        var lying = new String(content, Charset.forName("GBK"))
                .replace("GB2312", "UTF-8")
                .getBytes(Charset.forName("GBK"));
        var refused = Home.READER.read(LongRecords.mapping(mapping.toString()), lying, context);
        assertThat(((Mapped.Unreadable) refused).findings())
                .extracting(Home::line)
                .containsExactly("S-ENCODING null null null 2");
        var told = Home.READER.read(LongRecords.mapping(mapping + "encoding: GBK\n"), lying, context);
        assertThat(((Mapped.Read) told).findings()).isEmpty();
    }

    private Finding refusal() {
        return findings.stream()
                .filter(one -> one.rule().equals("S-ENCODING"))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] xml(String declared, String name, String written) {
        var text = "<?xml version=\"1.0\" encoding=\"%s\"?>\n<批>\n<位><称>%s</称></位>\n</批>".formatted(declared, name);
        return text.getBytes(Charset.forName(written));
    }

    private void records(String mapping, byte[] content) {
        findings.clear();
        new RecordMapper()
                .map(
                        LongRecords.mapping(mapping),
                        new Content.InMemory(content),
                        new MappingContext(MediaType.XML, Optional.empty(), Optional.empty(), Home.UNITS),
                        new RecordSink() {
                            @Override
                            public void record(CanonicalRecord record) {
                                record.text("name").ifPresent(names::add);
                            }

                            @Override
                            public void finding(Finding finding) {
                                findings.add(finding);
                            }
                        });
    }
}
