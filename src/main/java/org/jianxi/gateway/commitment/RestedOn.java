package org.jianxi.gateway.commitment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jianxi.gateway.derivation.Counted;
import org.jianxi.gateway.derivation.Derived;

/** Which records each figure rests on: a bit for each indicator, four bytes for each line. */
public final class RestedOn implements Counted {

    private static final int FIRST_SIZE = 1024;

    private final Map<String, int[]> byDataset = new HashMap<>();

    @Override
    public void by(String dataset, long line, int indicator) {
        var at = Math.toIntExact(line);
        var marks = byDataset.getOrDefault(dataset, new int[FIRST_SIZE]);
        if (at >= marks.length) {
            marks = Arrays.copyOf(marks, Math.max(at + 1, marks.length * 2));
        }
        marks[at] |= 1 << indicator;
        byDataset.put(dataset, marks);
    }

    List<String> datasets() {
        return List.copyOf(new TreeSet<>(byDataset.keySet()));
    }

    /** The figures behind which a record stands; none of those that came to be gaps. */
    List<Integer> figures(String dataset, long line, Derived derived) {
        var marks = byDataset.getOrDefault(dataset, new int[0]);
        var figures = new ArrayList<Integer>();
        for (var figure : derived.figures()) {
            if (line < marks.length
                    && (marks[(int) line] & 1 << figure.indicator()) != 0
                    && figure.amount().isPresent()) {
                figures.add(figure.indicator());
            }
        }
        return figures;
    }
}
