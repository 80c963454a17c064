package org.jianxi.gateway.derivation;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * The figures that follow from records, for one sender and month.
 *
 * @param figures in the order of the form
 * @param notes what was assumed, and what could not be counted
 */
public record Derived(List<Figure> figures, List<Bilingual> notes) {

    public Derived {
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
    }

    /**
     * @param amount heads or fen, below nothing where more was recovered than paid; empty where the figure does not follow from the records given, which is no zero
     * @param gap why it is empty
     * @param traced the records behind it; empty unless asked for
     */
    public record Figure(int indicator, Optional<Long> amount, Optional<Bilingual> gap, List<Traced> traced) {
        public Figure {
            traced = List.copyOf(traced);
        }

        /** Where the records behind it stand, as {@code placements.csv:12}. */
        public List<String> records() {
            return traced.stream().map(Traced::record).toList();
        }
    }

    /** @param adds heads or fen; below nothing what is taken off */
    public record Traced(String record, long adds) {}

    public Optional<Long> amount(int indicator) {
        return figures.stream()
                .filter(figure -> figure.indicator() == indicator)
                .findFirst()
                .flatMap(Figure::amount);
    }
}
