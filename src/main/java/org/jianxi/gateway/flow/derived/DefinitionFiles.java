package org.jianxi.gateway.flow.derived;

import java.nio.file.Path;
import java.util.Optional;
import org.jianxi.gateway.derivation.Definitions;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.reconciliation.Reconciliation;

/** How the figures of an edition follow from records. Read anew each time it is asked. */
public record DefinitionFiles(Path home, Datasets datasets) {

    public Optional<Definitions> of(ReturnForm form) {
        return Definitions.load(home, datasets, form.id());
    }

    /** Two amounts are one when the form prints them alike: what was filed in 万元 with two decimals was rounded there. */
    public static Reconciliation.Printed printed(ReturnForm form) {
        return (indicator, one, other) -> {
            var unit = form.indicator(indicator).unit();
            return unit.print(one).equals(unit.print(other));
        };
    }
}
