package org.jianxi.gateway.mapping;

import org.jianxi.gateway.canonical.Bilingual;

/** What is asked of a field while it is read out of a sender's document. The ids stand on the wire. */
public enum MappingRule {
    MISSING("F-MISSING", "指标不能为空；空白不等于零", "A figure is stated; a blank is not a zero"),
    NUMBER("F-NUMBER", "指标应为数字", "A figure is a number"),
    AMOUNT(
            "F-AMOUNT",
            "指标应为非负数，不超过999999999，精度不细于最小单位",
            "A figure is not negative, at most 999 999 999 and no finer than its smallest part"),
    FORMULA("F-FORMULA", "公式单元格应保存有计算结果", "A formula cell carries its result"),
    UNIT("F-UNIT", "表头所注单位应与约定一致", "The unit in the header is the agreed one"),
    SENDER("F-SENDER", "应写明填报单位", "The reporting unit is stated"),
    PERIOD("P-PERIOD", "应写明填报月份", "The month is stated"),
    OTHER_PERIOD("P-OTHER", "文件所写月份应与申报的月份一致", "The month in the document is the month it was delivered for"),
    HIDDEN("S-HIDDEN", "隐藏的工作表不读取", "Hidden sheets are not read");

    private final String id;
    private final Bilingual title;

    MappingRule(String id, String zh, String en) {
        this.id = id;
        this.title = new Bilingual(zh, en);
    }

    public String id() {
        return id;
    }

    /** What the rule demands, for the rule book. */
    public Bilingual title() {
        return title;
    }

    /** Our own rule book, where no clause of the notice speaks. */
    public String clause() {
        return "docs/rules.md " + id;
    }
}
