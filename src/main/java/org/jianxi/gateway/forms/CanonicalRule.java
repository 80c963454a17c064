package org.jianxi.gateway.forms;

import org.jianxi.gateway.canonical.RuleText;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.canonical.StatedRule;

/** What a canonical document's structure and fields must keep. The ids stand on the wire. */
public enum CanonicalRule implements StatedRule {
    SHAPE("S-SHAPE", "文件结构应符合规范报文", "The document has the structure of the canonical return"),
    MEMBER("S-MEMBER", "不应出现规范以外的内容", "Nothing stands in the document that the canonical form does not know"),
    REQUIRED("S-REQUIRED", "必填项不应缺少", "No required part is missing"),
    VERSION("S-VERSION", "规范报文的版本应为本网关已知的版本", "The canonical form is of a version we know"),
    VERSION_OLD("S-VERSION-OLD", "规范报文的旧版本在截止日前仍予受理", "An older version of the canonical form is taken until its day"),
    VERSION_CLOSED(
            "S-VERSION-CLOSED", "规范报文的旧版本过期后不再受理", "After its day an older version of the canonical form is not taken"),
    MISSING("F-MISSING", "每个指标都应填写；空白不等于零", "Every indicator has a figure; a blank is not a zero"),
    COUNT("F-COUNT", "单位、岗位和人数应为0至999999999的整数", "Units, posts and people are whole numbers from 0 to 999999999"),
    MONEY(
            "F-MONEY",
            "金额应为不小于0的万元数，整数最多9位，小数最多6位，写成字符串",
            "Money is a text of 万元, not below 0, at most 9 digits before the point and 6 behind it"),
    FORM("F-FORM", "报表标识应为已知的版本", "The form is an edition we know"),
    PERIOD("F-PERIOD", "报告期应写成2023-06这样的年月", "The period is a month such as 2023-06"),
    SENDER("F-SENDER", "填报单位应为六位行政区划代码", "The sender is a division code of six digits"),
    REVISION("F-REVISION", "修订号应为1至999999的整数", "The revision is a whole number from 1 to 999999"),
    EXPLANATION(
            "F-EXPLANATION",
            "说明应写明规则编号和1至2000字的文字",
            "An explanation names a rule and says something in 1 to 2000 characters");

    private final RuleText text;

    CanonicalRule(String id, String zh, String en) {
        this.text = RuleText.ours(id, zh, en);
    }

    @Override
    public RuleText text() {
        return text;
    }

    @Override
    public Severity severity() {
        return this == VERSION_OLD ? Severity.WARNING : Severity.ERROR;
    }
}
