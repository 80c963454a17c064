package org.jianxi.gateway.demo;

/** Says one step aloud. */
@FunctionalInterface
interface Teller {

    /** @param format as {@link java.util.Formatter} has it */
    void line(String format, Object... arguments);
}
