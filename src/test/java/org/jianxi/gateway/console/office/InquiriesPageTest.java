package org.jianxi.gateway.console.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.inquiries.InquiryReading;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.inquiries.Evidence;
import org.jianxi.gateway.inquiries.Inquiry;
import org.jianxi.gateway.inquiries.Inquiry.Closing;
import org.jianxi.gateway.inquiries.Inquiry.Lapse;
import org.jianxi.gateway.inquiries.Inquiry.Side;
import org.jianxi.gateway.inquiries.Inquiry.State;
import org.jianxi.gateway.inquiries.Suspicion;
import org.jianxi.gateway.screening.InsuredInPost;
import org.jianxi.gateway.screening.Screening;
import org.jianxi.gateway.screening.ScreeningCheck;
import org.junit.jupiter.api.Test;

/** The office's list of doubts and one of them: records and words only after a purpose was said. */
class InquiriesPageTest {

    private static final Path HOME = Path.of("");
    private static final Datasets DATASETS = Datasets.load(HOME);
    private static final Sender KUNMING = new Sender("530100");
    private static final Sender QUJING = new Sender("530300");

    @Test
    void theListIsOfKindsStatesAndDaysAndSaysWhoHasAnswered() {
        var html = RenderedPage.html(
                "console/screenings",
                Locale.SIMPLIFIED_CHINESE,
                Map.of(
                        "matter",
                        Screening.MATTER,
                        "inquiries",
                        List.of(inquiry(State.OPEN)),
                        "kind",
                        "shared-account",
                        "state",
                        "open",
                        "isFull",
                        false,
                        "today",
                        LocalDate.parse("2023-08-01"),
                        "units",
                        Divisions.reportingUnits(HOME),
                        "caller",
                        "officer"));

        assertThat(html)
                .contains("/console/screenings/7\"", "同一账户收取多个单位见习人员的补贴", "待核实", "已逾期", "昆明市", "已核实", "曲靖市", "未核实")
                .contains("<option value=\"shared-account\" selected", "<caption", "matter=overlap")
                .doesNotContain("张三");
    }

    @Test
    void oneOfThemAsksWhatForBeforeItShowsARecord() {
        var html = one(Locale.ENGLISH, InquiryPage.closed(Screening.MATTER, inquiry(State.OPEN)), List.of());

        assertThat(html)
                .contains("name=\"purpose\"", "四(二)", "our records are right", "2023-07-21")
                .doesNotContain("张三", "已核对");
    }

    @Test
    void aRecordIsShownInTheDictionarysWordsWithItsSecretsCovered() {
        var page = InquiryPage.closed(Screening.MATTER, inquiry(State.OPEN)).with(opened(), DATASETS);
        var html = one(Locale.SIMPLIFIED_CHINESE, page, List.of());

        assertThat(html)
                .contains("见习人员", "姓名", "张三", "••••0021", "s1 / 3", "已核对协议", "已删除", "2023-05-10 –")
                .doesNotContain("name=\"purpose\"", "110105194912310021");
    }

    @Test
    void aUnitIsNotToldWhatTheOtherFoundOrHowManyRecordsItHas() {
        var page = InquiryPage.closed(Screening.MATTER, inquiry(State.OPEN));

        assertThat(one(Locale.SIMPLIFIED_CHINESE, page, List.of(QUJING)))
                .contains("—")
                .doesNotContain("本单位记录无误");
        assertThat(one(Locale.SIMPLIFIED_CHINESE, page, List.of(KUNMING))).contains("本单位记录无误");
    }

    @Test
    void whatLapsedSaysWhy() {
        var page = InquiryPage.closed(Screening.MATTER, inquiry(State.LAPSED));

        assertThat(one(Locale.SIMPLIFIED_CHINESE, page, List.of())).contains("已失效", "涉及的记录增多，另立新号");
    }

    private static InquiryReading.Opened opened() {
        var trainee = "{\"name\":\"张三\",\"idNumber\":\"110105194912310021\"}";
        return new InquiryReading.Opened(
                List.of(
                        new InquiryReading.Seen(
                                KUNMING, new Evidence.Version("trainees", "s1", 3), Optional.of(trainee)),
                        new InquiryReading.Seen(QUJING, new Evidence.Version("payments", "s2", 1), Optional.empty())),
                List.of(new InquiryReading.Said(KUNMING, "已核对协议")),
                List.of(new InsuredInPost.Spell(LocalDate.parse("2023-05-10"), Optional.empty())));
    }

    private static Inquiry inquiry(State state) {
        var kind = ScreeningCheck.SHARED_ACCOUNT.kind();
        var at = Instant.parse("2023-07-10T02:00:00Z");
        var one = new Evidence(KUNMING, "aa", Optional.of(new Evidence.Version("trainees", "s1", 3)));
        return new Inquiry(
                7,
                kind,
                new Suspicion(kind, List.of(one)).subject(),
                0,
                state,
                at,
                LocalDate.parse("2023-07-21"),
                List.of(
                        new Side(KUNMING, List.of(one), Optional.of(new Closing(at, "k", "own-record-right"))),
                        new Side(QUJING, List.of(), Optional.empty())),
                state == State.LAPSED ? Optional.of(new Lapse(at, "more-found")) : Optional.empty());
    }

    private static String one(Locale locale, InquiryPage page, List<Sender> own) {
        var model = new HashMap<String, Object>();
        model.put("page", page);
        model.put("own", own);
        model.put("units", Divisions.reportingUnits(HOME));
        model.put("looks", true);
        model.put("caller", "officer");
        return RenderedPage.html("console/screening", locale, model);
    }
}
