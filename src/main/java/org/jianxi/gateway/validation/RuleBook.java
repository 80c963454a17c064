package org.jianxi.gateway.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.BoundExplanation;
import org.jianxi.gateway.canonical.Draft;
import org.jianxi.gateway.canonical.Explanation;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.forms.Relation;
import org.jianxi.gateway.forms.ReturnForm;

/**
 * Everything a form demands of its figures: none missing, the printed relations (errors), the balance rules (warnings).
 *
 * <p>All findings at once. A rule whose figures are not all there says nothing; a missing figure is a finding of its own.
 */
public final class RuleBook {

    /** All findings about a return, warnings with the explanation in force. */
    public List<Finding> check(Draft draft, ReturnForm form, History history) {
        var findings = new ArrayList<Finding>();
        for (var indicator : form.indicators()) {
            if (draft.figures().find(indicator.number()).isEmpty()) {
                findings.add(indicator.missingAt(draft.placeOf(indicator.number())));
            }
        }
        for (var relation : form.relations()) {
            var rule = new RelationRule(form, relation);
            rule.check(draft, history.previousMonth())
                    .map(finding -> explained(finding, rule.version(), draft, history))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    /** What to keep of the explanations in force, for the next revision. */
    public List<BoundExplanation> bind(List<Finding> findings, ReturnForm form) {
        var versions = new LinkedHashMap<String, String>();
        for (Relation relation : form.relations()) {
            versions.put(relation.rule(), new RelationRule(form, relation).version());
        }
        var bound = new ArrayList<BoundExplanation>();
        for (var finding : findings) {
            var version = versions.get(finding.rule());
            var text = finding.explanation();
            if (version != null && text != null) {
                bound.add(new BoundExplanation(finding.rule(), version, finding.values(), finding.previous(), text));
            }
        }
        return bound;
    }

    /** Said with this return first, then what still holds from the revision before. Errors cannot be explained away. */
    private static Finding explained(Finding finding, String version, Draft draft, History history) {
        if (finding.severity() != Severity.WARNING) {
            return finding;
        }
        Optional<String> given = draft.explanations().stream()
                .filter(one -> one.rule().equals(finding.rule()))
                .map(Explanation::text)
                .reduce((first, second) -> second);
        return given.or(() -> history.explanations().stream()
                        .filter(one -> one.holdsFor(finding, version))
                        .map(BoundExplanation::text)
                        .findFirst())
                .map(finding::explained)
                .orElse(finding);
    }
}
