package org.jianxi.gateway.derivation;

/** Is told, while figures are counted, which records they rest on. */
@FunctionalInterface
public interface Counted {

    /** Nobody asks. */
    Counted NOBODY = (dataset, line, indicator) -> {};

    /**
     * One record that a figure counts, or that was looked at for one it counts; a record may be told more than once.
     *
     * @param line of the dataset's file, from 1
     */
    void by(String dataset, long line, int indicator);
}
