package org.jianxi.gateway.suggest;

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
                .filter(unit ->
                        isLonger(label, unit.name().substring(0, unit.name().length() - 1)))
                .map(ReportingUnit::sender)
                .findFirst();
    }

    private static boolean isLonger(String label, String stem) {
        return label.startsWith(stem)
                && REST.matcher(label.substring(stem.length())).matches();
    }
}
