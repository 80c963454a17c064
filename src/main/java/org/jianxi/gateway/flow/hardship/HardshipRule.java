package org.jianxi.gateway.flow.hardship;

import org.jianxi.gateway.canonical.RuleText;
import org.jianxi.gateway.canonical.StatedRule;

/** What an act on a hardship mark has to keep. The ids stand on the wire. */
enum HardshipRule implements StatedRule {
    ACT(
            "P-MARK-ACT",
            "对标识的办理须为规定的一种",
            "An act on a mark is one of those there are",
            "本网关报送规则 · the gateway's own rule of filing"),
    STATE(
            "P-MARK-STATE",
            "标识的办理须符合其当前状态",
            "An act on a mark fits the state the mark is in",
            "人社部发〔2023〕27号 二(一)；docs/hardship-marks.md"),
    REASON(
            "P-MARK-REASON",
            "除确认外，对标识的办理须写明理由，4至500字",
            "Whoever acts on a mark says why in 4 to 500 characters, unless it is confirmed",
            "个人信息保护法 第四十六条；政务数据共享条例 第二十六条"),
    CODE(
            "P-MARK-CODE",
            "困难类别等须为代码表中的代码",
            "Category, relation and disability are codes of the dictionary",
            "docs/datasets.md hardship-matches");

    private final RuleText text;

    HardshipRule(String id, String zh, String en, String clause) {
        this.text = RuleText.of(id, zh, en, clause);
    }

    @Override
    public RuleText text() {
        return text;
    }
}
