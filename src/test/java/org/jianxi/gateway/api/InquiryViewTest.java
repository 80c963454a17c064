package org.jianxi.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.inquiries.Evidence;
import org.jianxi.gateway.inquiries.Inquiry;
import org.jianxi.gateway.inquiries.Inquiry.Closing;
import org.jianxi.gateway.inquiries.Inquiry.Side;
import org.jianxi.gateway.inquiries.Inquiry.State;
import org.jianxi.gateway.inquiries.InquiryKind;
import org.jianxi.gateway.inquiries.Suspicion;
import org.junit.jupiter.api.Test;

class InquiryViewTest {

    private static final Sender KUNMING = new Sender("530100");
    private static final Sender QUJING = new Sender("530300");
    private static final InquiryKind KIND = new InquiryKind("shared-mobile", new Bilingual("同号", "one phone"), "四(二)");

    @Test
    void neitherSideSeesTheOthersRecord() {
        var seen = InquiryView.of(inquiry(State.OPEN), List.of(KUNMING));

        assertThat(seen.sides()).extracting(InquiryView.SideView::sender).containsExactly("530100", "530300");
        assertThat(seen.sides().getFirst().evidence()).containsExactly(version("k"));
        assertThat(seen.sides().getLast().evidence()).isEmpty();
        assertThat(seen.sides().getLast().records()).isEmpty();
        assertThat(seen.toString()).doesNotContain("of-q").doesNotContain("bb");
    }

    @Test
    void whatTheOtherSideFoundIsTheOfficesToKnowUntilItIsOver() {
        assertThat(InquiryView.of(inquiry(State.OPEN), List.of(KUNMING))
                        .sides()
                        .getLast()
                        .outcome())
                .isEmpty();
        assertThat(InquiryView.of(inquiry(State.CLOSED), List.of(KUNMING))
                        .sides()
                        .getLast()
                        .outcome())
                .contains("own-record-right");
        var office = InquiryView.of(inquiry(State.OPEN), List.of());
        assertThat(office.sides().getLast().outcome()).contains("own-record-right");
        assertThat(office.sides()).allMatch(side -> side.evidence().size() == 1);
    }

    private static Inquiry inquiry(State state) {
        var closing = new Closing(Instant.EPOCH, "q", "own-record-right");
        var mine = new Evidence(KUNMING, "aa", Optional.of(version("k")));
        var theirs = new Evidence(QUJING, "bb", Optional.of(version("q")));
        return new Inquiry(
                7,
                KIND,
                new Suspicion(KIND, List.of(mine, theirs)).subject(),
                0,
                state,
                Instant.EPOCH,
                LocalDate.EPOCH,
                List.of(
                        new Side(KUNMING, List.of(mine), Optional.empty()),
                        new Side(QUJING, List.of(theirs), Optional.of(closing))),
                Optional.empty());
    }

    private static Evidence.Version version(String of) {
        return new Evidence.Version("trainees", "of-" + of, 1);
    }
}
