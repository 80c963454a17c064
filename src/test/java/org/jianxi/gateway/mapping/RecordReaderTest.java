package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.forms.RecordJson;
import org.jianxi.gateway.mapping.source.JsonDocument;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    private static final String TRAINEES = """
            fields:
              idType: {const: '111'}
              idNumber: /sfzh
              name: /xm
              sex: /xb
              birthDate: /csrq
              category: /lb
              education: /xl
              school: /xx
              major: /zy
              graduatedOn: {at: /bysj, as: yyyy年M月, day: first}
              unemploymentRegistered: /sydj
            """;
    private static final String GOOD = """
            {"sfzh": "11010519491231002x", "xm": "某甲", "xb": "女", "csrq": "1949-12-31", "lb": "01", "xl": "本科", "xx": "某大学",
             "zy": "会计", "bysj": "2023年6月", "sydj": "否"}""";

    @Test
    void aRecordComesOutInTheDictionarysOrder() {
        var read = FieldLanguage.read("trainees", TRAINEES, GOOD);

        assertThat(FieldLanguage.rules(read)).containsExactly("F-ID-WRITTEN");
        assertThat(RecordJson.tree(read.content()).toString())
                .isEqualTo("{\"idType\":\"111\",\"idNumber\":\"11010519491231002X\",\"name\":\"某甲\",\"sex\":\"2\","
                        + "\"birthDate\":\"1949-12-31\",\"category\":\"01\",\"education\":\"21\",\"school\":\"某大学\","
                        + "\"major\":\"会计\",\"graduatedOn\":\"2023-06-01\",\"unemploymentRegistered\":false}");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceEachAtItsPlace() {
        var read = FieldLanguage.read(
                "trainees",
                TRAINEES,
                "{\"sfzh\": \"110105194912310021\", \"xm\": \"\", \"xb\": \"?\", \"lb\": \"03\", \"xl\": \"本科\"}");

        assertThat(read.findings().stream()
                        .map(finding -> finding.rule() + " " + finding.at().pointer()))
                .containsExactlyInAnyOrder(
                        "F-CODE /xb", "F-CITIZEN-ID /sfzh", "F-REQUIRED /xm", "F-REQUIRED /csrq", "F-REQUIRED /sydj");
    }

    @Test
    void whatIsRequiredDependsOnTheCategory() {
        var college = FieldLanguage.read("trainees", "fields:\n  category: /lb\n  school: /yx", "{\"lb\": \"01\"}");
        var young = FieldLanguage.read("trainees", "fields:\n  category: /lb\n", "{\"lb\": \"03\"}");

        assertThat(messages(college)).contains("毕业院校为必填，没有填写（因为见习对象类别）").doesNotContain("失业登记");
        assertThat(messages(young)).contains("映射没有读取字段“失业登记”").doesNotContain("毕业院校");
    }

    @Test
    void birthDateAndSexAgreeWithTheIdentityNumber() {
        var read = FieldLanguage.read(
                "trainees",
                TRAINEES,
                GOOD.replace("002x", "002X").replace("女", "男").replace("1949-12-31", "1950-12-31"));

        assertThat(FieldLanguage.rules(read)).containsExactly("F-ID-AGREES", "F-ID-AGREES");
    }

    @Test
    void aPassportNeedsNoCheckDigit() {
        var read = FieldLanguage.read(
                "trainees",
                TRAINEES.replace("const: '111'", "const: '414'"),
                GOOD.replace("11010519491231002x", "E12345678"));

        assertThat(read.findings()).isEmpty();
    }

    @Test
    void noFindingEverShowsAValueOfAPerson() {
        var read = FieldLanguage.read(
                "trainees", TRAINEES + "  mobile: /dh\n  registeredDivision: /hj\n", """
                {"sfzh": "530102199001011239", "xm": "名字很长%s", "xb": "女性的", "csrq": "1990年1月", "lb": "应届生", "xl": "函授",
                 "dh": "0871-66668888", "hj": "昭通某村"}""".formatted("很".repeat(60)));
        var told = messages(read);

        assertThat(FieldLanguage.rules(read)).contains("F-TEXT", "F-CODE", "F-DATE", "F-DIVISION", "F-CITIZEN-ID");
        assertThat(told).doesNotContain("530102", "1990", "名字", "函授", "66668888", "昭通", "应届生");
        assertThat(told).contains("“9999-99999999”");
    }

    @Test
    void aRequiredFieldThatNobodyMapsIsToldOnceForTheDelivery() {
        var fields = FieldLanguage.mapping("posts", "fields:\n  title: /gw")
                .ofRecords()
                .fields();
        var read = FieldLanguage.read("posts", "fields:\n  title: /gw", "{\"gw\": \"文员\"}");

        assertThat(fields.unmapped()).allMatch(finding -> finding.rule().equals("F-REQUIRED"));
        assertThat(fields.unmapped().stream().map(finding -> finding.message().en()))
                .anyMatch(message -> message.contains("headcount"))
                .noneMatch(message -> message.contains("postId"));
        assertThat(read.findings()).isEmpty();
    }

    @Test
    void aFieldKnownToBeMissingInTheWholeDocumentIsNotToldAgain() throws Exception {
        var fields = FieldLanguage.mapping("posts", "fields:\n  title: /gw")
                .ofRecords()
                .fields();
        var reader = new RecordReader(fields).without(Set.of("title"));

        assertThat(reader.read(JsonDocument.read("{}".getBytes()), 1).findings())
                .isEmpty();
    }

    @Test
    void partOfATextIsTakenByItsExpression() {
        var words = "fields:\n  birthDate: {at: /x, match: '^[0-9]{6}([0-9]{8})', as: yyyyMMdd}\n"
                + "  sex: {at: /x, match: '^[0-9]{16}([0-9])', codes: {'1': '1', '3': '1', '0': '2', '2': '2'}}";
        var read = FieldLanguage.read("trainees", words, "{\"x\": \"11010519491231002X\"}");

        assertThat(read.content().text("birthDate")).contains("1949-12-31");
        assertThat(read.content().text("sex")).contains("2");
        assertThat(FieldLanguage.rules(FieldLanguage.read("trainees", words, "{\"x\": \"甲\"}")))
                .containsExactly("F-TEXT", "F-TEXT");
    }

    @Test
    void anExpressionComputesAFieldFromWhatTheRecordSays() {
        var words = """
                fields:
                  endKind: {expr: "r['ly'] == '是' ? 'EARLY_RETAINED' : 'TERM_COMPLETED'"}
                  outcome: {expr: "f.endKind == 'EARLY_RETAINED' ? 'RETAINED' : 'UNKNOWN'"}
                """;

        var read = FieldLanguage.read("placements", words, "{\"ly\": \"是\"}");

        assertThat(read.content().text("endKind")).contains("EARLY_RETAINED");
        assertThat(read.content().text("outcome")).contains("RETAINED");
    }

    @Test
    void decimalsInExpressionsAreExact() {
        var words =
                "fields:\n  amountYuan: {expr: \"decimal(r['a']) * decimal('10000') + decimal('0.1') + decimal('0.2')\"}";

        assertThat(FieldLanguage.read("payments", words, "{\"a\": \"1234.5678\"}")
                        .content()
                        .text("amountYuan"))
                .contains("12345678.30");
        assertThat(FieldLanguage.read(
                                "payments",
                                "fields:\n  amountYuan: {expr: \"decimal('0.10') + decimal('0.2') == decimal('0.3') ? 1 : 2\"}",
                                "{}")
                        .content()
                        .text("amountYuan"))
                .contains("1.00");
        assertThat(FieldLanguage.rules(
                        FieldLanguage.read("payments", "fields:\n  amountYuan: {expr: '0.1 + 0.2'}", "{}")))
                .contains("S-SHAPE");
    }

    @Test
    void anExpressionThatCannotBeComputedIsAFindingNotAGuess() {
        var read = FieldLanguage.read(
                "payments", "fields:\n  amountYuan: {expr: \"decimal(r['a'])\"}", "{\"a\": \"约三千\"}");

        assertThat(read.content().find("amountYuan")).isEmpty();
        assertThat(FieldLanguage.rules(read)).contains("S-SHAPE");
    }

    @Test
    void aFindingNamesTheFieldAndTheRecordWhereverTheValueComesFrom() throws Exception {
        var fields = FieldLanguage.mapping("payments", """
                fields:
                  months: /m
                  amountYuan: {expr: "decimal(r['a'])"}
                """).ofRecords().fields();
        var record = new JsonDocument(
                JsonDocument.read("{\"m\": \"x\", \"a\": \"约三千\"}".getBytes("UTF-8"))
                        .root(),
                "",
                7);

        assertThat(new RecordReader(fields).read(record, 4).findings().stream().map(Finding::at))
                .contains(
                        Place.pointer("/m").onLine(7).forField("months").inRecord(4),
                        Place.pointer("").onLine(7).forField("amountYuan").inRecord(4));
    }

    @Test
    void rowsThatDoNotCountAreSaidByACondition() throws Exception {
        var fields = FieldLanguage.mapping("posts", "rows: {where: \"r['zt'] != '作废'\"}\nfields:\n  title: /gw")
                .ofRecords()
                .fields();
        var reader = new RecordReader(fields);

        assertThat(reader.isWanted(JsonDocument.read("{\"zt\": \"作废\"}".getBytes("UTF-8"))))
                .contains(false);
        assertThat(reader.isWanted(JsonDocument.read("{\"zt\": \"有效\"}".getBytes("UTF-8"))))
                .contains(true);
        assertThat(reader.isWanted(JsonDocument.read("{}".getBytes("UTF-8")))).isEmpty();
    }

    @Test
    void checksOfTheSourcesOwnAreToldWithTheirTextAndPlace() {
        var words = """
                fields:
                  startOn: /qs
                  plannedEndOn: /jz
                checks:
                  - id: DURATION
                    expr: "days(f.startOn, f.plannedEndOn) >= 120"
                    severity: warning
                    at: plannedEndOn
                    text: {zh: 见习期不足四个月, en: The internship is shorter than four months}
                """;

        var broken = FieldLanguage.read("placements", words, "{\"qs\": \"2023-06-01\", \"jz\": \"2023-09-01\"}");
        var kept = FieldLanguage.read("placements", words, "{\"qs\": \"2023-06-01\", \"jz\": \"2023-10-31\"}");
        var undecided = FieldLanguage.read("placements", words, "{\"qs\": \"2023-06-01\"}");

        assertThat(broken.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("F-SOURCE-DURATION");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.at().pointer()).isEqualTo("/jz");
            assertThat(finding.message().zh()).isEqualTo("见习期不足四个月");
        });
        assertThat(kept.findings()).isEmpty();
        assertThat(FieldLanguage.rules(undecided)).contains("F-EXPRESSION");
    }

    @Test
    void aMappingThatCouldNotWorkDoesNotLoad() {
        refused("posts", "fields:\n  titel: /a", "has no such field");
        refused("pupils", "fields:\n  title: /a", "is no dataset of records");
        refused("posts", "fields:\n  title: {at: /a, unit: 元}", "means nothing for this type");
        refused("posts", "fields:\n  title: {at: /a, const: b}", "one origin");
        refused("posts", "fields:\n  title: {}", "needs either at or from");
        refused("posts", "fields:\n  headcount: {const: 0}", "must be from 1");
        refused("posts", "fields:\n  title: {at: /a, match: '[a-z]+'}", "one group");
        refused("posts", "fields:\n  title: {at: /a, match: '(a'}", "no regular expression");
        refused("posts", "fields:\n  title: {expr: \"r['a'\"}", "test.yaml:5: fields/title/expr: column");
        refused("posts", "fields:\n  title: {expr: \"q.a\"}", "column 1: undeclared reference to 'q'");
        refused("posts", "rows: {where: \"r['a']\"}\nfields:\n  title: /a", "expected type 'bool'");
        refused("placements", "fields:\n  medicalInsurance: {at: /a, yes: 是}", "both yes and no");
        refused("placements", "fields:\n  medicalInsurance: {at: /a, yes: 是, no: 是}", "cannot mean both");
        refused("payments", "fields:\n  amountYuan: {at: /a, unit: 美元}", "/fields/amountYuan");
        refused("placements", "fields:\n  startOn: {at: /a, as: dd/MM/yyyy}", "/fields/startOn");
    }

    private static void refused(String dataset, String words, String why) {
        assertThatThrownBy(() -> FieldLanguage.mapping(dataset, words))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining(why);
    }

    private static String messages(RecordReader.Read read) {
        return String.join(
                "\n",
                read.findings().stream()
                        .map(Finding::message)
                        .map(message -> message.zh() + message.en())
                        .toList());
    }
}
