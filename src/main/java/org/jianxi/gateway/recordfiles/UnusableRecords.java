package org.jianxi.gateway.recordfiles;

import java.util.List;

/** Record files with something in them that cannot be counted, so that no figure could be trusted. */
public final class UnusableRecords extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RecordProblem> problems;

    UnusableRecords(List<RecordProblem> problems) {
        super(problems.size() + " problems in record files");
        this.problems = List.copyOf(problems);
    }

    /** In the order of the files and their lines; of many the first hundred. */
    public List<RecordProblem> problems() {
        return problems;
    }
}
