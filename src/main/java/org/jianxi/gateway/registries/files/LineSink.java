package org.jianxi.gateway.registries.files;

/** Takes the lines of a file as bytes where they are plain, and as text where the library or care was needed. */
public interface LineSink extends RowSink {

    void plain(PlainBatch lines);
}
