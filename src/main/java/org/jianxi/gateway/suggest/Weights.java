package org.jianxi.gateway.suggest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much each notion tells: much when few targets have it, hardly anything when all do. */
final class Weights {

    private static final double LIGHT = 0.12;
    private static final double STRANGE = 0.8;

    private final Map<String, Double> weights = new HashMap<>();

    /** @param known the wordings of each target */
    Weights(List<List<KnownName>> known, Vocabulary vocabulary, Set<String> about) {
        var targets = new HashMap<String, Integer>();
        for (var names : known) {
            var own = new HashSet<String>();
            names.forEach(name -> name.notions().forEach(own::addAll));
            own.forEach(notion -> targets.merge(notion, 1, Integer::sum));
        }
        var all = Math.log(1.0 + known.size());
        targets.forEach((notion, count) -> weights.put(
                notion,
                vocabulary.isLight(notion) || about.contains(notion)
                        ? LIGHT
                        : Math.max(LIGHT, Math.log(1.0 + (double) known.size() / count) / all)));
        about.forEach(notion -> weights.put(notion, LIGHT));
    }

    /** How much of what two names speak of is the same: 0 to 1. What one says and the other does not, counts against it. */
    double likeness(List<Set<String>> said, List<Set<String>> meant) {
        var saidMatched = 0.0;
        var saidAll = 0.0;
        for (var piece : said) {
            var weight = weight(piece);
            saidAll += weight;
            saidMatched += meets(piece, meant) ? weight : 0;
        }
        var meantMatched = 0.0;
        var meantAll = 0.0;
        for (var piece : meant) {
            var weight = weight(piece);
            meantAll += weight;
            meantMatched += meets(piece, said) ? weight : 0;
        }
        if (saidMatched <= LIGHT * said.size() + 1e-9 && meantMatched <= LIGHT * meant.size() + 1e-9) {
            return 0;
        }
        return Math.pow(saidMatched / saidAll, 1.5) * (0.55 + 0.45 * meantMatched / meantAll);
    }

    private static boolean meets(Set<String> piece, List<Set<String>> others) {
        return others.stream().anyMatch(other -> other.stream().anyMatch(piece::contains));
    }

    /** The least that any of its meanings would tell. */
    private double weight(Set<String> piece) {
        return piece.stream()
                .mapToDouble(notion -> weights.getOrDefault(notion, STRANGE))
                .min()
                .orElse(STRANGE);
    }
}
