package org.jianxi.gateway.documents;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A CSV file of anybody's as it is shown to people: no mapping says how it is written, so the likeliest is taken. */
public record CsvLines(List<Line> lines) {

    private static final int MOST_LINES = 10_000;
    private static final int MOST_FIELDS = 200_000;
    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_FIELD = 65_536;
    private static final String SEPARATORS = ",;\t|";

    public CsvLines {
        lines = List.copyOf(lines);
    }

    /** @param number of the physical line it begins on, from 1 */
    public record Line(int number, List<String> fields) {}

    /** Empty when it is no CSV, or more than a person looks through. */
    public static Optional<CsvLines> read(byte[] content) {
        return decoded(content).flatMap(CsvLines::parsed);
    }

    /** The column of this name or, as places say it where there is none, of this number from 1; counted from 0, the first where unknown. */
    public int columnOf(String name) {
        return lines.stream()
                .flatMap(line -> IntStream.range(0, line.fields().size())
                        .filter(at -> line.fields().get(at).strip().equals(name.strip()))
                        .boxed())
                .findFirst()
                .orElseGet(() -> name.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(name) - 1 : 0);
    }

    private static Optional<String> decoded(byte[] content) {
        for (var encoding : List.of(StandardCharsets.UTF_8, StrictText.GB18030)) {
            try {
                var text =
                        encoding.newDecoder().decode(ByteBuffer.wrap(content)).toString();
                return Optional.of(StrictText.withoutMark(text));
            } catch (CharacterCodingException another) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static Optional<CsvLines> parsed(String text) {
        var lines = new ArrayList<Line>();
        var fields = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .maxBufferSize(2 * LONGEST_FIELD)
                .ofCsvRecord(text)) {
            for (var record : reader) {
                fields += record.getFieldCount();
                if (lines.size() >= MOST_LINES || fields > MOST_FIELDS || record.getFieldCount() > MOST_COLUMNS) {
                    return Optional.empty();
                }
                lines.add(new Line((int) record.getStartingLineNumber(), record.getFields()));
            }
            return Optional.of(new CsvLines(lines));
        } catch (IOException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    /** The one that stands most often in the first line that holds anything. */
    private static char separator(String text) {
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return (char) SEPARATORS
                .chars()
                .boxed()
                .max(Comparator.comparingLong(
                        one -> first.chars().filter(sign -> sign == one).count()))
                .orElse((int) ',')
                .intValue();
    }
}
