package org.jianxi.gateway.flow.people;

import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.mapping.clause.KnownTrainees;

/** What is said of a batch as a whole. */
final class BatchRemarks {

    private BatchRemarks() {}

    /** What a file that was cut off leaves out would stand no longer. */
    static Optional<Finding> fewer(BatchPaper paper, KnownTrainees known, BatchFindings read) {
        if (paper.delivers() != Delivers.FULL || read.isWholeBad()) {
            return Optional.empty();
        }
        var standing = known.standing(paper.dataset());
        return read.good() * 2 >= standing
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        BatchRule.FEWER,
                        Place.WHOLE,
                        new Bilingual(
                                "现有%d条，本次%d条，不足一半；未列的视为已删除，请核对文件是否完整".formatted(standing, read.good()),
                                "%d records stand and %d came, less than half; what is left out is taken as gone: check whether the file is whole"
                                        .formatted(standing, read.good()))));
    }

    /** A record is called gone only where the source says that it delivers changes. */
    static Optional<Finding> notAgreed(BatchPaper paper, BatchFindings read) {
        return read.removals() == 0 || paper.delivers() == Delivers.CHANGES
                ? Optional.empty()
                : Optional.of(Finding.error(
                        BatchRule.REMOVAL,
                        Place.WHOLE,
                        new Bilingual(
                                "有%d条记录写明已删除，而该来源没有约定按变动报送（delivers: changes）".formatted(read.removals()),
                                "%d records are called gone, and the source's file does not say delivers: changes"
                                        .formatted(read.removals()))));
    }

    static Finding setAside(long bad, long records) {
        return Finding.warning(
                BatchRule.SET_ASIDE,
                Place.WHOLE,
                new Bilingual(
                        "%d条记录中有%d条有误，未受理，其余已受理；改正后请重新报送全部记录".formatted(records, bad),
                        "%d of %d records are wrong and were set aside, the others stand; mend them and send the whole batch again"
                                .formatted(bad, records)));
    }

    static Finding noneLeft() {
        return Finding.error(BatchRule.NONE_LEFT, Place.WHOLE, new Bilingual("没有一条记录可以受理", "not one record can stand"));
    }
}
