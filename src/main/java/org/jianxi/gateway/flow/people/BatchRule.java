package org.jianxi.gateway.flow.people;

import org.jianxi.gateway.canonical.RuleText;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.canonical.StatedRule;

/** What may be said of a batch of records as a whole. The ids stand on the wire. */
enum BatchRule implements StatedRule {
    SET_ASIDE(
            "P-SET-ASIDE",
            "来源约定可剔除有误记录的，其余记录照常受理",
            "Where the source's file says so, bad records are set aside and the others stand",
            Severity.WARNING),
    NONE_LEFT("P-NONE-LEFT", "一批记录中至少应有一条可以受理", "At least one record of a batch can stand", Severity.ERROR),
    FEWER(
            "P-FULL-FEWER",
            "报送全部记录的，条数不应突然少于现有的一半",
            "A delivery of all there is does not suddenly hold less than half of what stands",
            Severity.WARNING),
    REMOVAL(
            "P-REMOVAL",
            "来源约定按变动报送的，才能写明记录已删除",
            "A record is called gone only by a source that delivers changes",
            Severity.ERROR),
    MORE_FINDINGS(
            "S-MORE-FINDINGS",
            "问题过多时只列出一部分，并说明未列出的数量",
            "Of very many findings a part is listed, and how many more there are",
            Severity.INFO);

    private final RuleText text;
    private final Severity severity;

    BatchRule(String id, String zh, String en, Severity severity) {
        this.text = RuleText.of(id, zh, en, "本网关报送规则 · the gateway's own rule of filing");
        this.severity = severity;
    }

    @Override
    public RuleText text() {
        return text;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
