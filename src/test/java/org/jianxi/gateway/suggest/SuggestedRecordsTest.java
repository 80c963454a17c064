package org.jianxi.gateway.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.canonical.MediaType;
import org.junit.jupiter.api.Test;

/** Drafts for records, where a draft must say more than where a column is. */
class SuggestedRecordsTest {

    private static final Path HOME = Path.of("");

    @Test
    void mergedCellsOfTheSampleAreNamedByTheirColumnsAndMoneyIsNot() throws Exception {
        var sample = Path.of("mappings/nujiang/samples/placements-2023-06.in.xlsx");

        var draft = Suggester.open(HOME)
                .suggest(new Suggester.OfRecords("draft", "placements"), MediaType.XLSX, Files.readAllBytes(sample))
                .draft();

        assertThat(draft).containsPattern("(?m)^rows: .*merged: \\{fill: \\[.*岗位编号.*\\]");
        assertThat(draft.lines().filter(line -> line.startsWith("rows:"))).noneMatch(line -> line.contains("补贴"));
    }
}
