package org.jianxi.gateway.registries.extracts;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.registries.run.Way;

/**
 * Judges an extract beside the last good one.
 *
 * @param validity how long answers of a snapshot may be relied on
 * @param last the last one that was taken
 */
record ExtractJudge(Way.Demands demands, Period validity, Optional<KeptExtract> last) {

    private static final int ALL = 100;

    /** What can be said before it is read. @param today by the office's calendar */
    void beforeReading(Digest digest, Optional<LocalDate> day, LocalDate today) throws RefusedExtract {
        if (last.filter(one -> one.digest().equals(digest)).isPresent()) {
            throw refused(
                    ExtractRule.DOUBLED, new Bilingual("与上一份提取文件完全相同", "it is the very file that was taken last"));
        }
        if (day.isEmpty()) {
            throw refused(ExtractRule.DATE, new Bilingual("不知道数据日期", "nothing says as of which day it was made"));
        }
        var made = day.get();
        if (made.isAfter(today)) {
            throw refused(
                    ExtractRule.DATE,
                    new Bilingual("数据日期%s尚未到来".formatted(made), "its day %s is to come".formatted(made)));
        }
        if (last.filter(one -> !made.isAfter(one.day())).isPresent()) {
            throw refused(
                    ExtractRule.OLD,
                    new Bilingual(
                            "数据日期%s不晚于上一份的%s".formatted(made, last.get().day()),
                            "its day %s is not after %s, the last one's"
                                    .formatted(made, last.get().day())));
        }
        if (made.plus(validity).isBefore(today)) {
            throw refused(
                    ExtractRule.OLD,
                    new Bilingual(
                            "数据日期%s已过有效期%d天".formatted(made, validity.getDays()),
                            "its day %s is more than the %d days of validity ago".formatted(made, validity.getDays())));
        }
    }

    /** Shares that an operator can wave through with a reason. */
    void shares(ExtractCounts counts) throws RefusedExtract {
        var before = last.map(KeptExtract::rows).orElse(counts.rows());
        if (counts.rows() * ALL < before * demands.leastPercent()) {
            throw refused(ExtractRule.TRUNCATED, beside(counts.rows(), before));
        }
        if (counts.rows() * ALL > before * demands.mostPercent()) {
            throw refused(ExtractRule.DOUBLED, beside(counts.rows(), before));
        }
        if ((counts.rows() - counts.unusable()) * ALL < counts.rows() * demands.usablePercent()) {
            throw new RefusedExtract(
                    ExtractRule.NUMBERS,
                    counts.firstUnusable(),
                    new Bilingual(
                            "%d行中有%d行没有有效的公民身份号码，第一处见位置".formatted(counts.rows(), counts.unusable()),
                            "%d of %d rows lack a citizen's number, the first of them here"
                                    .formatted(counts.unusable(), counts.rows())));
        }
        if (counts.repeated() * ALL > counts.entries() * demands.repeatedPercent()) {
            throw refused(
                    ExtractRule.DOUBLED,
                    new Bilingual(
                            "%d人次中有%d人次与其他行完全相同".formatted(counts.entries(), counts.repeated()),
                            "%d of %d entries say the very same as another"
                                    .formatted(counts.repeated(), counts.entries())));
        }
    }

    void notEmpty(ExtractCounts counts) throws RefusedExtract {
        if (counts.rows() == 0) {
            throw refused(ExtractRule.EMPTY, new Bilingual("表头之下没有一行", "no row stands below the header"));
        }
    }

    private static Bilingual beside(long rows, long before) {
        return new Bilingual(
                "共%d行，上一份为%d行".formatted(rows, before), "it has %d rows, the last one %d".formatted(rows, before));
    }

    private static RefusedExtract refused(ExtractRule rule, Bilingual what) {
        return new RefusedExtract(rule, Place.WHOLE, what);
    }
}
