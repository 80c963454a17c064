package org.jianxi.gateway.mapping.notation;

import org.jianxi.gateway.canonical.RuleText;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.canonical.StatedRule;

/**
 * What only a sender's own document can get wrong; the rest is asked of it in the words of the canonical form. The ids stand
 * on the wire.
 */
public enum MappingRule implements StatedRule {
    FORMULA("F-FORMULA", "公式单元格应保存有计算结果", "A formula cell carries its result"),
    UNIT("F-UNIT", "表头所注单位应与约定一致", "The unit in the header is the agreed one"),
    OTHER_PERIOD("P-PERIOD", "文件中的报告期应与报送的报告期一致", "The document's period is the one it was delivered for"),
    HIDDEN("S-HIDDEN", "隐藏的工作表不读取", "Hidden sheets are not read"),
    UNREAD("S-UNREAD", "表格结束之后的内容不读取", "What stands behind the end of a table is not read"),
    MERGED("S-MERGED", "合并单元格中的值应说明适用于哪些单元格", "It is agreed which cells the value of merged cells means"),
    UNJOINED("S-UNJOINED", "附表的每一行应对应一条记录", "Each row of a joined table belongs to a record");

    private final RuleText text;

    MappingRule(String id, String zh, String en) {
        this.text = RuleText.ours(id, zh, en);
    }

    @Override
    public RuleText text() {
        return text;
    }

    /** A hidden sheet is only told of; what nobody reads may be nothing, or may be forgotten. */
    @Override
    public Severity severity() {
        return switch (this) {
            case HIDDEN -> Severity.INFO;
            case UNREAD, UNJOINED -> Severity.WARNING;
            default -> Severity.ERROR;
        };
    }
}
