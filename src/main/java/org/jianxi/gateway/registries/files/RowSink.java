package org.jianxi.gateway.registries.files;

/** Takes the rows of a file, as text. */
@FunctionalInterface
public interface RowSink {

    int ID_NUMBER = 0;
    int NAME = 1;
    int CATEGORY = 2;

    /** @param category empty where that column was not asked for */
    void row(long line, String idNumber, String name, String category);
}
