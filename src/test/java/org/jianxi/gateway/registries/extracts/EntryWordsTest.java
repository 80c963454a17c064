package org.jianxi.gateway.registries.extracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.registries.run.InsuredDays.Spell;
import org.junit.jupiter.api.Test;

class EntryWordsTest {

    @Test
    void moreDifferentDaysThanASnapshotCanNumberAreRefusedWithWhatToLeaveOut() throws Exception {
        var words = new EntryWords();
        for (var number = 0; number < 60_000; number++) {
            words.take("2023/" + number, EntryWords.Kind.INSURED_DAYS, Place.WHOLE);
        }
        words.take("2023/0", EntryWords.Kind.INSURED_DAYS, Place.WHOLE);

        var refused = catchThrowableOfType(
                RefusedExtract.class, () -> words.take("2024", EntryWords.Kind.INSURED_DAYS, Place.WHOLE));

        assertThat(refused.finding().rule()).isEqualTo("P-EXTRACT-COLUMN");
        assertThat(refused.finding().message().zh()).contains("60000", "见习年龄段");
    }

    /** Several employers' days together; what a registry of hardship says is none of it. */
    @Test
    void entriesOfOnePersonAreItsDays() {
        assertThat(InsuredForm.together(List.of("2022-01-01/2022-03-31", "2023-05-10/"))
                        .orElseThrow()
                        .spells())
                .containsExactly(
                        new Spell(LocalDate.parse("2023-05-10"), Optional.empty()),
                        new Spell(LocalDate.parse("2022-01-01"), Optional.of(LocalDate.parse("2022-03-31"))));
        assertThat(InsuredForm.together(List.of("城市低保\t01\t\t"))).isEmpty();
    }
}
