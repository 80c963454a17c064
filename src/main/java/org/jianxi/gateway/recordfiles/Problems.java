package org.jianxi.gateway.recordfiles;

import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;

/** What is wrong with record files as they are read; a hundred problems are enough to begin with. */
public final class Problems {

    private static final int MOST = 100;

    private final List<RecordProblem> found = new ArrayList<>();

    public void add(String file, long line, String column, String zh, String en) {
        add(file, line, column, new Bilingual(zh, en));
    }

    public void add(String file, long line, String column, Bilingual why) {
        if (found.size() < MOST) {
            found.add(new RecordProblem(file, line, column, why));
        }
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new UnusableRecords(found);
        }
    }
}
