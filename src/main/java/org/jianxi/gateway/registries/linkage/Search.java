package org.jianxi.gateway.registries.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** One registry streaming past the people without a number; keeps the best few of each. For one thread. */
public final class Search {

    /** More candidates for one person than anybody compares by eye. */
    private static final int MOST = 5;

    private static final Comparator<Found> WORST_FIRST =
            Comparator.comparingDouble(Found::bits).thenComparing(Found::line, Comparator.reverseOrder());

    private final Weights weights;
    private final People people;
    private final String registry;
    private final Map<Integer, PriorityQueue<Found>> found = new HashMap<>();
    private long rows;

    private record Found(long line, String category, List<Waterfall.Step> steps, double bits) {}

    public Search(Weights weights, People people, String registry) {
        this.weights = weights;
        this.people = people;
        this.registry = registry;
    }

    /** @param line of the registry's file */
    public void row(long line, Described listed, String category) {
        rows++;
        for (var row : people.like(listed)) {
            var steps = weights.steps(people.at(row), listed);
            var bits = steps.stream().mapToDouble(Waterfall.Step::bits).sum();
            var best = found.computeIfAbsent(row, one -> new PriorityQueue<>(WORST_FIRST));
            best.add(new Found(line, category, steps, bits));
            if (best.size() > MOST) {
                best.poll();
            }
        }
    }

    /** Rows of the registry that are told from ours by something better: they count, and are not compared. */
    public void passed(long many) {
        rows += many;
    }

    /** Those worth a look, by row of ours and the likeliest first. */
    public List<Candidate> candidates() {
        var prior = weights.prior(rows);
        var candidates = new ArrayList<Candidate>();
        found.forEach((row, best) -> best.stream()
                .map(one -> new Candidate(row, registry, one.line(), one.category(), new Waterfall(prior, one.steps())))
                .filter(one -> one.why().probability() >= weights.review())
                .forEach(candidates::add));
        candidates.sort(Comparator.comparingInt(Candidate::row)
                .thenComparing(one -> one.why().total(), Comparator.reverseOrder())
                .thenComparingLong(Candidate::line));
        return candidates;
    }
}
