package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Letters cut into known pieces: {@code xzdws} is {@code xz dw s}. The cut with the fewest and longest pieces counts. */
final class Segments {

    private static final int LONGEST = 24;
    private static final double PIECE = 1;
    private static final double LETTER = 1.6;

    private Segments() {}

    /** Empty when some letter belongs to no piece. */
    static Optional<List<Set<String>>> of(String letters, Map<String, Set<String>> known) {
        if (letters.length() > 60) {
            return Optional.empty();
        }
        var cost = new double[letters.length() + 1];
        var from = new int[letters.length() + 1];
        for (var end = 1; end <= letters.length(); end++) {
            cost[end] = Double.MAX_VALUE;
            for (var start = Math.max(0, end - LONGEST); start < end; start++) {
                var piece = end - start == 1 ? LETTER : PIECE;
                if (cost[start] + piece < cost[end] && known.containsKey(letters.substring(start, end))) {
                    cost[end] = cost[start] + piece;
                    from[end] = start;
                }
            }
        }
        return cost[letters.length()] == Double.MAX_VALUE ? Optional.empty() : Optional.of(cut(letters, from, known));
    }

    private static List<Set<String>> cut(String letters, int[] from, Map<String, Set<String>> known) {
        var pieces = new ArrayList<Set<String>>();
        for (var end = letters.length(); end > 0; end = from[end]) {
            pieces.add(known.getOrDefault(letters.substring(from[end], end), Set.of()));
        }
        Collections.reverse(pieces);
        return pieces;
    }
}
