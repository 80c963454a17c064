package org.jianxi.gateway.registries.linkage;

/**
 * A row of a registry that may be one of ours, for a person to look at.
 *
 * @param row of the people's file behind its header, from 1
 * @param line of the registry's file, from 1
 */
public record Candidate(int row, String registry, long line, String category, Waterfall why) {

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "candidate of row " + row;
    }
}
