package org.jianxi.gateway.documents;

import org.jianxi.gateway.canonical.RuleText;
import org.jianxi.gateway.canonical.StatedRule;

/** Why a document can be refused before anyone asks what it says. The ids stand on the wire. */
public enum DocumentRule implements StatedRule {
    EMPTY("S-EMPTY", "文件不能为空", "A document has content"),
    ENCODING("S-ENCODING", "文件编码应与约定一致", "A document is in the encoding agreed for it"),
    TEXT("S-TEXT", "文字应为合法的Unicode字符", "Text is made of assignable Unicode characters"),
    JSON("S-JSON", "应为合法且无歧义的JSON", "JSON is well formed and unambiguous"),
    XML("S-XML", "应为合法的XML，不含DTD和外部引用", "XML is well formed, without DTD or external references"),
    CSV("S-CSV", "应为合法的CSV", "CSV is well formed"),
    WORKBOOK(
            "S-WORKBOOK",
            "应为可读的xlsx工作簿，不含宏、外部链接和加密",
            "A workbook is a readable xlsx without macros, external links or encryption"),
    SHEET("S-SHEET", "工作簿应有约定的工作表，且未隐藏", "A workbook has the agreed sheet, not hidden"),
    HEADER("S-HEADER", "表头应有约定的各列，各列唯一", "The header has each agreed column once"),
    ROW("S-ROW", "应能确定唯一的数据行", "It is certain which row holds the figures"),
    LIMIT("S-LIMIT", "文件不超过约定的大小和复杂度", "A document stays within the agreed size and complexity"),
    ENVELOPE(
            "S-ENVELOPE",
            "随报送附带的说明（数据集、报告期、填报单位、类型等）应完整且有效",
            "What accompanies a document (dataset, period, sender, type) is complete and valid"),
    NAME("S-NAME", "文件名只含字母、数字、汉字和_.-", "A file's name has letters, digits, Chinese characters and _.- only"),
    TYPE("S-TYPE", "文件内容应与声明的类型一致", "A document is what its declared type says");

    private final RuleText text;

    DocumentRule(String id, String zh, String en) {
        this.text = RuleText.ours(id, zh, en);
    }

    @Override
    public RuleText text() {
        return text;
    }
}
