package org.jianxi.gateway.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.suggest.MadeWorkbook.row;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.mapping.Mapper;
import org.jianxi.gateway.mapping.MappingContext;
import org.jianxi.gateway.mapping.MappingDrafts;
import org.jianxi.gateway.mapping.RecordMapper;
import org.jianxi.gateway.mapping.RecordSink;
import org.jianxi.gateway.mapping.table.Content;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.Test;

/** Layouts that offices really make, drafted and then read by the draft as it stands. */
class UnseenLayoutsTest {

    private static final Path HOME = Path.of("");
    private static final ReturnForms FORMS = ReturnForms.load(HOME, Sm3::of);
    private static final Suggester SUGGESTER = Suggester.open(HOME);
    private static final MappingDrafts DRAFTS = new MappingDrafts(HOME, FORMS, Sm3::of);
    private static final List<String> LABELS = List.of(
            "期末见习单位数",
            "其中：新增单位",
            "期末见习岗位数",
            "其中：新增岗位",
            "计划见习人数",
            "到岗人数",
            "到岗人数中离校2年内高校毕业生",
            "完成见习人数",
            "留用人数",
            "留用人数中离校2年内高校毕业生",
            "其他方式就业人数",
            "非正常结束人数",
            "期末在岗人数");
    private static final List<Integer> TRUTH = List.of(1205, 12, 2310, 40, 118, 95, 83, 51, 28, 25, 11, 1, 700);

