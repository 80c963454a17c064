package org.jianxi.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/**
 * Two ways of doing a like thing, measured in turns (A B A B), so that other work on the machine slows both alike.
 *
 * <p>Of each figure the median of the rounds is printed, and the median of the rounds' own ratios with the smallest and the
 * largest beside it: where these lie far apart, the machine was busy and the ratio says little.
 */
final class Turns {

    /** One round of one side: figures by name, always the same names. */
    interface Side {
        Map<String, Double> run() throws Exception;
    }

    private final String title;
    private final String subject;
    private final String baseline;

    Turns(String title, String subject, String baseline) {
        this.title = title;
        this.subject = subject;
        this.baseline = baseline;
    }

    void measure(int rounds, Side ours, Side bare, PrintStream out) throws Exception {
        var subjects = new ArrayList<Map<String, Double>>();
        var baselines = new ArrayList<Map<String, Double>>();
        for (var round = 0; round < rounds; round++) {
            subjects.add(ours.run());
            baselines.add(bare.run());
            System.err.println(title + " " + (round + 1) + "/" + rounds + " " + subjects.getLast() + " against "
                    + baselines.getLast());
        }
        out.println();
        out.println("**" + title + "**: " + subject + ", against " + baseline + " (" + rounds + " rounds)");
        out.println();
        out.println("| figure | ours | baseline | ratio | smallest to largest |");
        out.println("|---|---|---|---|---|");
        for (var figure : subjects.getFirst().keySet()) {
            var of = column(figure, subjects);
            var against = column(figure, baselines);
            var ratios = paired(of, against, (one, other) -> one / other);
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | **%.2f** | %.2f to %.2f |%n",
                    figure,
                    print(median(of)),
                    print(median(against)),
                    median(ratios),
                    ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                    ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
        }
        out.flush();
    }

    /** Figures in the order given: name, value, name, value. */
    static Map<String, Double> figures(Object... namesAndValues) {
        var figures = new LinkedHashMap<String, Double>();
        for (var index = 0; index < namesAndValues.length; index += 2) {
            figures.put((String) namesAndValues[index], ((Number) namesAndValues[index + 1]).doubleValue());
        }
        return figures;
    }

    private static List<Double> column(String figure, List<Map<String, Double>> rounds) {
        return rounds.stream().map(round -> round.get(figure)).toList();
    }

    private static List<Double> paired(List<Double> left, List<Double> right, DoubleBinaryOperator of) {
        var results = new ArrayList<Double>();
        for (var index = 0; index < left.size(); index++) {
            results.add(of.applyAsDouble(left.get(index), right.get(index)));
        }
        return results;
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String print(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 1 ? "%.1f" : "%.3f", value);
    }
}
