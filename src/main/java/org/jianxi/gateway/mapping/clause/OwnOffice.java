package org.jianxi.gateway.mapping.clause;

import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Sender;

/** A sender speaks for its own area only (云人社发〔2023〕18号 附件1): the office that a unit or an event names is the sender. */
final class OwnOffice {

    private static final String OFFICE = "reportingOffice";

    private OwnOffice() {}

    static Stream<Broken> judge(CanonicalRecord content, Optional<Sender> sender) {
        return sender
                .filter(own -> content.text(OFFICE)
                        .filter(named -> !named.equals(own.code()))
                        .isPresent())
                .map(own -> Broken.of(
                        ClauseRule.OFFICE,
                        OFFICE,
                        "不是报送单位；请核对，其他单位的由该单位报送",
                        "is not the sender: check it; what is another office's is for that office to deliver"))
                .stream();
    }
}
