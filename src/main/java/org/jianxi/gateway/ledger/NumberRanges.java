package org.jianxi.gateway.ledger;

import java.util.BitSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers of records as an entry names them: {@code 1-2000,2003}. Up to some millions. */
public final class NumberRanges {

    private final BitSet numbers = new BitSet();

    private NumberRanges() {}

    public static NumberRanges none() {
        return new NumberRanges();
    }

    /** What {@link #text} wrote. */
    public static NumberRanges read(String text) {
        var ranges = none();
        Stream.of(text.split(","))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("-"))
                .forEach(ends ->
                        ranges.numbers.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1));
        return ranges;
    }

    public NumberRanges add(long number) {
        numbers.set(Math.toIntExact(number));
        return this;
    }

    void add(NumberRanges others) {
        numbers.or(others.numbers);
    }

    public boolean has(long number) {
        return numbers.get(Math.toIntExact(number));
    }

    public int count() {
        return numbers.cardinality();
    }

    public String text() {
        return Stream.iterate(numbers.nextSetBit(0), from -> from >= 0, from -> numbers.nextSetBit(end(from)))
                .map(from -> end(from) == from + 1 ? "" + from : from + "-" + (end(from) - 1))
                .collect(Collectors.joining(","));
    }

    private int end(int from) {
        return numbers.nextClearBit(from);
    }
}
