package org.jianxi.gateway.mapping.source;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.mapping.notation.A1;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.MappingRule;
import org.jianxi.gateway.mapping.table.MergedCell;
import org.jianxi.gateway.mapping.table.Row;
import org.jianxi.gateway.mapping.table.Value;

/** Decides what a covered cell of a merged range says in one table, and tells of each range whose value would be lost. */
final class MergedReading {

    private final MergedRule rule;
    private final BitSet fill;
    private final BitSet across;
    private final BitSet first;
    private final Function<A1.Range, Place> places;
    private final List<Finding> findings = new ArrayList<>();

    /** @param columnOf the column that a name of the rule means; 0 when the header does not say */
    MergedReading(MergedRule rule, Function<Address.Column, Integer> columnOf, Function<A1.Range, Place> places) {
        this.rule = rule;
        this.fill = columns(rule.fill(), columnOf);
        this.across = columns(rule.across(), columnOf);
        this.first = columns(rule.first(), columnOf);
        this.places = places;
    }

    private static BitSet columns(List<Address.Column> named, Function<Address.Column, Integer> columnOf) {
        var columns = new BitSet();
        named.forEach(one -> columns.set(columnOf.apply(one)));
        return columns;
    }

    /**
     * What a cell says.
     *
     * @param own what it holds itself, which nobody who looks at the sheet sees
     * @param header of its column
     */
    Value read(MergedCell over, Value own, int column, String header) {
        if (own.equals(over.value())) {
            return own;
        }
        if (isFilled(over, column)) {
            hidden(over, own);
            return over.value();
        }
        if (first.get(column)) {
            hidden(over, own);
            return new Value.Nothing();
        }
        if (over.isNews()) {
            lost(over, column, header);
        }
        return own;
    }

    private boolean isFilled(MergedCell over, int column) {
        if (across.get(column)) {
            return true;
        }
        return over.range().left() == column && !first.get(column) && (rule.everywhere() || fill.get(column));
    }

    private void hidden(MergedCell over, Value own) {
        if (!Row.isBlank(own) && over.isNews()) {
            var range = over.range().written();
            findings.add(Finding.warning(
                    MappingRule.MERGED,
                    places.apply(over.range()),
                    new Bilingual(
                            "合并单元格%s中还有被遮住的值，未读取".formatted(range),
                            "In the merged cells %s other values are hidden; they were not read".formatted(range))));
        }
    }

    private void lost(MergedCell over, int column, String header) {
        var range = over.range();
        var shown = Characters.quoted(header);
        var isBelow = range.left() == column;
        var word = isBelow ? "fill" : "across";
        findings.add(Finding.error(
                MappingRule.MERGED,
                places.apply(range),
                new Bilingual(
                        "“%s”列的单元格%s合并在一起，值只在%s，其余单元格读作空白。如该值适用于其中每个单元格，请在映射的rows中写 merged: {%s: [%s]}；如只属于第一个单元格，请写 merged: {first: [%s]}"
                                .formatted(shown, range.written(), range.first(), word, shown, shown),
                        "In the column \"%s\" the cells %s are merged: the value stands in %s and the other cells read as blank. If it means each of them, the mapping says merged: {%s: [%s]} under rows; if it is the first cell's alone, merged: {first: [%s]}"
                                .formatted(shown, range.written(), range.first(), word, shown, shown))));
    }

    /** What nobody was told of yet. */
    List<Finding> take() {
        var taken = List.copyOf(findings);
        findings.clear();
        return taken;
    }
}
