package org.jianxi.gateway.registries.extracts;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.RuleText;
import org.jianxi.gateway.canonical.StatedRule;

/** Why an extract of a registry is refused; the last good one stays in force. The ids stand on the wire. */
public enum ExtractRule implements StatedRule {
    EMPTY("P-EXTRACT-EMPTY", "提取文件应有人员", "An extract has people in it", "请重新导出并发送", "export it anew and send it"),
    LARGE(
            "P-EXTRACT-LARGE",
            "提取文件不超过大小限制",
            "An extract stays within the limits",
            "请分成几个工作表，或改用CSV",
            "send it as CSV, or in several sheets"),
    FILE(
            "P-EXTRACT-FILE",
            "提取文件应为约定格式的完整文件",
            "An extract is a whole file of the agreed format",
            "请按约定格式重新导出，核对未加密、不含宏",
            "export it anew in the agreed format, without a password or macros"),
    ENCODING(
            "P-EXTRACT-ENCODING",
            "提取文件的编码应与约定一致",
            "An extract is in the encoding agreed for it",
            "请按约定编码另存，或修改 registry.yaml 的 encoding",
            "save it in the agreed encoding, or change encoding in registry.yaml"),
    HEADER(
            "P-EXTRACT-HEADER",
            "应能找到提取文件的表头",
            "The header of an extract is where it was agreed to be",
            "请核对表头；表式变了的，修改 registry.yaml 的 header 和 sheet",
            "check the header; where the layout changed, change header and sheet in registry.yaml"),
    COLUMN(
            "P-EXTRACT-COLUMN",
            "表头应有约定的各列，类别列应为类别",
            "An extract has each agreed column once, and the column of categories holds categories",
            "请补齐该列；列名变了的，修改 registry.yaml",
            "add the column; where it is called otherwise now, change registry.yaml"),
    NUMBERS(
            "P-EXTRACT-NUMBERS",
            "多数行应有有效的公民身份号码",
            "Most rows of an extract have citizens' numbers",
            "请核对号码列；号码须存为文本，存为数值的已丢失末位",
            "check the column of numbers; they must be kept as text, a spreadsheet's numbers lose the last digits"),
    TRUNCATED(
            "P-EXTRACT-TRUNCATED",
            "提取文件应完整",
            "An extract is whole",
            "请重新导出；确有减少的，注明理由后再载入",
            "export it anew; where so many really left, load it with a reason"),
    DOUBLED(
            "P-EXTRACT-DOUBLED",
            "提取文件及其中各行不应重复",
            "An extract and its rows come once",
            "请去掉重复的行或发送新的提取；确有增加的，注明理由后再载入",
            "leave out what stands there twice, or send a new one; where so many really came, load it with a reason"),
    OLD(
            "P-EXTRACT-OLD",
            "提取文件应新于上一份，且仍在有效期内",
            "An extract is newer than the one before, and its answers have not lapsed",
            "请发送最新的提取；日期有误的，用 --snapshot-date 注明",
            "send the newest one; where the day is wrong, say it with --snapshot-date"),
    DATE(
            "P-EXTRACT-DATE",
            "应知道提取文件的数据日期，且不在将来",
            "It is known as of which day an extract was made, and that day has come",
            "请按约定命名文件，或用 --snapshot-date 注明日期",
            "name the file as agreed, or say the day with --snapshot-date");

    private final RuleText text;
    private final Bilingual remedy;

    ExtractRule(String id, String zh, String en, String remedyZh, String remedyEn) {
        this.text = RuleText.ours(id, zh, en);
        this.remedy = new Bilingual(remedyZh, remedyEn);
    }

    @Override
    public RuleText text() {
        return text;
    }

    /** What would mend it. */
    public Bilingual remedy() {
        return remedy;
    }

    /** @param what holds nothing of a person */
    Finding finding(Place at, Bilingual what) {
        return Finding.error(this, at, new Bilingual(what.zh() + "；" + remedy.zh(), what.en() + "; " + remedy.en()));
    }
}
