package org.jianxi.gateway.documents;

/** A file of ours or an integrator's that cannot be used: which, on which line, and why. The last good one stays in force. */
public final class FileProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;

    /** @param line counted from 1; 0 where no line can be named */
    public FileProblem(String file, int line, String why) {
        super(line > 0 ? file + ":" + line + ": " + why : file + ": " + why);
        this.file = file;
        this.line = line;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }
}
