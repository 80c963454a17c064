package org.jianxi.gateway.intake;

import java.util.Optional;
import org.jianxi.gateway.canonical.Delivers;

/**
 * One dataset a source delivers.
 *
 * @param mapping the file beside {@code source.yaml} that reads it; empty where it comes in canonical form
 * @param mostBytes the largest file of it that is taken
 * @param setsAside whether good records of a batch stand without the bad ones; otherwise one bad record refuses all
 * @param files what its file names look like ({@code *} stands for any characters), where a source delivers several datasets
 * @param delivers what one delivery of records says about those that stand
 */
public record SourceDataset(
        Optional<String> mapping, long mostBytes, Optional<String> files, boolean setsAside, Delivers delivers) {

    public SourceDataset(String mapping, long mostBytes, Optional<String> files) {
        this(Optional.of(mapping), mostBytes, files, false, Delivers.MONTH);
    }
}
