package org.jianxi.gateway.intake;

import java.util.Optional;

/**
 * One dataset a source delivers.
 *
 * @param mapping the file beside {@code source.yaml} that reads it
 * @param mostBytes the largest file of it that is taken
 * @param files what its file names look like ({@code *} stands for any characters), where a source delivers several datasets
 */
public record SourceDataset(String mapping, long mostBytes, Optional<String> files) {}
