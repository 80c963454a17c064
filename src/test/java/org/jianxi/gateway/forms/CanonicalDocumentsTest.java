package org.jianxi.gateway.forms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.DerivedFrom;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Explanation;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.junit.jupiter.api.Test;

class CanonicalDocumentsTest {

    private static final String JSON = """
            {
              "form": "MOHRSS-2023",
              "period": "2023-06",
              "sender": "530100",
              "revision": 1,
              "indicators": {
                "1": 812,
                "2": 14,
                "3": 5630,
                "4": 420,
                "5": 900,
                "6": 640,
                "7": 512,
                "8": 410,
                "9": 233,
                "10": 190,
                "11": 96,
                "12": 21,
                "13": 3127,
                "14": "1873.50"
              },
              "explanations": [
                {
                  "rule": "B-13",
                  "text": "上月更正"
                }
              ]
            }
            """;

    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <monthlyReturn xmlns="urn:jianxi:canonical:1">
              <form>MOHRSS-2023</form>
              <period>2023-06</period>
              <sender>530100</sender>
              <revision>1</revision>
              <indicators>
                <i1>812</i1>
                <i2>14</i2>
                <i3>5630</i3>
                <i4>420</i4>
                <i5>900</i5>
                <i6>640</i6>
                <i7>512</i7>
                <i8>410</i8>
                <i9>233</i9>
                <i10>190</i10>
                <i11>96</i11>
                <i12>21</i12>
                <i13>3127</i13>
                <i14>1873.50</i14>
              </indicators>
              <explanations>
                <explanation rule="B-13">上月更正</explanation>
              </explanations>
            </monthlyReturn>
            """;

    private final CanonicalDocuments documents = new CanonicalDocuments(Returns.FORMS);

    @Test
    void aReturnIsWrittenAsTheContractShowsIt() {
        assertThat(new String(CanonicalJson.write(Returns.june(), Returns.FORM), UTF_8))
                .isEqualTo(JSON);
        assertThat(new String(CanonicalXml.write(Returns.june(), Returns.FORM), UTF_8))
                .isEqualTo(XML);
    }

    @Test
    void whatWasWrittenIsReadBackWhole() {
        assertThat(json(JSON).complete()).contains(Returns.june());
        assertThat(xml(XML).complete()).contains(Returns.june());
    }

    @Test
    void theLastFenAndACarriageReturnSurviveBothForms() {
        var odd = new MonthlyReturn(
                "YN-2023",
                Period.of("2024-02"),
                new Sender("539900"),
                7,
                Returns.figures().with(14, 1L),
                List.of(new Explanation("B-13-3", "第一行\r\n<第二行> & \"𠀀\"\t")));

        assertThat(documents
                        .read(CanonicalJson.write(odd, Returns.FORM), MediaType.JSON)
                        .complete())
                .contains(odd);
        assertThat(documents
                        .read(CanonicalXml.write(odd, Returns.FORM), MediaType.XML)
                        .complete())
                .contains(odd);
    }

    @Test
    void aReturnMaySayThatItWasMadeFromRecords() {
        var json = JSON.replace("\"revision\": 1,\n", "\"revision\": 1,\n  \"derivedFrom\": \"RECORDS\",\n");
        var xml = XML.replace("</revision>\n", "</revision>\n  <derivedFrom>RECORDS</derivedFrom>\n");

        var read = json(json).complete().orElseThrow();

        assertThat(read.derivedFrom()).contains(DerivedFrom.RECORDS);
        assertThat(xml(xml).complete()).contains(read);
        assertThat(new String(CanonicalJson.write(read, Returns.FORM), UTF_8)).isEqualTo(json);
        assertThat(new String(CanonicalXml.write(read, Returns.FORM), UTF_8)).isEqualTo(xml);
        assertThat(json(json.replace("RECORDS", "实名")).mapped().findings())
                .extracting(Finding::rule)
                .containsExactly("S-SHAPE");
    }

    @Test
    void aReturnMayCarryTheCommitmentToTheRecordsBehindIt() {
        var digest = "0a".repeat(32);
        var json = JSON.replace("\"revision\": 1,\n", "\"revision\": 1,\n  \"commitment\": \"" + digest + "\",\n");
        var xml = XML.replace("</revision>\n", "</revision>\n  <commitment>" + digest + "</commitment>\n");

        var read = json(json).complete().orElseThrow();

        assertThat(read.commitment()).contains(new Digest(digest));
        assertThat(xml(xml).complete()).contains(read);
        assertThat(new String(CanonicalJson.write(read, Returns.FORM), UTF_8)).isEqualTo(json);
        assertThat(new String(CanonicalXml.write(read, Returns.FORM), UTF_8)).isEqualTo(xml);
        assertThat(json(json.replace(digest, "0A".repeat(32))).mapped().findings())
                .extracting(Finding::rule)
                .containsExactly("S-SHAPE");
    }

    @Test
    void revisionAndExplanationsMayBeLeftOut() {
        var bare = JSON.replace("  \"revision\": 1,\n", "").replaceAll("(?s),\n  \"explanations.*", "\n}");

        assertThat(json(bare).complete().map(MonthlyReturn::revision)).contains(1);
    }

    @Test
    void aMissingIndicatorIsNamedAndIsNotAZero() {
        var clause = "人社部发〔2023〕27号 附件 填报说明2";
        var message = new Bilingual(
                "缺少指标8（本期完成见习人数）；空白不等于零",
                "There is no figure for indicator 8 (Trainees who completed in the month); a blank is not a zero");

        assertThat(json(JSON.replace("    \"8\": 410,\n", "")).mapped().findings())
                .containsExactly(Finding.error(
                        "F-MISSING", Place.pointer("/indicators/8").forIndicator(8), message, clause));
        assertThat(xml(XML.replace("    <i8>410</i8>\n", "")).mapped().findings())
                .containsExactly(Finding.error(
                        "F-MISSING",
                        Place.xpath("/monthlyReturn/indicators").onLine(7).forIndicator(8),
                        message,
                        clause));
    }

    @Test
    void everythingWrongIsSaidAtOnceInBothForms() {
        var json = JSON.replace("MOHRSS-2023", "MOHRSS-1999")
                .replace("2023-06", "2023-13")
                .replace("530100", "昆明")
                .replace("\"revision\": 1", "\"revision\": 0")
                .replace("\"3\": 5630", "\"3\": -1")
                .replace("\"4\": 420", "\"4\": null")
                .replace("\"5\": 900", "\"5\": 1.5")
                .replace("\"6\": 640", "\"6\": 1000000000")
                .replace("\"7\": 512,", "\"seven\": 512,")
                .replace("\"1873.50\"", "\"1,873.50\"")
                .replace("上月更正", "");
        var xml = XML.replace("MOHRSS-2023", "MOHRSS-1999")
                .replace("2023-06", "2023-13")
                .replace("530100", "昆明")
                .replace("<revision>1", "<revision>0")
                .replace("<i3>5630", "<i3>-1")
                .replace("<i4>420", "<i4>")
                .replace("<i5>900", "<i5>1.5")
                .replace("<i6>640", "<i6>1000000000")
                .replace("<i7>512</i7>", "<seven>512</seven>")
                .replace("1873.50", "1,873.50")
                .replace("上月更正", "");
        String[] rules = {
            "F-FORM",
            "F-PERIOD",
            "F-SENDER",
            "F-REVISION",
            "F-COUNT 3",
            "F-COUNT 4",
            "F-COUNT 5",
            "F-COUNT 6",
            "F-MISSING 7",
            "S-MEMBER",
            "F-MONEY 14",
            "F-EXPLANATION"
        };

        assertThat(rules(json(json))).containsExactlyInAnyOrder(rules);
        assertThat(rules(xml(xml))).containsExactlyInAnyOrder(rules);
    }

    @Test
    void unknownThingsInXmlAreRefusedWhereTheyStand() {
        var odd = XML.replace("<i8>410</i8>", "<i8 unit=\"人\">410</i8>\n<i8>1</i8>")
                .replace("<period>", "stray<period>")
                .replace("<explanations>", "<x:extra xmlns:x=\"urn:x\"/><explanations>");

        assertThat(xml(odd).mapped().findings().stream()
                        .map(finding -> finding.rule() + " " + finding.at().xpath() + " "
                                + finding.at().line()))
                .containsExactlyInAnyOrder(
                        "S-SHAPE /monthlyReturn 2",
                        "S-MEMBER /monthlyReturn/x:extra 24",
                        "S-MEMBER /monthlyReturn/indicators/i8 15",
                        "S-SHAPE /monthlyReturn/indicators/i8[2] 16");
    }

    @Test
    void anotherNamespaceOrRootIsOneClearFinding() {
        assertThat(rules(xml(XML.replace("canonical:1", "canonical:2")))).containsExactly("S-VERSION");
        assertThat(rules(xml(XML.replace("canonical:1", "elsewhere")))).containsExactly("S-SHAPE");
        assertThat(rules(xml(XML.replace("monthlyReturn", "yearlyReturn")))).containsExactly("S-SHAPE");
        assertThat(rules(json("[]"))).containsExactly("S-SHAPE");
        assertThat(rules(documents.read(JSON.getBytes(UTF_8), MediaType.CSV))).containsExactly("S-TYPE");
    }

    @Test
    void anEditionWithAnIndicatorMoreIsReadAndWrittenByTheSameCode() {
        var later = new CanonicalDocuments(Returns.LATER);
        var content = new MonthlyReturn(
                "MOHRSS-2027",
                Period.of("2027-03"),
                new Sender("530100"),
                1,
                Returns.figures().with(15, 33),
                List.of());
        var json = CanonicalJson.write(content, Returns.FIFTEEN);

        assertThat(new String(json, UTF_8)).contains("\"15\": 33");
        assertThat(later.read(json, MediaType.JSON).complete()).contains(content);
        assertThat(later.read(CanonicalXml.write(content, Returns.FIFTEEN), MediaType.XML)
                        .complete())
                .contains(content);
        assertThat(rules(later.read(JSON.replace("2023", "2027").getBytes(UTF_8), MediaType.JSON)))
                .containsExactly("F-MISSING 15");
    }

    @Test
    void editionsThatDifferInTheirIndicatorsStandSideBySide() {
        var both = new ReturnForms(List.of(Returns.FORM, Returns.FIFTEEN));

        assertThat(CanonicalXsd.files(both)).containsOnlyKeys("monthly-return.xsd", "monthly-return-MOHRSS-2023.xsd");
        assertThat(new CanonicalDocuments(both)
                        .read(XML.getBytes(UTF_8), MediaType.XML)
                        .complete())
                .contains(Returns.june());
    }

    private CanonicalReading json(String text) {
        return documents.read(text.getBytes(UTF_8), MediaType.JSON);
    }

    private CanonicalReading xml(String text) {
        return documents.read(text.getBytes(UTF_8), MediaType.XML);
    }

    private static List<String> rules(CanonicalReading reading) {
        return reading.mapped().findings().stream()
                .map(finding -> finding.rule()
                        + Optional.ofNullable(finding.at().indicator())
                                .map(n -> " " + n)
                                .orElse(""))
                .toList();
    }
}
