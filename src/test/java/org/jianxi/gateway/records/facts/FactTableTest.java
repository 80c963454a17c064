package org.jianxi.gateway.records.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.FieldType;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class FactTableTest {

    private static final Datasets DATASETS = Datasets.load(Path.of(""));
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @Test
    void everyDatasetThatIsDeliveredHasATableAndEachColumnIsAFieldOfIt() {
        var delivered = DATASETS.canonical().stream().map(one -> one.id());
        assertThat(FactTable.all().stream().map(FactTable::dataset)).containsAll(delivered.toList());
        for (var table : FactTable.all()) {
            assertThat(columnsInTheDatabase(table))
                    .as(table.table())
                    .isEqualTo(Stream.of(
                                    Stream.of(
                                            "batch",
                                            "number",
                                            "sender",
                                            "record",
                                            "gone",
                                            "stands_from",
                                            "stands_until"),
                                    table.columns().stream().map(FactColumn::column))
                            .flatMap(part -> part)
                            .collect(Collectors.toSet()));
            for (var column : table.columns()) {
                assertThat(field(table, column))
                        .as("%s %s", table.dataset(), column.field())
                        .isNotNull();
            }
        }
    }

    /** A number, a name, a phone or an account enters a column only as a keyed hash; a reference too, since some call a trainee by number. */
    @Test
    void noTextThatCouldNameAPersonStandsInAColumn() {
        for (var table : FactTable.all()) {
            for (var column : table.columns()) {
                if (column.kind() == FactColumn.Kind.WRITTEN
                        && field(table, column).personal().isHidden()) {
                    assertThat(field(table, column).type())
                            .as("%s %s", table.dataset(), column.field())
                            .isInstanceOfAny(FieldType.Day.class, FieldType.Coded.class);
                }
            }
        }
    }

    private static Field field(FactTable table, FactColumn column) {
        return DATASETS.find(table.dataset()).orElseThrow().find(column.field()).orElseThrow();
    }

    private static java.util.Set<String> columnsInTheDatabase(FactTable table) {
        return new JdbcTemplate(DATABASE.dataSource())
                        .queryForList(
                                "select column_name from information_schema.columns where table_name = ?",
                                String.class,
                                table.table())
                        .stream()
                        .collect(Collectors.toSet());
    }
}
