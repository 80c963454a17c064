package org.jianxi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.mapping.MappingRegister;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.Test;

/** The folders under {@code mappings/} as they are delivered. */
class SourceFoldersTest {

    private static final Path HOME = Path.of("");

    private final SourceRegister sources = SourceRegister.open(HOME);

    @Test
    void everyReportingUnitHasExactlyOneActiveSystemForItsMonthlyReturnBesideTheConsole() {
        assertThat(sources.problems()).isEmpty();
        var carried = sources.all().stream()
                .filter(Source::active)
                .filter(source -> source.entrance().door() != Door.CONSOLE)
                .filter(source -> source.datasets().containsKey("monthly-return"))
                .map(Source::senders)
                .flatMap(List::stream)
                .toList();
        assertThat(carried)
                .containsExactlyInAnyOrderElementsOf(
                        Divisions.reportingUnits(HOME).senders());
        assertThat(carried).hasSize(17);
        assertThat(sources.all()).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void everyDatasetOfASourceHasItsMappingInForce() {
        var mappings = MappingRegister.open(HOME, ReturnForms.load(HOME, Sm3::of), Sm3::of);
        assertThat(mappings.problems()).isEmpty();
        for (var source : sources.all()) {
            source.datasets()
                    .forEach((dataset, file) -> file.mapping()
                            .ifPresent(name -> assertThat(mappings.find(source.id(), name))
                                    .as(source.id() + " " + dataset)
                                    .hasValueSatisfying(mapping ->
                                            assertThat(mapping.dataset()).isEqualTo(dataset))));
        }
    }
}
