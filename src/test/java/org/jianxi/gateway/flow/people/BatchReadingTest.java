package org.jianxi.gateway.flow.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Dictionary;
import org.jianxi.gateway.mapping.clause.KnownTrainees;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.Test;

/** What stands of a batch is given on as it was judged, whether its records were held or are read once more. */
class BatchReadingTest {

    private static final Dictionary DICTIONARY = Dictionary.load(Path.of("").toAbsolutePath());
    private static final int BAD = 3;

    private final BatchReading reading = new BatchReading(
            DICTIONARY, Map.of("mentors", Sm3.of("mentors".getBytes(UTF_8))), sender -> KnownTrainees.NONE);

    @Test
    void heldRecordsAreThoseThatASecondReadingFinds() {
        var batch = reading.read(mentors(50), Optional.empty());

        assertThat(batch.held().orElseThrow()).hasSize(50);
        assertThat(given(batch))
                .hasSize(49)
                .noneMatch(one -> one.number() == BAD)
                .isEqualTo(given(notHeld(batch)));
    }

    @Test
    void ofABatchThatIsTooLargeNoRecordIsHeldAndAllAreReadAgain() {
        var many = 200_000;
        var batch = reading.read(mentors(many), Optional.empty());

        assertThat(batch.held()).isEmpty();
        assertThat(given(batch)).hasSize(many - 1);
    }

    private List<CanonicalRecord> given(BatchRead batch) {
        var given = new ArrayList<CanonicalRecord>();
        reading.again(batch, given::add);
        return given;
    }

    private static BatchRead notHeld(BatchRead batch) {
        return new BatchRead(
                batch.dataset(),
                batch.definition(),
                batch.paper(),
                batch.mapping(),
                batch.sender(),
                batch.period(),
                batch.findings(),
                batch.stands(),
                batch.good(),
                batch.aside(),
                Optional.empty());
    }

    /** One of them has no name and is set aside. */
    private static BatchPaper mentors(int count) {
        var records = IntStream.rangeClosed(1, count)
                .mapToObj(number -> """
                        {"mentorId":"M-%d","unitId":"U-1"%s}""".formatted(number, number == BAD ? "" : ",\"name\":\"测试·老师\""))
                .collect(Collectors.joining(","));
        var body = """
                {"dataset":"mentors","sender":"530100","period":"2023-06","records":[%s]}""".formatted(records);
        return new BatchPaper(
                "mentors",
                body.getBytes(UTF_8),
                MediaType.JSON,
                Optional.of(new Sender("530100")),
                Optional.of(Period.of("2023-06")),
                List.of(),
                true,
                Delivers.CHANGES);
    }
}
