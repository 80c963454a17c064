package org.jianxi.gateway.screening;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.inquiries.InquiryKind;

/** One thing that false claims (骗取、虚报、冒领) make visible among records. The wire names stand in the database. */
public enum ScreeningCheck {
    SHARED_MOBILE(
            "shared-mobile",
            "多名见习人员登记同一手机号码",
            "Many trainees have one mobile phone",
            Clause.FALSE_CLAIMS,
            TraineeSql.SHARED_MOBILE),
    SHARED_ACCOUNT(
            "shared-account",
            "同一账户收取多个单位见习人员的补贴",
            "One account is paid for trainees of several units",
            Clause.FALSE_CLAIMS,
            PaymentSql.SHARED_ACCOUNT),
    GRADUATED_EARLIER(
            "graduated-earlier",
            "毕业生到岗时离校已超过2年",
            "A graduate took up the post more than two years after the diploma",
            "云人社发〔2023〕18号 三",
            TraineeSql.GRADUATED_EARLIER),
    UNIT_NOT_RECOGNISED(
            "unit-not-recognised",
            "见习开始时单位已清退或认定已到期",
            "The unit was delisted, or its recognition over, before the placement began",
            "云人社发〔2023〕18号 三",
            TraineeSql.UNIT_NOT_RECOGNISED),
    LEGAL_REPRESENTATIVE(
            "legal-representative",
            "见习人员与该单位法定代表人同名",
            "A trainee has the name of the unit's legal representative",
            Clause.FALSE_CLAIMS,
            TraineeSql.LEGAL_REPRESENTATIVE),
    BEYOND_ATTENDANCE(
            "beyond-attendance",
            "申领月份超出实际见习期间",
            "More months are claimed than the placement lasted",
            Clause.FALSE_CLAIMS,
            PaymentSql.BEYOND_ATTENDANCE),
    AFTER_END(
            "after-end",
            "见习结束后仍申领补贴",
            "Months after the placement's end are claimed",
            Clause.FALSE_CLAIMS,
            PaymentSql.AFTER_END),
    PAID_TWICE(
            "paid-twice",
            "同一见习同一月份补贴重复拨付",
            "The same month of a placement is paid twice",
            Clause.FALSE_CLAIMS,
            PaymentSql.PAID_TWICE),
    ALREADY_INSURED(
            "already-insured",
            "见习期间已由用人单位参加社会保险",
            "An employer paid social insurance for the trainee during the placement",
            Clause.FALSE_CLAIMS,
            TraineeSql.ALREADY_INSURED);

    /** Constants that the constants above need before they are there. */
    private static final class Clause {
        private static final String FALSE_CLAIMS = "人社部发〔2023〕27号 四(二)；云人社发〔2023〕18号 三";
    }

    private final InquiryKind kind;
    private final String evidence;

    ScreeningCheck(String wireName, String zh, String en, String clause, String evidence) {
        this.kind = new InquiryKind(wireName, new Bilingual(zh, en), clause);
        this.evidence = evidence;
    }

    public InquiryKind kind() {
        return kind;
    }

    /** Tables by name, the last of which is {@code evidence (hit, dataset, sender, batch, number)}: a row for each record of each hit. */
    String evidence() {
        return evidence;
    }
}
