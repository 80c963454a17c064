package org.jianxi.gateway.forms;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.documents.Table;

/**
 * The division codes of the province (GB/T 2260): those in force by code and by name, and those that were abolished.
 *
 * @param names of the divisions in force by code, the province's own among them
 * @param codes by name; a county's also behind its prefecture's, with and without the province's
 */
public record DivisionCodes(
        Map<String, String> names, Map<String, String> codes, Set<String> counties, Set<String> abolished) {

    private static final String CURRENT = "schemas/codes/divisions-yn.csv";
    private static final String ABOLISHED = "schemas/codes/divisions-yn-historic.csv";
    private static final String PROVINCE = "云南省";

    public DivisionCodes {
        names = Map.copyOf(names);
        codes = Map.copyOf(codes);
        counties = Set.copyOf(counties);
        abolished = Set.copyOf(abolished);
    }

    /** Throws {@link org.jianxi.gateway.documents.FileProblem} when a table cannot be used. */
    public static DivisionCodes load(Path home) {
        var names = new HashMap<String, String>();
        var codes = new HashMap<String, String>();
        var counties = new HashSet<String>();
        var twice = new HashSet<String>();
        for (var row : Table.read(home.resolve(CURRENT)).rows()) {
            var code = row.getOrDefault("code", "");
            var name = row.getOrDefault("name", "");
            names.put(code, name);
            if (codes.put(name, code) != null) {
                twice.add(name);
            }
            if (row.getOrDefault("level", "").equals("county")) {
                counties.add(code);
                codes.put(row.getOrDefault("parent_name", "") + name, code);
                codes.put(PROVINCE + row.getOrDefault("parent_name", "") + name, code);
            } else {
                codes.put(PROVINCE + name, code);
            }
        }
        codes.keySet().removeAll(twice);
        var abolished = new HashSet<String>();
        Table.read(home.resolve(ABOLISHED)).rows().forEach(row -> abolished.add(row.getOrDefault("code", "")));
        abolished.removeAll(names.keySet());
        return new DivisionCodes(names, codes, counties, abolished);
    }

    /** The code of a name as the tables write it; empty for a name of two divisions or of none. */
    public Optional<String> named(String name) {
        return Optional.ofNullable(codes.get(name));
    }

    public boolean inForce(String code) {
        return names.containsKey(code);
    }

    public boolean wasAbolished(String code) {
        return abolished.contains(code);
    }
}
