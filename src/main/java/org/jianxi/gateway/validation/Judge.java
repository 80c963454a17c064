package org.jianxi.gateway.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jianxi.gateway.canonical.Draft;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.CanonicalRule;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;

/** Gives the verdict on a return that was read: the same one, whether the gateway asks or {@code check} offline. */
public final class Judge {

    private final Headings headings;
    private final RuleBook rules = new RuleBook();

    public Judge(ReturnForms forms, ReportingUnits units) {
        this.headings = new Headings(forms, units);
    }

    /** @param past what is known of a sender's past in the month the return is for */
    public Judgement judge(Mapped mapped, Delivered delivered, BiFunction<Sender, Period, History> past) {
        return switch (mapped) {
            case Mapped.Unreadable unreadable -> Judgement.withoutForm(unreadable.findings());
            case Mapped.Read read -> judge(read, headings.settle(read, delivered), past);
        };
    }

    private Judgement judge(Mapped.Read read, Heading heading, BiFunction<Sender, Period, History> past) {
        var findings = new ArrayList<>(read.findings());
        heading.findings().stream()
                .filter(finding -> read.findings().stream()
                        .noneMatch(earlier -> earlier.rule().equals(finding.rule())))
                .forEach(findings::add);
        if (heading.form().isEmpty()) {
            return Judgement.withoutForm(findings);
        }
        var form = heading.form().get();
        var draft = heading.over(read.draft());
        var history = draft.sender()
                .flatMap(sender -> draft.period().map(period -> past.apply(sender, period)))
                .orElse(History.NONE);
        rules.check(draft, form, history).stream()
                .filter(finding -> !saidAlready(finding, read.findings()))
                .forEach(findings::add);
        var accepted = Finding.anyError(findings) ? Optional.<MonthlyReturn>empty() : whole(draft, form);
        return new Judgement(accepted, findings, rules.bind(findings, form), Optional.of(form.id()));
    }

    /** A figure that could not be read is missing too, but that is one fault, not two. */
    private static boolean saidAlready(Finding finding, List<Finding> before) {
        return finding.rule().equals(CanonicalRule.MISSING.id())
                && before.stream()
                        .filter(Finding::isError)
                        .anyMatch(earlier -> Objects.equals(
                                earlier.at().indicator(), finding.at().indicator()));
    }

    private static Optional<MonthlyReturn> whole(Draft draft, ReturnForm form) {
        var amounts = new TreeMap<>(draft.figures().amounts());
        amounts.keySet().retainAll(form.numbers());
        return draft.sender()
                .flatMap(sender -> draft.period()
                        .map(period -> new MonthlyReturn(
                                form.id(),
                                period,
                                sender,
                                1,
                                new Figures(amounts),
                                draft.explanations(),
                                draft.derivedFrom(),
                                draft.commitment())));
    }
}
