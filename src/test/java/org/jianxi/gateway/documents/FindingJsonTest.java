package org.jianxi.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.BoundExplanation;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Repair;
import org.jianxi.gateway.canonical.Repair.Bound;
import org.jianxi.gateway.canonical.Repair.Kind;
import org.jianxi.gateway.canonical.Severity;
import org.junit.jupiter.api.Test;

class FindingJsonTest {

    private static final Finding RELATION = new Finding(
            "L-8",
            Severity.ERROR,
            new Place(8, "汇总表", "K7", "/indicators/8", null, null, null),
            new Bilingual("差 3", "short by 3"),
            "人社部发〔2023〕27号 附件 填报说明7",
            new TreeMap<>(Map.of(8, "41", 9, "30", 11, "14")),
            new TreeMap<>(),
            "3",
            List.of(
                    new Repair(new TreeMap<>(Map.of(8, new Bound(Kind.MIN, "44")))),
                    new Repair(new TreeMap<>(Map.of(9, new Bound(Kind.MAX, "27"))))),
            null);

    private static final Finding MONEY = new Finding(
            "B-14",
            Severity.WARNING,
            Place.indicator(14),
            new Bilingual("少", "fell"),
            "ours",
            new TreeMap<>(Map.of(14, "1.50")),
            new TreeMap<>(Map.of(14, "2.00")),
            "0.50",
            List.of(new Repair(new TreeMap<>(Map.of(14, new Bound(Kind.EXACTLY, "2.00"))))),
            "追回");

    @Test
    void aFindingIsTheContractsToTheLetter() {
        assertThat(FindingJson.tree(RELATION).toString())
                .isEqualTo(
                        "{\"rule\":\"L-8\",\"severity\":\"error\","
                                + "\"at\":{\"indicator\":8,\"sheet\":\"汇总表\",\"cell\":\"K7\",\"pointer\":\"/indicators/8\"},"
                                + "\"message\":{\"zh\":\"差 3\",\"en\":\"short by 3\"},"
                                + "\"clause\":\"人社部发〔2023〕27号 附件 填报说明7\","
                                + "\"values\":{\"8\":41,\"9\":30,\"11\":14},\"shortBy\":3,"
                                + "\"repairs\":[{\"change\":{\"8\":{\"min\":44}}},{\"change\":{\"9\":{\"max\":27}}}],\"help\":\"/api/v1/rules/L-8\"}");
    }

    @Test
    void aFindingOfARecordNamesItsFieldAndTheRecord() {
        var at = Place.cell("在岗", "H7").forField("category").inRecord(5_000_000_000L);
        var finding = Finding.error("F-CODE", at, new Bilingual("不在代码表中", "is not in the list"), "c");

        assertThat(FindingJson.tree(finding).path("at").toString())
                .isEqualTo("{\"sheet\":\"在岗\",\"cell\":\"H7\",\"field\":\"category\",\"record\":5000000000}");
        assertThat(FindingJson.read(FindingJson.list(List.of(finding)))).containsExactly(finding);
    }

    @Test
    void moneyIsADecimalString() {
        assertThat(FindingJson.tree(MONEY).toString())
                .contains("\"values\":{\"14\":\"1.50\"}", "\"previous\":{\"14\":\"2.00\"}", "\"shortBy\":\"0.50\"")
                .contains("{\"change\":{\"14\":{\"value\":\"2.00\"}}}", "\"explanation\":\"追回\"");
    }

    @Test
    void whatIsStoredIsReadBackWhole() {
        var findings =
                List.of(RELATION, MONEY, Finding.error("S-JSON", Place.line(3, "7"), new Bilingual("坏", "bad"), "c"));

        assertThat(FindingJson.read(FindingJson.list(findings))).isEqualTo(findings);
    }

    @Test
    void aBoundExplanationIsReadBackWhole() {
        var bound = List.of(
                new BoundExplanation("B-14", "warning 14≥14' within year", MONEY.values(), MONEY.previous(), "追回"));

        assertThat(ExplanationJson.read(ExplanationJson.list(bound))).isEqualTo(bound);
    }
}
