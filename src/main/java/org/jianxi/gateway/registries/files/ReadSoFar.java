package org.jianxi.gateway.registries.files;

/** Hears now and then how far the reading of a file has come, from several threads. */
@FunctionalInterface
public interface ReadSoFar {

    void at(long bytes, long rows);
}
