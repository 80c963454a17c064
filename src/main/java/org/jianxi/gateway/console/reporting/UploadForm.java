package org.jianxi.gateway.console.reporting;

import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jspecify.annotations.Nullable;

/** What is typed and chosen on the page besides the file; any of it may be missing. */
record UploadForm(
        @Nullable String unit,
        @Nullable String source,
        @Nullable String period) {

    Optional<Sender> unitAsked() {
        return Optional.ofNullable(unit).map(String::strip).flatMap(Sender::parse);
    }

    Optional<SourceId> sourceAsked() {
        return Optional.ofNullable(source).map(String::strip).flatMap(SourceId::parse);
    }

    Optional<Period> periodAsked() {
        return Optional.ofNullable(period).map(String::strip).flatMap(Period::parse);
    }

    boolean saysNoMonth() {
        return says(period) && periodAsked().isEmpty();
    }

    static boolean says(@Nullable String field) {
        return field != null && !field.isBlank();
    }
}
