package org.jianxi.gateway.flow.derived;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.derivation.Definitions;
import org.jianxi.gateway.forms.ReturnForm;

/**
 * A month's figures from records, of every unit in the order of the notice.
 *
 * @param definitions how they follow from records
 * @param size how many of the ledger's entries were looked at
 */
public record DerivedMonth(
        Period period, ReturnForm form, Definitions definitions, long size, List<UnitFigures> units) {

    public DerivedMonth {
        units = List.copyOf(units);
    }

    public Optional<UnitFigures> of(Sender sender) {
        return units.stream().filter(one -> one.unit().sender().equals(sender)).findFirst();
    }
}