    @Test
    void aReturnUnderThreeRowsOfMergedHeadersOneSheetForEachMonth() throws Exception {
        var header = List.<Object[]>of(
                row("德宏州就业见习情况月报"),
                row(
                        "填报单位：德宏州人社局（盖章）",
                        null,
                        null,
                        "2023年6月",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "单位：个、人、元"),
                row(
                        "县市",
                        "见习基地",
                        null,
                        "见习岗位",
                        null,
                        "本月计划见习人数",
                        "本月到岗",
                        null,
                        "本月完成见习",
                        null,
                        null,
                        null,
                        "非正常结束人数",
                        "月末在岗人数",
                        "本年累计拨付补贴（元）"),
                row(
                        null,
                        "总数",
                        "其中：新增",
                        "总数",
                        "其中：新增",
                        null,
                        "人数",
                        "其中：离校2年内未就业高校毕业生",
                        "人数",
                        "其中：留用",
                        "留用中高校毕业生",
                        "其他方式就业"),
                row("栏次", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14));
        var merged =
                new String[] {"A1:O1", "B3:C3", "D3:E3", "F3:F4", "G3:H3", "I3:L3", "M3:M4", "N3:N4", "O3:O4", "A3:A4"};
        var june = new ArrayList<>(header);
        june.add(row("芒市", "1,000", 10, "2,000", 30, 100, 80, 70, 40, 20, 18, 10, "—", "600", "1000000"));
        june.add(row("瑞丽市", 205, 2, 310, 10, 18, 15, 13, 11, 8, 7, 1, 1, "100 ", 217550));
        june.add(row("合  计", "1,205", 12, "2,310", 40, 118, 95, 83, 51, "２８", 25, "11人", "1", "700", "1,217,550.00"));
        june.add(row("填表人：", null, null, "审核人：", null, null, null, "填报日期：2023年7月3日"));
        june.add(row("注：1.本表由州人社局填报。"));
        var may = new ArrayList<>(header);
        may.add(row("合  计", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
        var content = new MadeWorkbook()
                .sheet("5月", may, merged)
                .sheet("6月", june, merged)
                .bytes();

        var draft = returns(MediaType.XLSX, content);

        assertThat(draft).contains("sheet: '{M}月'");
        assertThat(figures(draft, MediaType.XLSX, content)).isEqualTo(truth("121.755"));
    }

    @Test
    void aReturnWhoseIndicatorsStandBelowOneAnotherBesideLastMonths() throws Exception {
        var rows = new ArrayList<Object[]>();
        rows.add(row("就业见习月报表（2023年6月）"));
        rows.add(row("序号", "指标名称", "计量单位", "上月数", "本月数", "备注"));
        for (var i = 0; i < LABELS.size(); i++) {
            rows.add(row(i + 1, LABELS.get(i), i < 4 ? "个" : "人", 7, TRUTH.get(i), null));
        }
        rows.add(row(14, "本年累计拨付见习补贴", "万元", 3, 121.755, null));
        rows.add(row("填报人：", null, null, "联系电话："));
        var content = new MadeWorkbook().sheet("月报", rows, "A1:F1").bytes();

        assertThat(figures(returns(MediaType.XLSX, content), MediaType.XLSX, content))
                .isEqualTo(truth("121.755"));
    }

    @Test
    void aLedgerOfTheYearWithARowForEachMonth() throws Exception {
        var header =
                "月份,单位数,新增单位数,岗位数,新增岗位数,计划见习人数,到岗人数,其中高校毕业生,完成见习人数,留用人数,留用高校毕业生,其他方式就业人数,非正常结束人数,期末在岗人数,本年累计补贴资金（万元）\n";
        var csv = header + "2023-04,1,1,1,1,1,1,1,1,1,1,1,1,1,1\n2023-05,2,2,2,2,2,2,2,2,2,2,2,2,2,2\n"
                + "2023-06,1205,12,2310,40,118,95,83,51,28,25,11,1,700,121.755\n";
        var content = csv.getBytes(StandardCharsets.UTF_8);

        var draft = returns(MediaType.CSV, content);

        assertThat(draft).contains("row: {月份: '{yyyy}-{MM}'}");
        assertThat(figures(draft, MediaType.CSV, content)).isEqualTo(truth("121.755"));
    }

    @Test
    void aLedgerOfTheYearWithAColumnForEachMonth() throws Exception {
        var rows = new ArrayList<Object[]>();
        rows.add(row("2023年就业见习台账"));
        rows.add(row("指标", "5月", "6月", "7月", "备注"));
        for (var i = 0; i < LABELS.size(); i++) {
            rows.add(row(LABELS.get(i), 7, TRUTH.get(i), null, null));
        }
        rows.add(row("本年累计拨付见习补贴（万元）", 3, 121.755, null, null));
        var content = new MadeWorkbook().sheet("台账", rows, "A1:E1").bytes();

        var draft = returns(MediaType.XLSX, content);

        assertThat(draft).contains("from: '{M}月'");
        assertThat(figures(draft, MediaType.XLSX, content)).isEqualTo(truth("121.755"));
    }

    @Test
    void aReturnWithAColumnForEachCountyAndTheTotalLast() throws Exception {
        var rows = new ArrayList<Object[]>();
        rows.add(row("指标", "芒市", "瑞丽市", "合计"));
        for (var i = 0; i < LABELS.size(); i++) {
            rows.add(row(LABELS.get(i), TRUTH.get(i) - 1, 1, TRUTH.get(i)));
        }
        rows.add(row("本年累计拨付见习补贴（万元）", 100, 21.755, 121.755));
        var content = new MadeWorkbook().sheet("6月", rows).bytes();

        assertThat(figures(returns(MediaType.XLSX, content), MediaType.XLSX, content))
                .isEqualTo(truth("121.755"));
    }

    @Test
    void aSheetOfSeveralTablesEndsEachAtTheNextTitle() throws Exception {
        var content = new MadeWorkbook()
                .sheet(
                        "见习情况",
                        List.of(
                                row("一、见习人员"),
                                row("姓名", "身份证号码", "性别", "学历"),
                                row("示例甲", "530802200003159014", "男", "大学本科"),
                                row("二、见习单位"),
                                row("单位名称", "统一社会信用代码", "地址"),
                                row("示例公司", "91530100MA6K00000X", "示例路1号")))
                .bytes();

        var people = records("trainees", MediaType.XLSX, content);
        var units = records("units", MediaType.XLSX, content);

        assertThat(people).contains("until: ['二、见习单位']");
        assertThat(read(people, MediaType.XLSX, content).said("name")).containsExactly("示例甲");
        assertThat(read(units, MediaType.XLSX, content).said("name")).containsExactly("示例公司");
    }

    @Test
    void aReturnInCsvOfGbkWithSemicolonsAndALineBreakInAColumnsName() throws Exception {
        var csv =
                "\"统计\r\n月份\";地区;单位数;新增单位数;岗位数;新增岗位数;计划见习人数;到岗人数;其中高校毕业生;完成见习人数;留用人数;留用高校毕业生;其他方式就业人数;非正常结束人数;期末在岗人数;补贴资金（万元）\r\n"
                        + "2023-06;德宏州;\"1,205\";12;2310;40;118;95;83;51;28;25;11;1;700;121.755\r\n";
        var content = csv.getBytes(Charset.forName("GBK"));

        var draft = returns(MediaType.CSV, content);

        assertThat(draft).contains("encoding: GB18030", "separator: ';'");
        assertThat(figures(draft, MediaType.CSV, content)).isEqualTo(truth("121.755"));
    }

    @Test
    void aRosterWithSubtotalsInTheMiddleSerialDatesAndNumberedEmptyRows() throws Exception {
        var rows = new ArrayList<Object[]>();
        rows.add(row("普洱市就业见习人员花名册"));
        rows.add(row("填报单位：普洱市", null, null, null, "2023年6月"));
        rows.add(row(
                "序号", "姓名", "身份证号码", "性别", "出生日期", "民族", "户籍地", "联系电话", "人员类别", "学历", "毕业学校", "专业", "毕业时间", "是否登记失业"));
        rows.add(row(
                1,
                "示例甲",
                "530802200003159014",
                "男",
                36600,
                "汉族",
                "思茅区",
                13900000001d,
                "高校毕业生",
                "大学本科",
                "示例大学",
                "会计学",
                45102,
                "是"));
        rows.add(row(
                2,
                "示例乙",
                "530821200211059025",
                "女",
                37565,
                "哈尼族",
                "宁洱哈尼族彝族自治县",
                13900000002d,
                "中职毕业生",
                "中等专科",
                "示例职业学校",
                "护理",
                44743,
                "否"));
        rows.add(row("小计", "2人"));
        rows.add(row(
                3,
                "示例丙",
                "530829200407209030",
                "男",
                38188,
                "佤族",
                "西盟佤族自治县",
                13900000003d,
                "失业青年",
                "普通高级中学教育",
                null,
                null,
                null,
                "是"));
        rows.add(row(4));
        rows.add(row(5));
        rows.add(row("合计", "3人"));
        rows.add(row("填表人：某某"));
        var content = new MadeWorkbook().sheet("花名册", rows, "A1:N1").bytes();

        var draft = records("trainees", MediaType.XLSX, content);
        var read = read(draft, MediaType.XLSX, content);

        assertThat(read.findings).isEmpty();
        assertThat(read.said("name")).containsExactly("示例甲", "示例乙", "示例丙");
        assertThat(read.said("birthDate")).containsExactly("2000-03-15", "2002-11-05", "2004-07-20");
        assertThat(read.said("graduatedOn")).containsExactly("2023-06-25", "2022-07-01", "");
        assertThat(read.said("registeredDivision")).containsExactly("530802", "530821", "530829");
        assertThat(read.said("mobile")).containsExactly("13900000001", "13900000002", "13900000003");
    }

    @Test
    void numbersThatAreKeptFromTheSpreadsheetAndDatesThatAreOnlyMonths() throws Exception {
        var csv = "序号,姓名,身份证号,性别,学历,毕业时间,备注\n1,示例甲,'530802200003159014,男,大学本科,2023年6月,\"好\n学\"\n"
                + "2,示例乙,=\"530821200211059025\",女,中等专科,2022年7月,\n小计,2人,,,,,\n3,示例丙,530829200407209030\t,男,普通高级中学教育,,\n合计,3,,,,,\n";
        var content = csv.getBytes(StandardCharsets.UTF_8);

        var draft = records("trainees", MediaType.CSV, content);
        var read = read(draft, MediaType.CSV, content);

        assertThat(draft).contains("day: first", "请与对方确认", "until: [合计]");
        assertThat(read.said("idNumber"))
                .containsExactly("530802200003159014", "530821200211059025", "530829200407209030");
        assertThat(read.said("graduatedOn")).containsExactly("2023-06-01", "2022-07-01", "");
        assertThat(read.said("birthDate")).containsExactly("2000-03-15", "2002-11-05", "2004-07-20");
    }

    @Test
    void identityNumbersThatTheSpreadsheetDamagedAreToldAndNotRead() throws Exception {
        var content = new MadeWorkbook()
                .sheet(
                        "名单",
                        List.of(
                                row("姓名", "身份证号码", "性别", "学历"),
                                row("示例甲", 530802200003159014d, "男", "大学本科"),
                                row("示例乙", 530821200211059025d, "女", "大学本科")))
                .bytes();

        var draft = records("trainees", MediaType.XLSX, content);
        var read = read(draft, MediaType.XLSX, content);

        assertThat(draft).contains("idNumber: 身份证号码").doesNotContain("5308");
        assertThat(read.findings.stream()
                        .filter(one -> one.rule().equals("F-DAMAGED"))
                        .map(one -> one.at().cell()))
                .containsExactly("B2", "B3");
        assertThat(read.said("idNumber")).containsExactly("", "");
    }

    @Test
    void whatOtherSheetsSayOfTheSamePeopleIsJoined() throws Exception {
        var content = new MadeWorkbook()
                .sheet(
                        "人员",
                        List.of(
                                row("姓名", "身份证号码", "性别"),
                                row("示例甲", "530802200003159014", "男"),
                                row("示例乙", "530821200211059025", "女")))
                .sheet(
                        "学历",
                        List.of(
                                row("证件号码", "姓名", "学历", "毕业院校"),
                                row("530821200211059025", "示例乙", "中等专科", "示例职业学校"),
                                row("530802200003159014", "示例甲", "大学本科", "示例大学")))
                .bytes();

        var read = read(records("trainees", MediaType.XLSX, content), MediaType.XLSX, content);

        assertThat(read.records).hasSize(2);
        assertThat(read.of("示例甲", "school", "education", "sex")).containsExactly("示例大学", "21", "1");
        assertThat(read.of("示例乙", "school", "education", "sex")).containsExactly("示例职业学校", "41", "2");
    }

    @Test
    void aRosterInXmlOfNamespacesAttributesAndMixedCase() throws Exception {
        var xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <m:Envelope xmlns:m="urn:x:m" xmlns="urn:x:p"><m:Body><PersonList Count="2">
                <Person IdCardNo="530802200003159014" Gender="1"><FullName><![CDATA[示例甲]]></FullName><BirthDate>2000-03-15T00:00:00</BirthDate>
                <Contact MobilePhone="13900000001"/><Education>21</Education><School/></Person>
                <Person IdCardNo="530821200211059025" Gender="2"><FullName>示例乙</FullName><BirthDate>2002-11-05T00:00:00</BirthDate>
                <Contact MobilePhone="13900000002"/><Education>41</Education><School>示例职业学校</School></Person>
                </PersonList></m:Body></m:Envelope>
                """;
        var content = xml.getBytes(StandardCharsets.UTF_8);

        var read = read(records("trainees", MediaType.XML, content), MediaType.XML, content);

        assertThat(read.said("name")).containsExactly("示例甲", "示例乙");
        assertThat(read.said("idNumber")).containsExactly("530802200003159014", "530821200211059025");
        assertThat(read.said("birthDate")).containsExactly("2000-03-15", "2002-11-05");
        assertThat(read.said("mobile")).containsExactly("13900000001", "13900000002");
        assertThat(read.said("sex")).containsExactly("1", "2");
    }

    @Test
    void codesThatNobodyButTheSenderKnowsAreListedBesideThoseOfTheDictionary() throws Exception {
        var csv = "协议编号,到岗日期,结束方式\nA1,2023/6/1 0:00,1\nA2,2023/6/2 0:00,7\n";

        var draft = records("placements", MediaType.CSV, csv.getBytes(StandardCharsets.UTF_8));

        assertThat(draft)
                .contains("代码表中没有1、7，请写 codes", "EARLY_RETAINED 提前留用")
                .contains("startOn: {from: 到岗日期, as: iso}");
    }

    private static String returns(MediaType type, byte[] content) throws Exception {
        return SUGGESTER
                .suggest(
                        new Suggester.OfReturn(
                                "draft", FORMS.find("MOHRSS-2023").orElseThrow()),
                        type,
                        content)
                .draft();
    }

    private static String records(String dataset, MediaType type, byte[] content) throws Exception {
        return SUGGESTER
                .suggest(new Suggester.OfRecords("draft", dataset), type, content)
                .draft();
    }

    private static MappingContext context(MediaType type) {
        return new MappingContext(
                type, Optional.of(Period.of("2023-06")), Sender.parse("533100"), Divisions.reportingUnits(HOME));
    }

    private static Map<Integer, String> figures(String draft, MediaType type, byte[] content) {
        var mapped = new Mapper().map(DRAFTS.read(draft), content, context(type));
        assertThat(mapped.findings().stream().filter(Finding::isError))
                .as(draft)
                .isEmpty();
        var figures = new TreeMap<Integer, String>();
        if (mapped instanceof Mapped.Read read) {
            FORMS.find("MOHRSS-2023")
                    .orElseThrow()
                    .indicators()
                    .forEach(one -> read.draft()
                            .figures()
                            .find(one.number())
                            .ifPresent(value ->
                                    figures.put(one.number(), one.unit().printExact(value))));
        }
        return figures;
    }

    private static Map<Integer, String> truth(String money) {
        var truth = new TreeMap<Integer, String>();
        for (var i = 0; i < TRUTH.size(); i++) {
            truth.put(i + 1, String.valueOf(TRUTH.get(i)));
        }
        truth.put(14, money);
        return truth;
    }

    private static Kept read(String draft, MediaType type, byte[] content) {
        var kept = new Kept();
        new RecordMapper().map(DRAFTS.read(draft), new Content.InMemory(content), context(type), kept);
        return kept;
    }

    private static final class Kept implements RecordSink {
        private final List<CanonicalRecord> records = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        @Override
        public void record(CanonicalRecord content) {
            records.add(content);
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
        }

        List<String> of(String name, String... fields) {
            var at = said("name").indexOf(name);
            return Stream.of(fields).map(field -> said(field).get(at)).toList();
        }

        List<String> said(String field) {
            return records.stream()
                    .map(one -> one.find(field).map(value -> value.written()).orElse(""))
                    .toList();
        }
    }
}
