package org.jianxi.gateway.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.api.TargetController.TargetsView;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.filing.report.Arrivals;
import org.jianxi.gateway.filing.report.Arrivals.Arrival;
import org.jianxi.gateway.filing.report.Corrections;
import org.jianxi.gateway.filing.report.Filings;
import org.jianxi.gateway.filing.report.Filings.Answer;
import org.jianxi.gateway.filing.report.Filings.Filing;
import org.jianxi.gateway.filing.report.YearReport;
import org.jianxi.gateway.filing.report.YearReport.Explained;
import org.jianxi.gateway.filing.report.YearReport.Reminded;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.CellChange;
import org.jianxi.gateway.rollup.TotalChange;

/** What the ledger knows of a year; see the types of {@link YearReport}. */
record YearReportView(
        int year,
        String through,
        boolean whole,
        LocalDate due,
        Instant madeAt,
        long ledgerPosition,
        List<YearFiguresView> figures,
        List<String> changedSinceFiling,
        List<MonthView> timeliness,
        CorrectionsView corrections,
        Optional<TargetsView> targets,
        List<FilingsView> filings,
        List<RemindedView> reminders,
        List<Explained> explanations) {

    static YearReportView of(YearReport report) {
        return new YearReportView(
                report.year(),
                report.through().toString(),
                report.isWhole(),
                report.due(),
                report.source().madeAt(),
                report.source().ledgerPosition(),
                report.figures().stream().map(YearFiguresView::of).toList(),
                YearFiguresView.names(report.changedSince()),
                report.arrivals().stream().map(MonthView::of).toList(),
                CorrectionsView.of(report.corrections()),
                report.targets().map(TargetsView::of),
                report.filings().stream().map(FilingsView::of).toList(),
                report.talk().reminded().stream().map(RemindedView::of).toList(),
                report.talk().explained());
    }

    record MonthView(String period, LocalDate deadline, boolean provisional, boolean over, List<ArrivalView> senders) {
        static MonthView of(Arrivals month) {
            var senders = month.units().stream()
                    .map(one -> ArrivalView.of(month, one))
                    .toList();
            return new MonthView(month.period().toString(), month.day(), month.provisional(), month.over(), senders);
        }
    }

    /** @param receivedAt of the first return that was accepted */
    record ArrivalView(
            String sender, String standing, Optional<Instant> receivedAt, Optional<ExceptionView> exception) {
        static ArrivalView of(Arrivals month, Arrival one) {
            return new ArrivalView(
                    one.unit().sender().code(),
                    month.standing(one).wireName(),
                    one.at(),
                    one.excuse()
                            .map(excuse -> new ExceptionView(
                                    excuse.exception().until(),
                                    excuse.exception().reason(),
                                    excuse.exception().words())));
        }
    }

    record ExceptionView(LocalDate until, String reason, String text) {}

    record CorrectionsView(List<RevisedView> senders, List<CorrectedView> ministry) {
        static CorrectionsView of(Corrections all) {
            return new CorrectionsView(
                    all.revised().stream().map(RevisedView::of).toList(),
                    all.filed().stream().map(CorrectedView::of).toList());
        }
    }

    /** @param sentBackFor why the office had sent the return before back */
    record RevisedView(
            String period,
            String sender,
            int revision,
            Instant receivedAt,
            boolean afterFiling,
            List<ChangeView> cells,
            Optional<Bilingual> sentBackFor) {
        static RevisedView of(Corrections.Revised one) {
            return new RevisedView(
                    one.period().toString(),
                    one.unit().sender().code(),
                    one.revision(),
                    one.at(),
                    one.afterFiling(),
                    one.cells().stream()
                            .map(cell -> ChangeView.of(one.form(), cell))
                            .toList(),
                    one.because());
        }
    }

    record CorrectedView(String period, int number, Instant filedAt, List<CauseView> causes, List<ChangeView> totals) {
        static CorrectedView of(Corrections.Filed one) {
            var correction = one.correction();
            return new CorrectedView(
                    correction.difference().period().toString(),
                    correction.number(),
                    one.at(),
                    correction.causes().stream()
                            .map(cause -> new CauseView(
                                    cause.sender().code(), cause.kind().wireName()))
                            .toList(),
                    correction.difference().totalChanges().stream()
                            .map(total -> ChangeView.of(one.form(), total))
                            .toList());
        }
    }

    record CauseView(String sender, String kind) {}

    /** A cell before and after, exact; a gap is absent. */
    record ChangeView(int indicator, Optional<Object> before, Optional<Object> after) {
        static ChangeView of(ReturnForm form, CellChange cell) {
            return of(form, cell.indicator(), cell.before(), cell.after());
        }

        static ChangeView of(ReturnForm form, TotalChange total) {
            return of(form, total.indicator(), Optional.of(total.before()), Optional.of(total.after()));
        }

        private static ChangeView of(ReturnForm form, int number, Optional<Long> before, Optional<Long> after) {
            return new ChangeView(
                    number, before.map(one -> exact(form, number, one)), after.map(one -> exact(form, number, one)));
        }

        private static Object exact(ReturnForm form, int number, long amount) {
            var unit = form.indicator(number).unit();
            return unit.isMoney() ? unit.printExact(amount) : (Object) amount;
        }
    }

    record FilingsView(String period, LocalDate deadline, boolean over, List<FiledView> filings) {
        static FilingsView of(Filings month) {
            var filings = month.filings().stream().map(FiledView::of).toList();
            return new FilingsView(month.period().toString(), month.day(), month.over(), filings);
        }
    }

    record FiledView(
            int revision,
            Optional<Integer> number,
            Instant filedAt,
            boolean late,
            String state,
            List<AnswerView> answers) {
        static FiledView of(Filing one) {
            return new FiledView(
                    one.revision(),
                    one.correction(),
                    one.at(),
                    one.late(),
                    one.state().wireName(),
                    one.answers().stream().map(AnswerView::of).toList());
        }
    }

    record AnswerView(String number, String verdict, Instant receivedAt, boolean signed, String reason) {
        static AnswerView of(Answer one) {
            return new AnswerView(one.number(), one.verdict().wireName(), one.receivedAt(), one.signed(), one.reason());
        }
    }

    record RemindedView(String sender, long systems, long mails, long calls) {
        static RemindedView of(Reminded one) {
            return new RemindedView(one.unit().sender().code(), one.systems(), one.mails(), one.calls());
        }
    }
}
