package org.jianxi.gateway.flow;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.StatedRule;

/** What must hold before the province approves and files. The ids stand on the wire. */
public enum OfficeRule implements StatedRule {
    GAPS(
            "P-GAPS",
            "缺报单位须逐一确认后方可审核",
            "Every missing sender is named before the figures are approved",
            "人社部发〔2023〕27号 四"),
    APPROVAL("P-APPROVAL", "现有数据须经审核方可上报", "The figures as they stand are approved before they are filed"),
    TWO_PEOPLE("P-TWO-PEOPLE", "审核与上报须为不同人员", "Who approved does not file"),
    ALREADY_FILED("P-ALREADY-FILED", "同一数据只上报一次", "The same figures are filed once");

    private final String id;
    private final Bilingual title;
    private final String clause;

    OfficeRule(String id, String zh, String en) {
        this(id, zh, en, "docs/rules.md " + id);
    }

    OfficeRule(String id, String zh, String en, String clause) {
        this.id = id;
        this.title = new Bilingual(zh, en);
        this.clause = clause;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Bilingual title() {
        return title;
    }

    @Override
    public String clause() {
        return clause;
    }
}
