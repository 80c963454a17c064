package org.jianxi.gateway.mapping.clause;

import java.util.Set;
import org.jianxi.gateway.canonical.RuleText;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.canonical.StatedRule;

/** What fields of records must keep among each other, with the clause it rests on. The ids stand on the wire. */
public enum ClauseRule implements StatedRule {
    TERM("F-TERM", "见习期限应为3至12个月", "A placement lasts 3 to 12 months", "人社部发〔2023〕27号 三(三)"),
    SIGNED(
            "F-SIGNED",
            "见习协议应不晚于到岗之日签订",
            "The agreement is signed no later than the first day in post",
            "人社部发〔2023〕27号 二(五)"),
    TWO_YEARS(
            "F-TWO-YEARS",
            "毕业生到岗日期应在毕业证书签发后2年以内",
            "A graduate takes up the post within two years after the diploma was issued",
            "云人社发〔2023〕18号 三"),
    AGE(
            "F-AGE",
            "失业青年签订协议当日应满16周岁、未满25周岁",
            "An unemployed young person is 16 to 24 on the day of the agreement",
            "云人社发〔2023〕18号 三"),
    CATEGORY(
            "F-CATEGORY",
            "见习对象类别应与学历、失业登记一致",
            "The category agrees with the education and the registration as unemployed",
            "云人社发〔2023〕18号 三"),
    TRAINEE(
            "F-TRAINEE",
            "见习记录中的见习人员应已报送；未报送的，年龄和毕业年限没有核对",
            "A placement's trainee has been delivered; where not, age and the two years were not checked"),
    END("F-END", "结束方式、去向应与日期和协议期限一致", "How a placement ended agrees with its outcome and its days", "填报说明2、4"),
    STATUS("F-STATUS", "见习状态应与结束日期、结束方式一致", "The status agrees with the end of the placement"),
    MENTOR("F-MENTOR", "在岗的见习人员应有带教老师", "Whoever is in post has a mentor", "人社部发〔2023〕27号 二(五)"),
    OFFICE(
            "F-OFFICE",
            "记录中的上报机构、举办单位应为报送单位",
            "The office that a record names is the one that delivers it",
            "云人社发〔2023〕18号 附件1"),
    DAYS("F-DAYS", "先后发生的日期、月份应依次不早于前一个", "Days and months that follow each other are in that order"),
    WITHDRAWN(
            "F-WITHDRAWN",
            "清退的单位应有清退日期，未清退的不填",
            "A unit that was withdrawn says when, and no other does",
            "云人社发〔2023〕18号 三"),
    PUBLICITY("F-PUBLICITY", "发布的岗位应经公示", "A post that is published was shown to the public before", "云人社发〔2023〕18号 一"),
    CLAIMED_MONTHS(
            "F-CLAIMED-MONTHS",
            "补贴月数应不超过所属期的月数",
            "No more months are claimed than the period has",
            "人社部发〔2023〕27号 四(二)"),
    MONTHLY("F-MONTHLY", "按月补贴应逐月申报", "What is paid by the month is claimed by the month", "人社部发〔2023〕27号 四(二)"),
    RATE(
            "F-RATE",
            "补贴标准为每人每月1500元，留用差额500元",
            "The rate is 1500 yuan for a trainee and month, 500 for the retention difference",
            "云人社发〔2023〕18号 三"),
    REFERENCE(
            "F-REFERENCE",
            "记录所指的单位、岗位、带教老师、见习记录应已报送",
            "The unit, post, mentor or placement that a record names has been delivered"),
    SAME_UNIT(
            "F-SAME-UNIT",
            "岗位、带教老师应与见习记录同属一个单位",
            "Post and mentor are of the placement's own unit",
            "人社部发〔2023〕27号 二(五)"),
    RECOGNISED(
            "F-RECOGNISED",
            "提供岗位、接收见习人员的单位当日应已认定、未清退",
            "A unit that offers a post or takes a trainee is recognised on that day and not delisted",
            "云人社发〔2023〕18号 三"),
    HEADCOUNT(
            "F-HEADCOUNT", "一个岗位的在岗和待派遣人数应不超过募集人数", "No more people are in a post or on their way than it has places"),
    SUBSIDISED(
            "F-SUBSIDISED",
            "补贴应与见习记录的起止和结果相符",
            "A subsidy fits the months and the outcome of its placement",
            "云人社发〔2023〕18号 三"),
    PAID_TWICE(
            "F-PAID-TWICE",
            "同一见习记录同一所属期的同一补贴只申报一次",
            "A subsidy is claimed once for the same months of a placement",
            "人社部发〔2023〕27号 四(二)"),
    AMOUNT("F-AMOUNT", "补贴金额应为补贴月数与标准之积", "The amount is the months times the rate");

    private static final Set<ClauseRule> WARNED = Set.of(
            CATEGORY,
            STATUS,
            MENTOR,
            WITHDRAWN,
            PUBLICITY,
            MONTHLY,
            RATE,
            AMOUNT,
            REFERENCE,
            SAME_UNIT,
            RECOGNISED,
            HEADCOUNT,
            SUBSIDISED,
            PAID_TWICE);

    /** Those that rest on records which were delivered before: a trial, which looks nobody up, does not judge them. */
    public static final Set<ClauseRule> OF_KNOWN =
            Set.of(TRAINEE, AGE, TWO_YEARS, REFERENCE, SAME_UNIT, RECOGNISED, HEADCOUNT, SUBSIDISED);

    private final RuleText text;

    ClauseRule(String id, String zh, String en) {
        this.text = RuleText.ours(id, zh, en);
    }

    ClauseRule(String id, String zh, String en, String clause) {
        this.text = RuleText.of(id, zh, en, clause);
    }

    @Override
    public RuleText text() {
        return text;
    }

    @Override
    public Severity severity() {
        if (this == TRAINEE) {
            return Severity.INFO;
        }
        return WARNED.contains(this) ? Severity.WARNING : Severity.ERROR;
    }
}
