package org.jianxi.gateway.records.derived;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jianxi.gateway.derivation.Definition;
import org.jianxi.gateway.derivation.Definitions;
import org.jianxi.gateway.records.facts.FactColumn;
import org.jianxi.gateway.records.facts.FactTable;

/** Which datasets a figure cannot be told without: those it looks at, and those that say whose their records are. */
public record Needs(Definitions definitions) {

    public Set<String> of(Definition.FromRecords figure) {
        var needed = new TreeSet<String>();
        figure.looks().forEach(look -> owners(look.dataset(), needed));
        owners(figure.dataset(), needed);
        return needed;
    }

    private void owners(String dataset, Set<String> needed) {
        needed.add(dataset);
        Optional.ofNullable(definitions.belongsTo().get(dataset))
                .flatMap(field -> FactTable.find(dataset).flatMap(table -> table.column(field)))
                .filter(column -> column.kind() == FactColumn.Kind.REFERENCE)
                .ifPresent(column -> owners(column.of(), needed));
    }
}
