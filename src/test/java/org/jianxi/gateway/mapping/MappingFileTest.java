package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.mapping.notation.Format;
import org.jianxi.gateway.mapping.notation.Namespaces;
import org.jianxi.gateway.mapping.notation.XmlPathNotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFileTest {

    private static final String GOOD = read();

    @Test
    void aGoodFileIsNamedByItsDigest() {
        var mapping = load(GOOD);
        assertThat(mapping.source()).hasToString("zhijian");
        assertThat(mapping.dataset()).isEqualTo("monthly-return");
        assertThat(mapping.form().id()).isEqualTo("MOHRSS-2023");
        assertThat(mapping.format()).isEqualTo(Format.JSON);
        assertThat(mapping.digest()).isEqualTo(Home.hash(GOOD.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "form: MOHRSS-2023|form: MOHRSS-1999|no return definition",
                "format: json|format: groovy|",
                "format: json|format: json¶script: 1+1|script",
                "format: json|format: json¶sheet: 汇总表|means nothing for format json",
                "  6: /body/AAC902||indicator 6",
                "  6: /body/AAC902|  6: /body/AAC902¶  15: /body/X|no indicator 15",
                "  6: /body/AAC902|  6: body.AAC902|JSON pointer",
                "  6: /body/AAC902|  6: ${body}|tag",
                "  6: /body/AAC902|  6: {at: /body/AAC902, unit: 元}|only money",
                "  6: /body/AAC902|  6: {at: /body/AAC902, expr: 1+1}|expr",
                "  6: /body/AAC902|  6: {at: /body/AAC902, blankAs: 1}|",
                "  6: /body/AAC902|  6: {from: AAC902}|only tables have columns",
                "  6: /body/AAC902|  6: {blankAs: 0}|either at or from",
                "  6: /body/AAC902|  6: !!java.lang.Runtime {}|tag",
                "  6: /body/AAC902|  6: &a /body/AAC902|anchors",
                "  6: /body/AAC902|  6: {const: 12.5}|",
                "as: yyyyMM|as: yyyy|",
                "code: senders|code: everyone|",
                "source: zhijian|source: ../etc|"
            })
    void whatWouldNotWorkIsRefusedWithItsLine(String part, String instead, String why) {
        var text = GOOD.replace(part, instead == null ? "" : instead.replace('¶', '\n'));
        assertThat(text).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> load(text)).isInstanceOfSatisfying(FileProblem.class, problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.getMessage()).startsWith("test.yaml:").contains(why == null ? "" : why);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a/b|true",
                "/a/b[@k='v']/@c|true",
                "/账表/项[@名=\"甲\"]|true",
                "//a|false",
                "/a/*|false",
                "/a[1]|false",
                "/a/text()|false",
                "/a/..|false",
                "/a[@k='v' or '1'='1']|false",
                "/a[document('x')]|false",
                "a/b|false",
                "/@a|false",
                "/a/@b/c|false",
                "/x:a|false",
                "''|false"
            })
    void onlyTheClosedPartOfXPathIsAnAddress(String path, boolean allowed) {
        assertThat(new XmlPathNotation(Namespaces.NONE).parse(path).isPresent()).isEqualTo(allowed);
    }

    private static MappingFile load(String text) {
        return MappingFile.of(
                "test.yaml", text.getBytes(StandardCharsets.UTF_8), Home.SCHEMA, Home.DEFINITIONS, Home::hash);
    }

    private static String read() {
        try {
            return Files.readString(Path.of("mappings/zhijian/monthly-return.yaml"));
        } catch (IOException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
