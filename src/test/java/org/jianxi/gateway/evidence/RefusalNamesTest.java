package org.jianxi.gateway.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.junit.jupiter.api.Test;

/** The names under which evidence is refused are contract: the page lists them all, in their order. */
class RefusalNamesTest {

    private static final Path PAGE = Path.of("docs/evidence-bundle.md");

    @Test
    void thePageListsEveryRefusalInItsOrder() throws IOException {
        var page = Files.readString(PAGE);
        var table = page.substring(page.indexOf("## Refusals"), page.indexOf("## Only the receipts kept"));
        var names = Pattern.compile("^\\| (`.*?) \\|", Pattern.MULTILINE)
                .matcher(table)
                .results()
                .flatMap(row -> Stream.of(row.group(1).replace("`", "").split(", ")))
                .toList();

        assertThat(names)
                .isEqualTo(Stream.of(Reason.values()).map(Reason::wireName).toList());
    }
}
