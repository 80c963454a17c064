package org.jianxi.gateway.registries.files;

import java.util.List;

/** Takes the rows of a file, as text in the order of the columns asked for. */
@FunctionalInterface
public interface FieldSink {

    void row(long line, List<String> fields);
}
