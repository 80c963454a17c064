package org.jianxi.gateway.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Draft;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Lock;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;

/** Settles a return's heading from the document and from what was said beside it; the two must agree. */
record Headings(ReturnForms forms, ReportingUnits units) {

    Heading settle(Mapped.Read read, Delivered delivered) {
        var findings = new ArrayList<Finding>();
        var draft = read.draft();
        var period = delivered.period().or(draft::period);
        var sender = delivered.sender().or(draft::sender);
        // A heading that could not be read has been complained of already.
        if (!Finding.anyError(read.findings())) {
            missing(draft, period, sender, findings);
        }
        differing(draft, delivered, findings);
        sender.filter(one -> !units.includes(one))
                .ifPresent(unknown -> findings.add(finding(
                        HeadingRule.SENDER_UNKNOWN,
                        place(draft, "sender"),
                        new Bilingual(unknown + "不是填报单位", unknown + " is not a reporting unit"))));
        return new Heading(form(draft, period, findings), period, sender, findings);
    }

    private static void missing(Draft draft, Optional<Period> period, Optional<Sender> sender, List<Finding> findings) {
        if (period.isEmpty()) {
            findings.add(finding(
                    HeadingRule.PERIOD_MISSING,
                    place(draft, "period"),
                    new Bilingual("没有说明报告期", "No period is given")));
        }
        if (sender.isEmpty()) {
            findings.add(finding(
                    HeadingRule.SENDER_MISSING,
                    place(draft, "sender"),
                    new Bilingual("没有说明填报单位", "No sender is given")));
        }
    }

    private static void differing(Draft draft, Delivered delivered, List<Finding> findings) {
        if (differ(draft.period(), delivered.period())) {
            findings.add(finding(
                            HeadingRule.PERIOD,
                            place(draft, "period"),
                            new Bilingual(
                                    "文件的报告期是%s，报送的是%s"
                                            .formatted(
                                                    draft.period().get(),
                                                    delivered.period().get()),
                                    "The document is for %s but was delivered for %s"
                                            .formatted(
                                                    draft.period().get(),
                                                    delivered.period().get())))
                    .locked(lock(Lock.Kind.PERIOD, draft.period(), delivered.period())));
        }
        if (differ(draft.sender(), delivered.sender())) {
            findings.add(finding(
                            HeadingRule.SENDER,
                            place(draft, "sender"),
                            new Bilingual(
                                    "文件的填报单位是%s，报送者是%s"
                                            .formatted(
                                                    draft.sender().get(),
                                                    delivered.sender().get()),
                                    "The document is from %s but was delivered by %s"
                                            .formatted(
                                                    draft.sender().get(),
                                                    delivered.sender().get())))
                    .locked(lock(Lock.Kind.AREA, draft.sender(), delivered.sender())));
        }
    }

    private static Lock lock(Lock.Kind kind, Optional<?> document, Optional<?> delivered) {
        return Lock.of(
                kind, Map.of("document", String.valueOf(document.get()), "delivered", String.valueOf(delivered.get())));
    }

    private static boolean differ(Optional<?> one, Optional<?> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    private Optional<ReturnForm> form(Draft draft, Optional<Period> period, List<Finding> findings) {
        return draft.form().isPresent()
                ? named(draft, draft.form().get(), period, findings)
                : current(draft, period, findings);
    }

    /** The edition in force for the month, where the document names none. */
    private Optional<ReturnForm> current(Draft draft, Optional<Period> period, List<Finding> findings) {
        var current = period.flatMap(forms::current);
        if (period.isPresent() && current.isEmpty()) {
            var why = new Bilingual(
                    "%s没有适用的报表，最早的版本自%s起".formatted(period.get(), first()),
                    "No form is in force for %s; the first one is from %s on".formatted(period.get(), first()));
            findings.add(tooEarly(place(draft, "period"), why, period.get(), first()));
        }
        return current;
    }

    private Optional<ReturnForm> named(Draft draft, String name, Optional<Period> period, List<Finding> findings) {
        var named = forms.find(name);
        if (named.isEmpty()) {
            var why = new Bilingual("没有报表" + name, "There is no form " + name);
            findings.add(finding(HeadingRule.FORM, place(draft, "form"), why));
        } else if (period.isPresent() && !named.get().isValidFor(period.get())) {
            var from = named.get().validFrom();
            var why = new Bilingual(
                    "报表%s不适用于%s，自%s起适用".formatted(name, period.get(), from),
                    "The form %s is not in force for %s; it is from %s on".formatted(name, period.get(), from));
            findings.add(tooEarly(place(draft, "form"), why, period.get(), from.toString()));
        }
        return named;
    }

    private static Finding tooEarly(Place at, Bilingual why, Period period, String firstPeriod) {
        return finding(HeadingRule.FORM_PERIOD, at, why)
                .locked(Lock.of(Lock.Kind.PERIOD, Map.of("period", period.toString(), "firstPeriod", firstPeriod)));
    }

    private String first() {
        return forms.all().getLast().validFrom().toString();
    }

    private static Finding finding(HeadingRule rule, Place at, Bilingual message) {
        return Finding.error(rule, at, message);
    }

    /** In a canonical document the heading stands beside the figures; elsewhere nobody knows where it stands, if it does. */
    private static Place place(Draft draft, String name) {
        for (var figure : draft.places().entrySet()) {
            var pointer = String.valueOf(figure.getValue().pointer());
            var xpath = String.valueOf(figure.getValue().xpath());
            if (pointer.equals("/indicators/" + figure.getKey())) {
                return Place.pointer("/" + name);
            }
            if (xpath.equals("/monthlyReturn/indicators/i" + figure.getKey())) {
                return Place.xpath("/monthlyReturn/" + name);
            }
        }
        return Place.WHOLE;
    }
}
