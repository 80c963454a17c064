package org.jianxi.gateway.suggest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;

/** The units that owe a return, by code, by name, or by a longer name that begins alike. */
record UnitNames(ReportingUnits units) {

    private static final Pattern CODE = Pattern.compile("([0-9]{6})(000|000000)?");

    private static final Pattern REST = Pattern.compile("(市|州|[^县区]{1,8}自治州)?([^县区]{0,6}(局|厅|中心))?");

    Optional<Sender> find(String text) {
        return plain(text).or(() -> byStem(TableLook.label(text)));
    }

    /** Without any table of the mapping's own. */
    Optional<Sender> plain(String text) {
        var label = TableLook.label(text);
        var code = CODE.matcher(label);
        if (code.matches()) {
            return Sender.parse(code.group(1)).filter(units::includes);
        }
        return units.inOrder().stream()
                .filter(unit -> TableLook.label(unit.name()).equals(label))
                .map(ReportingUnit::sender)
                .findFirst();
    }

    private Optional<Sender> byStem(String label) {
        return units.inOrder().stream()
                .filter(unit -> unit.name().length() > 2)
                .filter(unit -> isLonger(label, unit.name()))
                .map(ReportingUnit::sender)
                .findFirst();
    }

    /** 楚雄市 is a city of 楚雄州 and no other name for it: a unit keeps its own kind. */
    private static boolean isLonger(String label, String name) {
        var stem = name.substring(0, name.length() - 1);
        return label.startsWith(stem)
                && !(name.endsWith("州") && label.startsWith(stem + "市"))
                && REST.matcher(label.substring(stem.length())).matches();
    }

    /** Whether a column names units: by their names, or most of its values by the stem alone, which a county may bear too. */
    boolean areIn(List<String> values) {
        var known = values.stream().filter(text -> find(text).isPresent()).toList();
        return known.size() * 2 > values.size() || known.stream().anyMatch(text -> !isStem(TableLook.label(text)));
    }

    private boolean isStem(String label) {
        return units.inOrder().stream()
                .anyMatch(unit -> unit.name().length() == label.length() + 1
                        && unit.name().startsWith(label));
    }
}
