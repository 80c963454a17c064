package org.jianxi.gateway.mapping;

import java.util.List;

/**
 * The parts of the country that a source's records may speak of.
 *
 * @param codes of divisions, 6, 9 or 12 digits; none: any
 */
public record Areas(List<String> codes) {

    public static final Areas ANY = new Areas(List.of());

    private static final int COUNTY = 6;

    public Areas {
        codes = List.copyOf(codes);
    }

    /**
     * Whether a division of six digits lies in one of them. Of an area finer than a county only the county is known.
     */
    boolean hold(String division) {
        return codes.isEmpty() || codes.stream().anyMatch(area -> lies(division, area));
    }

    private static boolean lies(String division, String area) {
        var county = area.substring(0, COUNTY);
        var level = county.endsWith("0000") ? 2 : county.endsWith("00") ? 4 : COUNTY;
        return division.startsWith(county.substring(0, level));
    }
}
