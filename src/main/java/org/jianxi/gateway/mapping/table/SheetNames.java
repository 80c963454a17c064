package org.jianxi.gateway.mapping.table;

import java.util.List;

/**
 * The names a wanted sheet may have.
 *
 * @param names each perhaps with {@code *} at its beginning or end, for anything
 */
public record SheetNames(List<String> names) {

    public SheetNames {
        names = List.copyOf(names);
    }

    public boolean fits(String sheet) {
        return names.stream().anyMatch(name -> fits(name, sheet.strip()));
    }

    private static boolean fits(String name, String sheet) {
        var open = name.startsWith("*");
        var endless = name.length() > 1 && name.endsWith("*");
        var fixed = name.substring(open ? 1 : 0, name.length() - (endless ? 1 : 0));
        if (open && endless) {
            return sheet.contains(fixed);
        }
        if (open) {
            return sheet.endsWith(fixed);
        }
        return endless ? sheet.startsWith(fixed) : sheet.equals(fixed);
    }

    @Override
    public String toString() {
        return String.join("、", names);
    }
}
