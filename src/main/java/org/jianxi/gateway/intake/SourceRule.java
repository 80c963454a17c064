package org.jianxi.gateway.intake;

import org.jianxi.gateway.canonical.RuleText;
import org.jianxi.gateway.canonical.StatedRule;

/** What a source must be for anything to be taken from it. The ids stand on the wire. */
public enum SourceRule implements StatedRule {
    INACTIVE(RuleText.ours("P-SOURCE-INACTIVE", "停用的来源不予受理", "Nothing is taken from a source that is switched off"));

    private final RuleText text;

    SourceRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
