package org.jianxi.gateway.registries;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * People and a registry of any size with known truth: which persons stand in the registry is computed, not stored.
 *
 * @param hits how many of the people stand there; the others of its rows are strangers
 */
public record Population(int people, long rows, int hits) {

    private static final List<String> CATEGORIES = List.of("城市低保", "农村低保", "特困", "低保边缘", "刚性支出");

    /** Columns {@code idNumber,name}. */
    public Path writePeople(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("idNumber,name\n");
            for (var number = 0; number < people; number++) {
                var person = new Person(number);
                out.write(person.idNumber() + "," + person.name() + "\n");
            }
        }
        return file;
    }

    /** Columns {@code idNumber,name,category}, people and strangers mixed evenly. */
    public Path writeRegistry(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("idNumber,name,category\n");
            for (var row = 0L; row < rows; row++) {
                write(out, row);
            }
        }
        return file;
    }

    private void write(BufferedWriter out, long row) throws IOException {
        var person = new Person(numberOf(row));
        out.write(person.idNumber() + "," + person.name() + "," + category(row) + "\n");
    }

    /** Who stands in that row of the registry: one of the people in every so many, else somebody beyond them. */
    public long numberOf(long row) {
        var hit = row * hits / rows;
        return (row + 1) * hits / rows > hit ? hit * people / hits : people + row;
    }

    public String category(long row) {
        return CATEGORIES.get((int) (row % CATEGORIES.size()));
    }

    /** Whether this one of the people stands in the registry. */
    public boolean isListed(long number) {
        var hit = (number * hits + people - 1) / people;
        return hit < hits && hit * people / hits == number;
    }
}
